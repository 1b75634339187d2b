"""The position: every world asked, and what they agree on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from manumit.treaties.rules.dating import Dated, dated
from manumit.treaties.rules.state import of_state
from manumit.treaties.rules.statements import alive_on
from manumit.treaties.rules.territory import of_territory
from manumit.treaties.rules.verdict import Verdict
from manumit.treaties.rules.worlds import Fixed, World, rivals_among, worlds
from manumit.treaties.types import ActOfState, Position, Sureness, Territory, Treaty

Shelf = Mapping[str, Treaty]


def position(treaty: Treaty, territory: Territory, on: date, shelf: Shelf) -> Position:
    """Where the territory stands under the treaty on the day.

    ``shelf`` has the treaties that this one depends on or is amended by, by key. The order of a
    treaty's acts never matters, nor do acts done and effective after the day.
    """
    acts = dated(treaty, territory)
    answer = _answer(treaty, territory, on, shelf, acts)
    return _with_company(answer, treaty, territory, on, shelf, acts)


def _answer(
    treaty: Treaty, territory: Territory, on: date, shelf: Shelf, acts: Sequence[Dated]
) -> Position:
    """The answer itself. An amending instrument may depend on the one that it amends."""
    if not treaty.binding:
        verdict = Verdict("not-binding", in_force=False, rules=("not-binding",))
        return _plain(treaty, territory, on, verdict)
    if treaty.in_force_on and on < treaty.in_force_on and not _may_be_applied(acts, on):
        verdict = Verdict("not-in-force", in_force=False, rules=("entry-into-force",))
        return _plain(treaty, territory, on, verdict)
    own = _about(acts, territory)
    found = [_decide(treaty, world, territory, on) for world in worlds(own)]
    answer = _agreed(treaty, territory, on, found, own)
    return _with_parent(answer, treaty, territory, on, shelf)


def _may_be_applied(acts: Sequence[Dated], on: date) -> bool:
    """Whether somebody may have applied it provisionally by the day; of an act without days nobody knows."""
    begun = [each for each in acts if each.act.act == "provisional-application"]
    return any(
        each.works.first <= on or not (each.act.on or each.act.effective_on) for each in begun
    )


def _plain(treaty: Treaty, territory: Territory, on: date, verdict: Verdict) -> Position:
    return Position(
        treaty.key, territory.code, on, verdict.in_force, verdict.standing, "sourced",
        through=territory.acting_on(on), rules=verdict.rules,
    )  # fmt: skip


def _about(acts: Sequence[Dated], territory: Territory) -> tuple[Dated, ...]:
    """The acts that can decide: of the territory itself and of the states that acted for it."""
    parties = {territory.code, *(each.state for each in territory.responsible)}
    return tuple(
        each for each in acts
        if each.act.party in parties and each.act.territory in {"", territory.code}
    )  # fmt: skip


def _decide(treaty: Treaty, world: World, territory: Territory, on: date) -> Verdict:
    if territory.responsible:
        return of_territory(treaty, world, territory, on)
    return of_state(treaty, world, territory.code, on)


def _agreed(
    treaty: Treaty, territory: Territory, on: date, found: Sequence[Verdict], acts: Sequence[Dated]
) -> Position:
    """What all worlds say; open where they differ, with the acts that it hangs on."""
    answers = {verdict.in_force for verdict in found}
    if len(answers) != 1:
        return _open(treaty, territory, on, acts)
    standings = {verdict.standing for verdict in found}
    one = min(found, key=lambda verdict: verdict.inferred)  # what is recorded explains best
    rules = tuple(dict.fromkeys(rule for verdict in found for rule in verdict.rules))
    position = Position(
        treaty.key, territory.code, on, one.in_force,
        one.standing if len(standings) == 1 else "unknown",
        _weakest(found, on), _since(found), territory.acting_on(on),
        _in_time(one.chain), one.chain[-1].act if one.chain else None, rules=rules, roll=one.roll,
        doubtful=tuple(each.act for each in one.clash),
    )  # fmt: skip
    rivals = _rivals(acts)
    if rivals and one.in_force is not None:
        position = replace(position, sureness="conflicting", doubtful=rivals)
    return position


def _open(treaty: Treaty, territory: Territory, on: date, acts: Sequence[Dated]) -> Position:
    rivals = _rivals(acts)
    unsure = tuple(
        each.act for each in acts
        if not each.sure and each.made.first <= on and each.works.last >= on
    )  # fmt: skip
    return Position(
        treaty.key, territory.code, on, None, "unknown", "conflicting" if rivals else "open",
        through=territory.acting_on(on), chain=tuple(sorted({*rivals, *unsure}, key=_order)),
        rules=("contradiction",) if rivals else ("unsure-day",), doubtful=rivals or unsure,
    )  # fmt: skip


def _rivals(acts: Sequence[Dated]) -> tuple[ActOfState, ...]:
    return rivals_among(acts)


def _since(found: Sequence[Verdict]) -> str:
    """The day in all worlds; else what they share of it: the month or the year, or nothing."""
    days = {verdict.since.isoformat() if verdict.since else "" for verdict in found}
    if len(days) == 1:
        return days.pop()
    for length in (7, 4):
        shared = {day[:length] for day in days}
        if len(shared) == 1:
            return shared.pop()
    return ""


_FROM_WEAKEST: tuple[Sureness, ...] = (
    "conflicting", "open", "inferred", "presumed", "knowledge", "sourced",
)  # fmt: skip


def _weakest(found: Sequence[Verdict], on: date) -> Sureness:
    """An answer is as sure as in the world where it is least so."""
    return min((_sureness(verdict, on) for verdict in found), key=_FROM_WEAKEST.index)


def _sureness(verdict: Verdict, on: date) -> Sureness:
    if verdict.clash:
        return "conflicting"
    if verdict.in_force is None:
        return "open"
    if verdict.inferred:
        return "inferred"
    if verdict.roll and on > verdict.roll.up_to:
        return "presumed"
    deciding = verdict.chain[-2:]
    return "knowledge" if any(each.act.basis == "knowledge" for each in deciding) else "sourced"


def _in_time(chain: Sequence[Fixed]) -> tuple[ActOfState, ...]:
    return tuple(each.act for each in sorted(chain, key=lambda one: (one.made, one.works)))


def _order(act: ActOfState) -> tuple[str, str, str]:
    return act.on, act.party, act.act


def _with_parent(
    answer: Position, treaty: Treaty, territory: Territory, on: date, shelf: Shelf
) -> Position:
    """Not bound by the parent, not bound by this one; not known there, not known here."""
    parent = shelf.get(treaty.depends_on)
    if parent is None or not answer.in_force:
        return answer
    above = _answer(parent, territory, on, shelf, dated(parent, territory))
    if above.in_force:
        return replace(answer, rules=(*answer.rules, "depends-on"), parent=parent.key)
    return replace(
        answer, in_force=above.in_force, since="", parent=parent.key,
        standing="none" if above.in_force is False else "unknown",
        sureness=above.sureness, rules=(*answer.rules, "depends-on"),
    )  # fmt: skip


def _with_company(
    answer: Position, treaty: Treaty, territory: Territory, on: date, shelf: Shelf,
    acts: Sequence[Dated],
) -> Position:  # fmt: skip
    """The statements alive and the amendments in force, for one who is bound."""
    if not answer.in_force:
        return answer
    statements = alive_on(acts, territory, on)
    amended_by = tuple(
        key for key in treaty.amended_by
        if key in shelf
        and _answer(shelf[key], territory, on, shelf, dated(shelf[key], territory)).in_force
    )  # fmt: skip
    rules = (*answer.rules, *(["statements"] if statements else []))
    rules = (*rules, *(["amendment"] if amended_by else []))
    return replace(answer, statements=statements, amended_by=amended_by, rules=rules)
