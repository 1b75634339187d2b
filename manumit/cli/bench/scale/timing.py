"""Asking and taking the time, with one client or several."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import Any

from manumit.cli.bench.scale.contender import Client, Contender
from manumit.cli.bench.scale.questions import CLASSES, Question

WARMING = 3  # questions of each class, asked before the time is taken


@dataclass(frozen=True, slots=True)
class Timed:
    """One question: its number and class, how many seconds it took, how many works were found."""

    number: int
    of: str
    seconds: float
    total: int


def time_all(
    contender: Contender, asked: Sequence[Question], clients: int, most: float
) -> list[Timed]:
    """Ask everything the contender can answer, by so many clients at once; after ``most`` seconds no more.

    Questions come in turn from each class, so that those left out are of no class in particular.
    Each client asks for itself on a thread of its own, the next question when the last is answered.
    """
    ways = [contender.client() for _ in range(clients)]
    can = [(number, one) for number, one in enumerate(asked) if contender.can(one)]
    in_turn = list(_in_turn(can))
    rest = iter(in_turn)
    for _, one in [next(rest) for _ in range(min(len(in_turn) // 4, WARMING * len(CLASSES)))]:
        ways[0](one)
    end = time.perf_counter() + most
    waiting = _Queue(rest)
    with ThreadPoolExecutor(clients) as pool:
        return list(chain.from_iterable(pool.map(lambda way: _work(way, waiting, end), ways)))


class _Queue:
    """Gives one thing after another to whichever thread asks; ``list.pop`` is safe for threads."""

    def __init__(self, waiting: Iterator[tuple[int, Question]]) -> None:
        self._waiting = list(waiting)[::-1]

    def next(self) -> tuple[int, Question] | None:
        """The next one, or none."""
        try:
            return self._waiting.pop()
        except IndexError:
            return None


def _work(way: Client, waiting: _Queue, end: float) -> list[Timed]:
    done = []
    while time.perf_counter() < end and (given := waiting.next()):
        number, one = given
        begun = time.perf_counter()
        answer = way(one)
        done.append(Timed(number, one.of, time.perf_counter() - begun, answer.total))
    return done


def _in_turn(asked: Sequence[tuple[int, Question]]) -> Iterator[tuple[int, Question]]:
    """The first of each class, then the second of each, and so on."""
    by_class: dict[str, list[tuple[int, Question]]] = {}
    for given in asked:
        by_class.setdefault(given[1].of, []).append(given)
    for place in range(max(map(len, by_class.values()), default=0)):
        yield from (group[place] for group in by_class.values() if place < len(group))


def share_below(seconds: Sequence[float], percent: int) -> float:
    """The time in milliseconds that so many of a hundred did not pass."""
    ranked = sorted(seconds)
    return ranked[max(0, ceil(len(ranked) * percent / 100) - 1)] * 1000


def row_of(name: str, clients: int, of: str, timed: Sequence[Timed]) -> dict[str, Any]:
    """The figures of one class, or of all, as a row."""
    seconds = [one.seconds for one in timed]
    shares = {f"p{percent}": round(share_below(seconds, percent), 2) for percent in (50, 95, 99)}
    return {"engine": name, "clients": clients, "of": of, "asked": len(timed), **shares}
