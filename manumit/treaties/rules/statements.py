"""Which reservations and declarations are alive on a day, and what others object to in them."""

from collections.abc import Sequence
from datetime import date

from manumit.treaties.rules.acts import STATEMENTS, concerns
from manumit.treaties.rules.dating import Dated
from manumit.treaties.types import ActOfState, Statement, Territory


def alive_on(acts: Sequence[Dated], territory: Territory, on: date) -> tuple[Statement, ...]:
    """Those of the state that acts for the territory on the day: its own first, in order of time.

    One whose day is not known exactly counts from the last day it can have been made.
    """
    state = territory.acting_on(on)
    done = [each for each in acts if each.works.last <= on]
    wheres = [territory.code, ""] if territory.responsible else [""]
    return tuple(
        Statement(
            each.act,
            own=each.act.territory == territory.code or not territory.responsible,
            cut_back=_undone(done, each, in_part=True),
            objections=_objections(done, each),
        )
        for where in wheres
        for each in sorted(done, key=lambda one: (one.made.first, one.act.act, one.act.gist))
        if each.act.act in STATEMENTS and concerns(each.act, state, where)
        if not _undone(done, each, in_part=False)
    )


def _undone(done: Sequence[Dated], each: Dated, *, in_part: bool) -> tuple[ActOfState, ...]:
    """The withdrawals of that statement, whole or in part."""
    return tuple(
        one.act for one in done
        if one.act.act == f"withdrawal-of-{each.act.act}"
        and one.act.in_part == in_part
        and concerns(one.act, each.act.party, each.act.territory)
        and _means(one, each)
    )  # fmt: skip


def _means(one: Dated, each: Dated) -> bool:
    """Whether it is about that act: the one of the day it names, or any made before it."""
    if one.act.undoes:
        return each.act.on.startswith(one.act.undoes)
    return each.made.first <= one.made.last


def _objections(done: Sequence[Dated], each: Dated) -> tuple[ActOfState, ...]:
    """Objections to that statement that were not withdrawn."""
    made = [
        one for one in done
        if one.act.act == "objection" and one.act.against == each.act.party and _means(one, each)
    ]  # fmt: skip
    back = [one.act for one in done if one.act.act == "withdrawal-of-objection"]
    return tuple(
        one.act for one in made
        if not any(
            each_back.party == one.act.party and each_back.against == one.act.against
            for each_back in back
        )
    )  # fmt: skip
