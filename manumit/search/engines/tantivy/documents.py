"""From a work of the library to Tantivy's documents."""

from collections.abc import Iterable
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

import tantivy

from manumit.library.types import SearchDocument
from manumit.search import analysis
from manumit.search.days import EARLIEST, LATEST, span
from manumit.search.engines import cards, weights
from manumit.search.engines.pairs import pairs_of, pairs_of_row
from manumit.search.engines.reading_works import Analysed, Names, Part, Reader, ReadPassage
from manumit.search.engines.shelving import all_held, facets_of, held, is_dated, whole_names
from manumit.search.engines.tantivy.sampling import samples_of
from manumit.search.engines.tantivy.schema import FACET_FIELDS
from manumit.search.plan import Days


class Tokens:
    """Terms that do not simply follow one another, as the index takes them, and the pairs among them."""

    def __init__(self, tokens: list[analysis.Token]) -> None:
        self._tokens = tokens

    @cached_property
    def terms(self) -> tantivy.PreTokenizedString:
        """Every term at its place."""
        return _placed((token.position, token.term) for token in self._tokens)

    @property
    def pairs(self) -> tantivy.PreTokenizedString:
        """Every two words in a row."""
        return _placed(pairs_of(self._tokens))


_Analysed = Analysed[Tokens]
_Part = Part[Tokens]
_Read = ReadPassage[Tokens]


class Documents(NamedTuple):
    """All that is written of one work."""

    work: tantivy.Document
    passages: list[tantivy.Document]


def documents_of(document: SearchDocument) -> Documents:
    """The work's own document, and one for each passage or part of a long one."""
    read = [_READER.passage(passage) for passage in document.passages]
    return Documents(
        work=_work(document, read),
        passages=[_passage(document.key, each, part) for each in read for part in each.parts],
    )


def owner(key: str) -> int:
    """The key of a work as a number of 63 bits."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") >> 1


def _work(document: SearchDocument, read: list[_Read]) -> tantivy.Document:
    entry = tantivy.Document()
    entry.add_bytes("card", cards.of_work(document))
    entry.add_text("key", document.key)
    number = owner(document.key)
    entry.add_unsigned("owner", number)
    for sample in samples_of(number):
        entry.add_text("sample", sample)
    _add_facets(entry, document)
    _add_days(entry, document)
    for name in whole_names(document):
        entry.add_text("whole_name", name)
    names = _READER.names(document)
    _add(entry, names.titles, "title_words", "title_clusters")
    _add(entry, names.citations, "citations")
    _add(entry, names.labels, "labels")
    _add_texts(entry, names, read)
    return entry


def _add_facets(entry: tantivy.Document, document: SearchDocument) -> None:
    for facet, codes in facets_of(document).items():
        for code in codes:
            entry.add_text(FACET_FIELDS[facet], code)


def _add_days(entry: tantivy.Document, document: SearchDocument) -> None:
    """Unknown dates come last in both orders; a range asks for a known first day."""
    days = span(document.dated)
    entry.add_unsigned("first_day", days.first if days else EARLIEST)
    entry.add_unsigned("last_day", days.last if days else LATEST)
    entry.add_unsigned("cited_order", document.cited * (LATEST + 1) + (days.first if days else 0))
    for step in weights.CITED_STEPS:
        if document.cited >= step:
            entry.add_text("cited_step", str(step))
    entry.add_unsigned("added", document.added)
    _add_held(entry, all_held(document))


def _add_held(entry: tantivy.Document, days: Days) -> None:
    entry.add_unsigned("holds_from", days.first)
    entry.add_unsigned("holds_to", days.last)


def _add_texts(entry: tantivy.Document, names: Names[Tokens], read: list[_Read]) -> None:
    texts = [text for each in read for text in (each.heading, each.whole)]
    _add(entry, [*names.all, *texts], "words", "clusters")
    _add_pairs(entry, [*names.all, *texts])
    dated_texts = any(is_dated(each.passage) for each in read)
    entry.add_boolean("dated_texts", dated_texts)
    if dated_texts:
        undated = [each for each in read if not is_dated(each.passage)]
        texts = [text for each in undated for text in (each.heading, each.whole)]
        _add(entry, [*names.all, *texts], "lasting_words", "lasting_clusters")


def _passage(key: str, read: _Read, part: _Part) -> tantivy.Document:
    entry = tantivy.Document()
    entry.add_bytes("card", cards.of_passage(read.passage, part.text))
    entry.add_text("key", key)
    entry.add_unsigned("owner", owner(key))
    entry.add_text("language", read.passage.language)
    _add(entry, [read.heading, part.terms], "words", "clusters")
    entry.add_pre_tokenized_text("sentences", _in_sentences(part.sentences))
    _add_held(entry, held(read.passage))
    entry.add_boolean("dated", is_dated(read.passage))
    return entry


def _add(
    entry: tantivy.Document, texts: Iterable[_Analysed], words: str, clusters: str = ""
) -> None:
    for text in texts:
        _put(entry, words, text.words)
        if clusters and text.clusters is not None:
            _put(entry, clusters, text.clusters)


def _add_pairs(entry: tantivy.Document, texts: Iterable[_Analysed]) -> None:
    for text in texts:
        if isinstance(text.words, str):
            entry.add_text("pairs", " ".join(pairs_of_row(text.words.split(" "))))
        else:
            entry.add_pre_tokenized_text("pairs", text.words.pairs)


def _put(entry: tantivy.Document, field: str, terms: str | Tokens) -> None:
    if isinstance(terms, str):
        entry.add_text(field, terms)
    else:
        entry.add_pre_tokenized_text(field, terms.terms)


def _in_sentences(sentences: Iterable[Iterable[str]]) -> tantivy.PreTokenizedString:
    """The terms of each sentence, all at the sentence's place."""
    token = tantivy.Token
    tokens = [token(term, number, 0, 0) for number, terms in enumerate(sentences) for term in terms]
    return tantivy.PreTokenizedString("", tokens)


def _placed(terms: Iterable[tuple[int, str]]) -> tantivy.PreTokenizedString:
    tokens = [tantivy.Token(term, place, 0, 0) for place, term in terms]
    return tantivy.PreTokenizedString("", tokens)


_READER = Reader(Tokens)
