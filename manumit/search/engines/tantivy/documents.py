"""From a work of the library to Tantivy's documents."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

import tantivy

from manumit.library.types import SearchDocument, SearchPassage
from manumit.search import analysis
from manumit.search.days import EARLIEST, LATEST, number, span
from manumit.search.engines.tantivy import cards
from manumit.search.engines.tantivy.schema import FACET_FIELDS, SET_FIELDS, as_set
from manumit.search.pieces import pieces

_Terms = str | tantivy.PreTokenizedString


class Documents(NamedTuple):
    """All that is written of one work."""

    work: tantivy.Document
    passages: list[tantivy.Document]


class _Analysed(NamedTuple):
    """A text in both streams."""

    words: _Terms
    clusters: _Terms | None


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a passage analysed, as a whole and sentence by sentence."""

    text: str
    terms: _Analysed
    sentences: tantivy.PreTokenizedString


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage analysed: its heading, the parts that are quoted, and the whole of it."""

    passage: SearchPassage
    heading: _Analysed
    parts: list[_Part]
    whole: _Analysed


def documents_of(document: SearchDocument) -> Documents:
    """The work's own document, and one for each passage or part of a long one."""
    read = [_read(passage) for passage in document.passages]
    return Documents(
        work=_work(document, read),
        passages=[_passage(document.key, each, part) for each in read for part in each.parts],
    )


