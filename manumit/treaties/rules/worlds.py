"""Every way in which days that are not known exactly can have been.

What comes out alike in all of them is sure, however little is known of the days; what does not is
open, and the acts it hangs on are named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from manumit.treaties.rules.acts import MADE_ONCE, concerns
from manumit.treaties.rules.dating import Dated
from manumit.treaties.types import ActOfState

_MOST = 4096  # worlds; a record with more open days than that is answered as open


@dataclass(frozen=True, slots=True)
class Fixed:
    """An act with its days, in one world."""

    act: ActOfState
    made: date
    works: date

    def counts_on(self, day: date) -> bool:
        """Whether it was done by that day, or reaches back to it."""
        return min(self.made, self.works) <= day


World = tuple[Fixed, ...]


def worlds(acts: Sequence[Dated]) -> Iterator[World]:
    """Every world of these acts; none when there would be too many to look at."""
    choices = [_ways(each) for each in acts]
    rivals = _rivals(acts)
    count = 1
    for ways in choices:
        count *= len(ways)
    for group in rivals:
        count *= len(group)
    if count > _MOST:
        return
    for chosen in product(*rivals):
        dropped = {act for group in rivals for act in group} - set(chosen)
        kept = [ways for each, ways in zip(acts, choices, strict=True) if each.act not in dropped]
        yield from product(*kept)


def rivals_among(acts: Sequence[Dated]) -> tuple[ActOfState, ...]:
    """Acts that contradict each other: the same consent, given by one party on two days."""
    return tuple(act for group in _rivals(acts) for act in group)


def _ways(each: Dated) -> tuple[Fixed, ...]:
    if each.sure:
        return (Fixed(each.act, each.made.first, each.works.first),)
    return (
        Fixed(each.act, each.made.first, each.works.first),
        Fixed(each.act, each.made.last, each.works.last),
    )


def _rivals(acts: Sequence[Dated]) -> list[list[ActOfState]]:
    groups = []
    for act in sorted(MADE_ONCE):
        for party in sorted({each.act.party for each in acts}):
            same = [each.act for each in acts if each.act.act == act and concerns(each.act, party)]
            if len(same) > 1 and not _ended_between(acts, party):
                groups.append(same)
    return groups


def _ended_between(acts: Sequence[Dated], party: str) -> bool:
    return any(
        each.act.act in {"denunciation", "withdrawal"} and concerns(each.act, party)
        for each in acts
    )
