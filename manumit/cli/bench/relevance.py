"""``manumit bench relevance``: what search puts first, beside plain BM25 on the same index."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Any

import click

from manumit.cli.bench.judged import Judged, read_judged
from manumit.cli.bench.ranking import RECALL_DEPTH, ndcg, recall, reciprocal_rank
from manumit.cli.ground import prepare_database, starter_collection
from manumit.library import selectors as library
from manumit.search import selectors as search
from manumit.search.types import SearchRequest

_KNOWN = ("known-item", "citation", "misspelt")
Ranked = Callable[[str], list[str]]


def run(over: Path | None) -> dict[str, Any]:
    """Measure over the shelves and the index in use; gives the figures by their names."""
    folder = starter_collection().parent / "tests" / "samples" / "relevance"
    judged = read_judged(folder)
    if not judged:
        raise click.ClickException(f"no judged queries at {folder}: run this in a checkout")
    prepare_database()
    held = library.works_with_keys({key for one in judged for key in one.relevant})
    asked = [one for one in judged if any(key in held for key in one.relevant)]
    asked = [replace(one, relevant=_among(one.relevant, held)) for one in asked]
    ours = {one.query: as_shown(one.query) for one in asked}
    plain = {one.query: search.plainly_ranked(one.query, RECALL_DEPTH) for one in asked}
    return {
        "queries": len(asked),
        "left_out": len(judged) - len(asked),
        "by_language": _table(asked, ours, plain, lambda one: one.language),
        "by_kind": _table(asked, ours, plain, lambda one: one.kind),
        "misses": list(_misses(asked, ours)),
    }


def as_shown(query: str) -> list[str]:
    """The keys of works in the order a reader meets them: those the query cites, then the hits."""
    found = search.search(SearchRequest(query, limit=RECALL_DEPTH))
    cited = [named.key for cited in found.cited for named in cited.works]
    return list(dict.fromkeys([*cited, *(hit.key for hit in found.hits)]))


def _among(relevant: Any, held: Any) -> dict[str, int]:
    return {key: grade for key, grade in relevant.items() if key in held}


def _table(
    asked: Sequence[Judged],
    ours: dict[str, list[str]],
    plain: dict[str, list[str]],
    group: Callable[[Judged], str],
) -> list[dict[str, Any]]:
    names = [*dict.fromkeys(map(group, asked)), "all"]
    return [
        _row(name, [one for one in asked if name in (group(one), "all")], ours, plain)
        for name in names
    ]


def _row(
    name: str, asked: Sequence[Judged], ours: dict[str, list[str]], plain: dict[str, list[str]]
) -> dict[str, Any]:
    known = [one for one in asked if one.kind in _KNOWN]
    mine = _mean(ndcg(ours[one.query], one.relevant) for one in asked)
    theirs = _mean(ndcg(plain[one.query], one.relevant) for one in asked)
    return {
        "of": name,
        "queries": len(asked),
        "ndcg10": mine,
        "bm25_ndcg10": theirs,
        "better_by": f"{mine / theirs - 1:+.0%}" if theirs else "",
        "known_mrr": _mean(reciprocal_rank(ours[one.query], one.relevant) for one in known),
        "bm25_known_mrr": _mean(reciprocal_rank(plain[one.query], one.relevant) for one in known),
        "recall20": _mean(recall(ours[one.query], one.relevant) for one in asked),
        "bm25_recall20": _mean(recall(plain[one.query], one.relevant) for one in asked),
    }


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return round(fmean(found), 3) if found else 0.0


def _misses(asked: Sequence[Judged], ours: dict[str, list[str]]) -> Iterable[str]:
    """The queries answered worst, with what was wanted and what stood first."""
    scored = sorted((ndcg(ours[one.query], one.relevant), one.query, one) for one in asked)
    for score, query, one in scored:
        if score < 0.5:
            wanted = max(one.relevant, key=lambda key: one.relevant[key])
            first = next(iter(ours[query]), "nothing")
            yield f"{score:.2f} {one.language} {one.kind}: {query!r} wants {wanted}, first {first}"
