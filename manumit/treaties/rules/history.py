"""Through time: the periods in which the answer is one."""

from collections.abc import Iterator
from datetime import date, timedelta

from manumit.treaties.rules.dating import dated
from manumit.treaties.rules.deciding import Shelf, position
from manumit.treaties.types import Period, Position, Territory, Treaty


def history(
    treaty: Treaty, territory: Territory, shelf: Shelf, *, until: date
) -> tuple[Period, ...]:
    """The periods up to ``until``, oldest first; neighbours differ in standing or in the acts."""
    periods: list[Period] = []
    for day in sorted({day for day in _turns(treaty, territory, shelf) if day <= until}):
        found = position(treaty, territory, day, shelf)
        if periods and _same(periods[-1].position, found):
            continue
        if periods:
            last = periods.pop()
            periods.append(Period(last.since, day - timedelta(days=1), last.position))
        periods.append(Period(day if day > date.min else None, None, found))
    return tuple(periods)


def _same(first: Position, second: Position) -> bool:
    return (
        (first.in_force, first.standing, first.chain, first.statements, first.through)
        == (second.in_force, second.standing, second.chain, second.statements, second.through)
    )  # fmt: skip


def _turns(treaty: Treaty, territory: Territory, shelf: Shelf) -> Iterator[date]:
    """Every day on which the answer can turn."""
    yield date.min
    if treaty.in_force_on:
        yield treaty.in_force_on
    for period in territory.responsible:
        if period.since:
            yield period.since
            yield period.since - timedelta(days=1)  # what a continuation presupposes
    for each in dated(treaty, territory):
        for day in (*each.made.possible, *each.works.possible):
            if day < date.max:
                yield day
                if not each.sure:
                    yield day + timedelta(days=1)
    parent = shelf.get(treaty.depends_on)
    if parent:
        yield from _turns(parent, territory, shelf)
