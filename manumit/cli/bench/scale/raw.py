"""Tantivy alone, on the index of our engine: what one would write by hand for the same page of hits.

The same fields and words, so the same work: the works, their passages to quote, the counts of all
facets. No reading of a query, no plan, no other names, no spellings, nothing kept.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import tantivy
from tantivy import FieldType, Occur, Query

from manumit.cli.bench.scale.contender import Answer, Client
from manumit.cli.bench.scale.questions import Question
from manumit.cli.bench.scale.words import days_of, misspelt, quote, sought, syllables

_FACETS = (
    "kind", "jurisdiction", "forum", "topic", "year", "language", "practice_area", "act", "means",
    "purpose", "outcome",
)  # fmt: skip
_LATEST = 99_999_999
_PASSAGES_A_WORK = 30


class RawTantivy:
    """The newest index of a folder, read only."""

    name = "raw tantivy"

    def __init__(self, folder: Path) -> None:
        root = folder / "index"
        self._folder = root / (root / "current").read_text().strip()

    def can(self, question: Question) -> bool:
        """All but words that hold on a day only."""
        return question.request.on is None

    def client(self) -> Client:
        """All threads share a searcher, but each makes one here."""
        works = tantivy.Index.open(str(self._folder / "works"))
        passages = tantivy.Index.open(str(self._folder / "passages"))
        return _Asking(works, passages).asked


class _Asking:
    def __init__(self, works: tantivy.Index, passages: tantivy.Index) -> None:
        self._works, self._work_fields = works.searcher(), works.schema
        self._passages, self._passage_fields = passages.searcher(), passages.schema

    def asked(self, question: Question) -> Answer:
        """Answer the question."""
        match = self._match(question)
        chosen = _all([match, *self._conditions(question)])
        found = self._search(question, chosen)
        cards = [json.loads(self._works.doc(address)["card"][0]) for _, address in found.hits]
        return Answer(
            total=found.count,
            titles=[card[2] for card in cards],
            quoted=self._quoted(question, [card[0] for card in cards]),
            facets=self._facets(question, match, chosen),
        )

    def _search(self, question: Question, chosen: Query) -> Any:
        limit = question.request.limit
        if question.request.sort == "newest":
            order = tantivy.Order.Desc
            return self._works.search(chosen, limit, order_by_field="first_day", order=order)
        rows = sought(question)
        fields = self._work_fields
        titles = [(Occur.Should, self._row(question, row, "title_words", fields)) for row in rows]
        return self._works.search(Query.boolean_query([(Occur.Must, chosen), *titles]), limit)

    def _match(self, question: Question) -> Query:
        return _all([_any(found) for found in self._words(question, self._work_fields)])

    def _words(self, question: Question, schema: tantivy.Schema) -> Iterator[list[Query]]:
        """What will do for each of the words."""
        rows = sought(question)
        for number, row in enumerate(rows):
            others = question.words[number] if len(rows) == len(question.words) else ""
            yield [self._row(question, row, "words", schema), *self._syllables(others, schema)]

    def _row(
        self, question: Question, row: Sequence[str], field: str, schema: tantivy.Schema
    ) -> Query:
        if question.way == "prefix":
            return Query.fuzzy_term_query(schema, field, row[0], 0, prefix=True)
        if question.way == "fuzzy":
            return _any(
                [Query.fuzzy_term_query(schema, field, term, 2) for term in misspelt(row[0])]
            )
        if len(row) == 1:
            return Query.term_query(schema, field, row[0])
        return Query.phrase_query(schema, field, list(row))

    def _syllables(self, word: str, schema: tantivy.Schema) -> list[Query]:
        """Text without spaces is looked for by its syllables too: in company its words are others."""
        pairs: list[str | tuple[int, str]] = list(syllables(word))
        return [Query.phrase_query(schema, "clusters", pairs)] if len(pairs) > 1 else []

    def _conditions(self, question: Question, without: str = "") -> list[Query]:
        chosen = [
            Query.term_query(self._work_fields, facet, value)
            for facet, (value,) in question.request.filters.items()
            if facet != without
        ]
        low, high = question.request.date_from, question.request.date_to
        if low or high:
            first, last = days_of(low)[0], days_of(high)[1]
            chosen.append(self._range("first_day", 1, last))
            chosen.append(self._range("last_day", first, _LATEST))
        return [Query.const_score_query(each, 0.0) for each in chosen]

    def _range(self, field: str, first: int, last: int) -> Query:
        return Query.range_query(self._work_fields, field, FieldType.Unsigned, first, last)

    def _quoted(self, question: Question, keys: Sequence[str]) -> int:
        """The first passage of each work among all that have any of the words."""
        if not keys:
            return 0
        words = list(chain.from_iterable(self._words(question, self._passage_fields)))
        of_works = _any([Query.term_query(self._passage_fields, "key", key) for key in keys])
        query = _all([_any(words), Query.const_score_query(of_works, 0.0)])
        found = self._passages.search(query, len(keys) * _PASSAGES_A_WORK, count=False)
        addresses = [address for _, address in found.hits]
        owners = self._passages.fast_field_values("owner", addresses)
        first = dict(reversed(list(zip(owners, addresses, strict=True))))
        texts = (json.loads(self._passages.doc(each)["card"][0])[4] for each in first.values())
        return sum(quote(question, text) for text in texts)

    def _facets(self, question: Question, match: Query, chosen: Query) -> dict[str, dict[str, int]]:
        counts = self._counts(chosen, _FACETS)
        for facet in question.request.filters:
            others = _all([match, *self._conditions(question, without=facet)])
            counts |= self._counts(others, (facet,))
        return counts

    def _counts(self, query: Query, facets: Sequence[str]) -> dict[str, dict[str, int]]:
        wanted = {facet: {"terms": {"field": facet, "size": 500}} for facet in facets}
        found = self._works.aggregate(query, wanted)
        return {
            facet: {each["key"]: each["doc_count"] for each in found[facet]["buckets"]}
            for facet in facets
        }


def _all(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, each) for each in queries])


def _any(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, each) for each in queries])
