"""From a work of the library to a document of OpenSearch."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from manumit.library.types import SearchDocument
from manumit.search import analysis
from manumit.search.days import EARLIEST, LATEST, span
from manumit.search.engines import cards
from manumit.search.engines.opensearch.schema import PASSAGES
from manumit.search.engines.opensearch.terms import of_tokens, written
from manumit.search.engines.pairs import pairs_of, pairs_of_row
from manumit.search.engines.reading_works import Analysed, Names, Part, Reader, ReadPassage
from manumit.search.engines.shelving import all_held, facets_of, held, is_dated, whole_names
from manumit.search.plan import Days

Entry = dict[str, Any]


class Tokens:
    """Terms that do not simply follow one another, as one text, and the pairs among them."""

    def __init__(self, tokens: list[analysis.Token]) -> None:
        self._tokens = tokens

    @cached_property
    def terms(self) -> str:
        """Every term at its place."""
        return of_tokens(self._tokens)

    @property
    def pairs(self) -> str:
        """Every two words in a row."""
        return written(pairs_of(self._tokens))


_Analysed = Analysed[Tokens]
_READER = Reader(Tokens)


def document_of(document: SearchDocument) -> Entry:
    """The work's fields, and those of each of its passages or parts of long ones."""
    names = _READER.names(document)
    read = [_READER.passage(passage) for passage in document.passages]
    return {
        "card": cards.of_work(document).decode(),
        "key": document.key,
        "whole_name": whole_names(document),
        "cited": document.cited,
        "added": document.added,
        **facets_of(document),
        **_days(document),
        **_both(names.titles, "title_words", "title_clusters"),
        "citations": [_terms(text.words) for text in names.citations],
        "labels": [_terms(text.words) for text in names.labels],
        **_texts(names, read),
        PASSAGES: [_passage(each, part) for each in read for part in each.parts],
    }


def _days(document: SearchDocument) -> Entry:
    """Unknown dates come last in both orders, and are in no range."""
    days = span(document.dated)
    return {
        "first_day": days.first if days else EARLIEST,
        "last_day": days.last if days else LATEST,
        "holds": _range(all_held(document)),
        **({"days": _range(days)} if days else {}),
    }


def _texts(names: Names[Tokens], read: list[ReadPassage[Tokens]]) -> Entry:
    dated_texts = any(is_dated(each.passage) for each in read)
    said = [*names.all, *_said(read)]
    entry = {
        "dated_texts": dated_texts,
        "pairs": [_pairs(text.words) for text in said],
        **_both(said, "words", "clusters"),
    }
    if dated_texts:
        undated = [each for each in read if not is_dated(each.passage)]
        lasting = [*names.all, *_said(undated)]
        entry |= _both(lasting, "lasting_words", "lasting_clusters")
    return entry


def _said(read: Iterable[ReadPassage[Tokens]]) -> list[_Analysed]:
    return [text for each in read for text in (each.heading, each.whole)]


def _passage(read: ReadPassage[Tokens], part: Part[Tokens]) -> Entry:
    days = held(read.passage)
    return {
        "card": cards.of_passage(read.passage, part.text).decode(),
        "language": read.passage.language,
        **_both([read.heading, part.terms], "words", "clusters"),
        "sentences": [" ".join(sorted(terms)) for terms in part.sentences],
        "holds": _range(days),
        **({"dated": _range(days)} if is_dated(read.passage) else {}),
        "still": days.last == LATEST,
    }


def _both(texts: Iterable[_Analysed], words: str, clusters: str) -> Entry:
    found = list(texts)
    return {
        words: [_terms(text.words) for text in found],
        clusters: [text.clusters.terms for text in found if text.clusters is not None],
    }


def _terms(words: str | Tokens) -> str:
    return words if isinstance(words, str) else words.terms


def _pairs(words: str | Tokens) -> str:
    return " ".join(pairs_of_row(words.split(" "))) if isinstance(words, str) else words.pairs


def _range(days: Days) -> Entry:
    return {"gte": days.first, "lte": days.last}
