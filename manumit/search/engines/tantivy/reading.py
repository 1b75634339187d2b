"""Answering plans from one state of an index."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Protocol

import tantivy

from manumit.library.types import SearchPassage
from manumit.search.engines import cards
from manumit.search.engines.tantivy import compiling, conditions, counting, lifting, sampling
from manumit.search.engines.tantivy.beside import Beside
from manumit.search.engines.tantivy.documents import owner
from manumit.search.engines.tantivy.schema import FACET_FIELDS
from manumit.search.engines.tantivy.spellings import Spellings
from manumit.search.plan import Plan, Together, leaves, with_leaves
from manumit.search.port import Found, FoundWork

_MOST_WORKS = 50_000  # looked up through their passages, for one part of a query
_ORDER = {
    "newest": ("first_day", tantivy.Order.Desc),
    "oldest": ("last_day", tantivy.Order.Asc),
    "cited": ("cited_order", tantivy.Order.Desc),
    "added": ("added", tantivy.Order.Desc),
}
_PASSAGES_A_WORK = 30  # candidates, on average over a page
_MOST_COUNTED = 500  # plans whose counts are kept
_Ranked = list[tuple[float, tantivy.DocAddress]]


class _Matching(Protocol):
    """What matches a plan among the works of a sample, by its halvings, but for one facet's filter."""

    def __call__(self, halvings: int, without: str = "") -> tantivy.Query: ...