def owner(key: str) -> int:
    """The key of a work as a number of 63 bits."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") >> 1


def _read(passage: SearchPassage) -> _Read:
    parts = list(map(_part, pieces(passage.text)))
    whole = parts[0].terms if len(parts) == 1 else _analyse(passage.text)
    return _Read(passage, _analyse_again(passage.heading), parts, whole)


def _part(text: str) -> _Part:
    """What has spaces between words is analysed once: its sentences one after another are all of it."""
    found = analysis.sentences(text)
    if analysis.has_unspaced(text):
        tokens = analysis.analyse(text)
        return _Part(text, _both(text, tokens), _in_sentences(_shared_out(tokens, text, found)))
    spaced = [analysis.spaced_terms(sentence) or [] for sentence in found]
    words = _Analysed(" ".join(chain.from_iterable(spaced)), None)
    return _Part(text, words, _in_sentences(map(set, spaced)))


def _work(document: SearchDocument, read: list[_Read]) -> tantivy.Document:
    entry = tantivy.Document()
    entry.add_bytes("card", cards.of_work(document))
    entry.add_text("key", document.key)
    _add_facets(entry, document)
    _add_days(entry, document)
    names = _add_names(entry, document)
    _add_texts(entry, names, read)
    return entry


def _add_facets(entry: tantivy.Document, document: SearchDocument) -> None:
    values = {
        "kind": (document.kind,),
        "jurisdiction": (document.system,),
        "forum": (document.forum,),
        "topic": document.topics,
        "year": (document.dated[:4],),
        "language": document.languages,
        "practice_area": document.practice_areas,
        "act": document.acts,
        "means": document.means,
        "purpose": document.purposes,
    }
    for facet, given in values.items():
        codes = [code for code in dict.fromkeys(given) if code]
        for code in codes:
            entry.add_text(FACET_FIELDS[facet], code)
        if facet in SET_FIELDS:
            entry.add_text(SET_FIELDS[facet], as_set(codes))


def _add_days(entry: tantivy.Document, document: SearchDocument) -> None:
    """Unknown dates come last in both orders; a range asks for a known first day."""
    days = span(document.dated)
    entry.add_unsigned("first_day", days.first if days else EARLIEST)
    entry.add_unsigned("last_day", days.last if days else LATEST)
    dated = [passage for passage in document.passages if _dated(passage)]
    entry.add_unsigned("holds_from", min(map(_from, dated), default=EARLIEST))
    entry.add_unsigned("holds_to", max(map(_to, dated), default=LATEST))


def _add_names(entry: tantivy.Document, document: SearchDocument) -> list[_Analysed]:
    """Titles, citations and topics, each in a field of its own; all of them returned."""
    titles = [_analyse(text) for text in dict.fromkeys((document.title, *document.titles))]
    citations = [_analyse(text) for text in document.citations]
    labels = [_analyse_again(text) for text in document.labels]
    _add(entry, titles, "title_words", "title_clusters")
    _add(entry, citations, "citations")
    _add(entry, labels, "labels")
    return [*titles, *citations, *labels, *map(_analyse_again, document.whose)]


def _add_texts(entry: tantivy.Document, names: list[_Analysed], read: list[_Read]) -> None:
    texts = [text for each in read for text in (each.heading, each.whole)]
    _add(entry, [*names, *texts], "words", "clusters")
    dated_texts = any(_dated(each.passage) for each in read)
    entry.add_boolean("dated_texts", dated_texts)
    if dated_texts:
        undated = [each for each in read if not _dated(each.passage)]
        texts = [text for each in undated for text in (each.heading, each.whole)]
        _add(entry, [*names, *texts], "lasting_words", "lasting_clusters")


def _passage(key: str, read: _Read, part: _Part) -> tantivy.Document:
    entry = tantivy.Document()
    entry.add_bytes("card", cards.of_passage(read.passage, part.text))
    entry.add_text("key", key)
    entry.add_unsigned("owner", owner(key))
    entry.add_text("language", read.passage.language)
    _add(entry, [read.heading, part.terms], "words", "clusters")
    entry.add_pre_tokenized_text("sentences", part.sentences)
    entry.add_unsigned("holds_from", _from(read.passage))
    entry.add_unsigned("holds_to", _to(read.passage))
    entry.add_boolean("dated", _dated(read.passage))
    return entry


def _add(
    entry: tantivy.Document, texts: Iterable[_Analysed], words: str, clusters: str = ""
) -> None:
    for text in texts:
        _put(entry, words, text.words)
        if clusters and text.clusters is not None:
            _put(entry, clusters, text.clusters)


def _put(entry: tantivy.Document, field: str, terms: _Terms) -> None:
    if isinstance(terms, str):
        entry.add_text(field, terms)
    else:
        entry.add_pre_tokenized_text(field, terms)


def _analyse(text: str) -> _Analysed:
    """Plain words where terms follow one another, since that is several times faster."""
    terms = analysis.spaced_terms(text)
    if terms is not None:
        return _Analysed(" ".join(terms), None)
    return _both(text, analysis.analyse(text))


def _both(text: str, tokens: list[analysis.Token]) -> _Analysed:
    """The text whose words these are, in both streams."""
    pairs = analysis.clusters(text)
    return _Analysed(_tokens(tokens), _tokens(pairs) if pairs else None)


@lru_cache(maxsize=10_000)
def _analyse_again(text: str) -> _Analysed:
    """The same for what many texts share: headings, names of topics, courts and countries."""
    return _analyse(text)


def _shared_out(
    tokens: Iterable[analysis.Token], text: str, sentences: Iterable[str]
) -> list[set[str]]:
    """The terms of each sentence of a text, given all its tokens."""
    starts: list[int] = []
    end = 0
    for sentence in sentences:
        starts.append(text.index(sentence, end))
        end = starts[-1] + len(sentence)
    shared: list[set[str]] = [set() for _ in starts]
    for token in tokens:
        shared[bisect_right(starts, token.start) - 1].add(token.term)
    return shared


def _in_sentences(sentences: Iterable[Iterable[str]]) -> tantivy.PreTokenizedString:
    """The terms of each sentence, all at the sentence's place."""
    token = tantivy.Token
    tokens = [token(term, number, 0, 0) for number, terms in enumerate(sentences) for term in terms]
    return tantivy.PreTokenizedString("", tokens)


def _tokens(tokens: list[analysis.Token]) -> tantivy.PreTokenizedString:
    return tantivy.PreTokenizedString(
        "", [tantivy.Token(token.term, token.position, 0, 0) for token in tokens]
    )


def _dated(passage: SearchPassage) -> bool:
    return passage.valid_from is not None or passage.valid_to is not None


def _from(passage: SearchPassage) -> int:
    return number(passage.valid_from) if passage.valid_from else EARLIEST


def _to(passage: SearchPassage) -> int:
    return number(passage.valid_to) if passage.valid_to else LATEST
