"""``manumit bench desk``: authorities suggested for situations told in prose, beside plain search."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import fmean
from time import perf_counter
from typing import Any

import click

from manumit.cli.bench.ranking import DEPTH, ndcg, recall
from manumit.cli.bench.relevance import as_shown
from manumit.cli.bench.situations import Situation, read_situations
from manumit.cli.ground import prepare_database, starter_collection
from manumit.library import selectors as library
from manumit.reference import is_nested
from manumit.research import selectors as research

_TODAY = date(2026, 11, 22)  # as of which they were judged
_SEARCHED = 1_900  # characters: a longer query is cut


@dataclass(frozen=True, slots=True)
class _Answer:
    asked: Situation
    ours: Sequence[str]
    plain: Sequence[str]
    place: bool  # whether the jurisdiction was told right
    pins: Sequence[bool]  # of those with a pinpoint that were found, whether it was
    seconds: float


def run(over: Path | None) -> dict[str, Any]:
    """Measure over the shelves and the index in use; gives the figures by their names."""
    folder = starter_collection().parent / "tests" / "samples" / "desk"
    situations = read_situations(folder)
    if not situations:
        raise click.ClickException(f"no situations at {folder}: run this in a checkout")
    prepare_database()
    keys = {key for one in situations for key in one.relevant}
    if lacking := keys - library.cards(keys).keys():
        raise click.ClickException(
            f"{len(lacking)} of the works judged are not on the shelves, such as {min(lacking)}: "
            "load the starter collection first"
        )
    answers = [_answer(one) for one in situations]
    return {
        "situations": len(answers),
        "jurisdiction_right": _share([each.place for each in answers]),
        "milliseconds": round(1000 * fmean(each.seconds for each in answers)),
        "made_on_and_held_out": _table(answers, lambda one: one.part),
        "by_language": _table(answers, lambda one: one.language),
        "by_group": _table(answers, lambda one: one.group),
        "misses": list(map(_missed, answers)),
    }


def _answer(asked: Situation) -> _Answer:
    began = perf_counter()
    found = research.suggest(asked.question, today=_TODAY, limit=2 * DEPTH)
    seconds = perf_counter() - began
    pinned = {each.key: [one.eid for one in each.passages] for each in found.authorities[:DEPTH]}
    return _Answer(
        asked=asked,
        ours=[each.key for each in found.authorities],
        plain=as_shown(" ".join(asked.question.split())[:_SEARCHED]),
        place=found.reading.place.code == asked.jurisdiction,
        pins=[_is_pinned(eid, pinned[key]) for key, eid in asked.pinned.items() if key in pinned],
        seconds=seconds,
    )


def _is_pinned(wanted: str, given: Sequence[str]) -> bool:
    """The passage itself, or one within it or around it."""
    return any(is_nested(wanted, eid) for eid in given)


def _table(answers: Sequence[_Answer], group: Callable[[Situation], str]) -> list[dict[str, Any]]:
    names = [*dict.fromkeys(group(each.asked) for each in answers), "all"]
    return [
        _row(name, [each for each in answers if name in (group(each.asked), "all")])
        for name in names
    ]


def _row(name: str, answers: Sequence[_Answer]) -> dict[str, Any]:
    return {
        "of": name,
        "questions": len(answers),
        "recall10": _mean(recall, answers, lambda each: each.ours),
        "search_recall10": _mean(recall, answers, lambda each: each.plain),
        "ndcg10": _mean(ndcg, answers, lambda each: each.ours),
        "search_ndcg10": _mean(ndcg, answers, lambda each: each.plain),
        "pinpoints": _share([right for each in answers for right in each.pins]),
    }


def _mean(
    measure: Callable[..., float],
    answers: Sequence[_Answer],
    ranked: Callable[[_Answer], Sequence[str]],
) -> float:
    return round(fmean(measure(ranked(each), each.asked.relevant, DEPTH) for each in answers), 3)


def _share(right: Sequence[bool]) -> float:
    return round(fmean(right), 3) if right else 0.0


def _missed(answer: _Answer) -> str:
    lacking = [key for key in answer.asked.relevant if key not in answer.ours[:DEPTH]]
    return f"{answer.asked.name}: {'not found ' + ', '.join(lacking) if lacking else 'all found'}"