class View:
    """An index as it was at one moment; safe for threads: only the kept counts change."""

    def __init__(self, folder: Path, beside: Beside) -> None:
        self._beside = beside
        self._works, self._work_fields = _open(folder / "works")
        self._passages, self._passage_fields = _open(folder / "passages")
        self._spellings = Spellings(self._works)
        self._counted: dict[Plan, counting.Facets] = {}

    @property
    def size(self) -> int:
        """How many works there are."""
        return self._works.num_docs

    def execute(self, plan: Plan) -> Found:
        """Answer the plan."""
        plan = replace(plan, match=with_leaves(plan.match, self._spellings.of))
        matching = self._matching(plan)
        query = matching(0)  # before the facets are counted, so that nothing is looked up twice
        with self._beside.busy():
            facets = self._begin_facets(plan, matching)
            total, ranked = self._ranked(plan, query)
            works = tuple(self._found(plan, ranked))
            return Found(total=total, works=works, facets=facets)

    def _matching(self, plan: Plan) -> _Matching:
        """What is looked up among passages first, is looked up once."""
        spot_on = self._spot_on(plan.on) if plan.on else None
        together = self._together(plan.on)

        def matching(halvings: int, without: str = "") -> tantivy.Query:
            spot = spot_on(halvings) if spot_on else compiling.of_works(self._work_fields)
            sampled = compiling.sampled(spot, halvings, self._work_fields)
            match = compiling.Matching(self._work_fields, sampled, together(halvings))(plan.match)
            chosen = conditions.conditions(plan, self._work_fields, without)
            narrowed = conditions.narrowed(match, chosen)
            return sampling.among(narrowed, halvings, self._work_fields)

        return matching

    def _spot_on(self, day: date) -> Callable[[int], compiling.CompileSpot]:
        """What compiles a spot for a day, by the halvings of the sample."""

        @cache
        def owners(spot: compiling.Spot) -> list[int]:
            dated = compiling.dated_passages(spot, self._passage_fields, day)
            return self._owners_of(dated)

        @cache
        def compiled(halvings: int, spot: compiling.Spot) -> tantivy.Query:
            among = sampling.in_sample(owners(spot), halvings)
            return compiling.lasting_or_among(spot, self._work_fields, among)

        return lambda halvings: partial(compiled, halvings)

    def _together(self, day: date | None) -> Callable[[int], compiling.CompileTogether]:
        """What must be in one passage is looked for among passages, and then for their works."""

        @cache
        def owners(node: Together) -> frozenset[int]:
            query = compiling.in_one_passage(node, self._passage_fields)
            held = [conditions.holding(self._passage_fields, day)] if day else []
            return frozenset(self._owners_of(conditions.narrowed(query, held)))

        @cache
        def compiled(halvings: int, nodes: tuple[Together, ...]) -> tantivy.Query:
            of_all = frozenset.intersection(*map(owners, nodes))
            among = sampling.in_sample(of_all, halvings)
            return conditions.owning(self._work_fields, among)

        return lambda halvings: partial(compiled, halvings)

    def _owners_of(self, passages: tantivy.Query) -> list[int]:
        return counting.numbers(self._passages, passages, "owner", _MOST_WORKS)

    def _ranked(self, plan: Plan, query: tantivy.Query) -> tuple[int, _Ranked]:
        limit = max(1, plan.limit)  # Tantivy panics on 0
        if plan.sort == "relevance":
            if plan.lifted:
                query = lifting.lifted(query, plan, self._work_fields)
            found = self._works.search(query, limit, offset=plan.offset)
        else:
            field, order = _ORDER[plan.sort]
            found = self._works.search(
                query, limit, offset=plan.offset, order_by_field=field, order=order
            )
        total: int = found.count  # type: ignore[attr-defined]  # left out of its stubs
        return total, found.hits[: plan.limit]

    def _found(self, plan: Plan, ranked: _Ranked) -> Iterator[FoundWork]:
        cards_found = [cards.work(self._works.doc(address)["card"][0]) for _, address in ranked]
        best = self._best_passages(plan, [card.key for card in cards_found])
        for card, (score, _) in zip(cards_found, ranked, strict=True):
            yield FoundWork(
                *card,
                score=score if plan.sort == "relevance" else 0.0,
                passage=best.get(card.key),
            )

    def _best_passages(self, plan: Plan, keys: list[str]) -> dict[str, SearchPassage]:
        """By key; all works are asked for at once, those that others crowded out again alone."""
        if not keys or not any(leaves(plan.match)):
            return {}
        limit = len(keys) * _PASSAGES_A_WORK
        query = compiling.answering_passages(plan, self._passage_fields, keys)
        hits = [address for _, address in self._passages.search(query, limit, count=False).hits]
        owners = self._passages.fast_field_values("owner", hits)
        first = dict(reversed(list(zip(owners, hits, strict=True))))
        best = {key: first[owner(key)] for key in keys if owner(key) in first}
        found = {key: self._passage(address) for key, address in best.items()}
        if len(keys) > 1 and len(hits) == limit:
            for key in keys:
                if key not in found:
                    found |= self._best_passages(plan, [key])
        return found

    def _passage(self, address: tantivy.DocAddress) -> SearchPassage:
        return cards.passage(self._passages.doc(address)["card"][0])

    def _begin_facets(self, plan: Plan, matching: _Matching) -> Callable[[], counting.Facets]:
        """What gives the counts of all facets; of a discreet plan there are none, and none kept."""
        if plan.discreet:
            return dict
        return self._beside.start(partial(self._facets, plan, matching))

    def _facets(self, plan: Plan, matching: _Matching) -> counting.Facets:
        """The counts of all facets, kept: they are the same on every page and in every order."""
        same = replace(plan, sort="relevance", limit=0, offset=0)
        counted = self._counted.get(same)
        if counted is None:
            counted = self._count_facets(plan, matching)
            if len(self._counted) >= _MOST_COUNTED:
                self._counted.clear()
            self._counted[same] = counted
        return {facet: list(counts) for facet, counts in counted.items()}

    def _count_facets(self, plan: Plan, matching: _Matching) -> counting.Facets:
        """Those of a facet with a filter are counted without that filter."""
        filtered = {each.facet for each in plan.filters}
        others = [facet for facet in FACET_FIELDS if facet not in filtered]
        counted = self._counts(matching, "", others)
        for facet in filtered:
            counted |= self._counts(matching, facet, [facet])
        return {facet: counted[facet] for facet in FACET_FIELDS}

    def _counts(self, matching: _Matching, without: str, facets: list[str]) -> counting.Facets:
        asked = counting.Asked(self._works, partial(matching, without=without))
        return counting.counts(asked, facets)


def _open(folder: Path) -> tuple[tantivy.Searcher, tantivy.Schema]:
    index = tantivy.Index.open(str(folder))
    index.config_reader("manual")  # we look for changes ourselves, without a thread
    return index.searcher(), index.schema
