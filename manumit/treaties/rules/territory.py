"""Where a territory stands whose treaties a state makes for it, in one world.

A treaty reaches such a territory by an act that names it, and only while the state that did it
acts for the territory.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from manumit.treaties.rules.acts import APPLYING, TERRITORIAL, binds, concerns
from manumit.treaties.rules.state import of_state
from manumit.treaties.rules.verdict import Verdict, silent
from manumit.treaties.rules.worlds import Fixed, World
from manumit.treaties.types import Standing, Territory, Treaty

_RULE_OF = {
    "extension": "extension",
    "extension-with-modifications": "modified",
    "continuation": "continuation",
    "exclusion": "exclusion",
    "decision-reserved": "decision-reserved",
    "denunciation": "territorial-ending",
    "withdrawal": "territorial-ending",
}
_STANDING: dict[str, Standing] = {
    "exclusion": "excluded",
    "decision-reserved": "reserved",
    "denunciation": "ended",
    "withdrawal": "ended",
}


def of_territory(treaty: Treaty, world: World, territory: Territory, on: date) -> Verdict:
    """Where the territory stands on that day, through the state that then acts for it."""
    if any(_in_own_name(each, territory, on) for each in world):
        return of_state(treaty, world, territory.code, on).by("own-name")
    state = territory.acting_on(on)
    if not state:
        return Verdict("unknown", in_force=None, rules=("responsibility",))
    own = of_state(treaty, world, state, on)
    named = _acts_for(world, state, territory, on)
    working = [each for each in named if each.works <= on]
    if working:
        return _by_latest(working, own, _binds_itself(treaty, state))
    presupposed = _presupposed(world, territory, on)
    if presupposed and own.in_force is not False and _is_last_day(territory, on):
        chain = (*own.chain, presupposed)
        return Verdict(
            "in-force", in_force=True, chain=chain, rules=("presupposed",), inferred=True
        )
    if named:
        return _still_to_come(named, own)
    if own.in_force is False:
        return own
    later = _first_extension(world, state, territory, on)
    if later:
        chain = (*own.chain, later)
        return Verdict("none", in_force=False, chain=chain, rules=("only-later",), inferred=True)
    if presupposed:
        chain = (*own.chain, presupposed)
        return Verdict("unknown", in_force=None, chain=chain, rules=("presupposed", "silence"))
    return _unnamed(treaty, own, state, territory)


def _first_extension(world: World, state: str, territory: Territory, on: date) -> Fixed | None:
    """An extension recorded for a later day says that the treaty did not apply there before."""
    later = [
        each for each in world
        if each.act.act in {"extension", "extension-with-modifications"}
        and concerns(each.act, state, territory.code)
        and not each.counts_on(on)
        and territory.acting_on(each.made) == state
    ]  # fmt: skip
    return min(later, key=lambda each: (each.made, each.works), default=None)


def _in_own_name(each: Fixed, territory: Territory, on: date) -> bool:
    return concerns(each.act, territory.code) and binds(each.act) and each.counts_on(on)


def _acts_for(world: World, state: str, territory: Territory, on: date) -> list[Fixed]:
    return [
        each for each in world
        if each.act.act in TERRITORIAL
        and concerns(each.act, state, territory.code)
        and each.counts_on(on)
    ]  # fmt: skip


def _binds_itself(treaty: Treaty, state: str) -> bool:
    return any(binds(act) for act in treaty.acts if act.party == state)


def _by_latest(working: Sequence[Fixed], own: Verdict, takes_part: bool) -> Verdict:  # noqa: FBT001
    """The latest act in effect decides; two of one day that contradict each other decide nothing."""
    latest = max((each.works, each.made) for each in working)
    deciding = [each for each in working if (each.works, each.made) == latest]
    if len({each.act.act in APPLYING for each in deciding}) > 1:
        return Verdict("unknown", in_force=None, clash=tuple(deciding), rules=("contradiction",))
    act = min(deciding, key=lambda each: each.act.act)
    rule = _RULE_OF[act.act.act]
    if act.act.act not in APPLYING:
        chain = (*own.chain, act)
        return Verdict(_STANDING[act.act.act], False, act.works, chain, (rule,))
    return _applied(act, working, own, takes_part).by(rule)


def _applied(act: Fixed, working: Sequence[Fixed], own: Verdict, takes_part: bool) -> Verdict:  # noqa: FBT001
    """It applies as long as the state itself is bound, or without that where it never was."""
    begun = _unbroken(act, working)
    if own.in_force:
        since = max(begun.works, own.since or begun.works)
        if begun.act.act == "continuation":
            since = begun.works
        return Verdict("in-force", in_force=True, since=since, chain=(*own.chain, begun))
    if not takes_part or (begun.act.act == "continuation" and own.standing != "ended"):
        return Verdict("in-force", in_force=True, since=begun.works, chain=(begun,))
    return replace(own, chain=(*own.chain, begun)).by("state-first")


def _unbroken(act: Fixed, working: Sequence[Fixed]) -> Fixed:
    """The act from which it has applied without a break: a second notice begins nothing new."""
    breaks = [each.works for each in working if each.act.act not in APPLYING]
    last_break = max(breaks, default=date.min)
    since = [
        each for each in working if each.act.act in APPLYING and each.works >= last_break
    ]  # fmt: skip
    return min(since, key=lambda each: (each.works, each.made, each.act.act), default=act)


def _presupposed(world: World, territory: Territory, on: date) -> Fixed | None:
    """A later state's notice that the treaty goes on applying there."""
    later = [
        each for each in world
        if each.act.act == "continuation"
        and each.act.territory == territory.code
        and each.act.party != territory.acting_on(on)
        and _takes_over(each, territory, on)
    ]  # fmt: skip
    return min(later, key=lambda each: each.works, default=None)


def _takes_over(each: Fixed, territory: Territory, on: date) -> bool:
    """Whether it continues, without a gap, what was there when its state took over."""
    starts = [one.since for one in territory.responsible if one.state == each.act.party]
    start = starts[0] if starts else None
    return start is not None and on < start and each.works <= start


def _is_last_day(territory: Territory, on: date) -> bool:
    """Whether another state acts for the territory from the next day on."""
    return on < date.max and territory.acting_on(on + timedelta(days=1)) != territory.acting_on(on)


def _still_to_come(named: Sequence[Fixed], own: Verdict) -> Verdict:
    first = min(named, key=lambda each: (each.works, each.made))
    return Verdict("not-yet", in_force=False, chain=(*own.chain, first), rules=("effect",))


def _unnamed(treaty: Treaty, own: Verdict, state: str, territory: Territory) -> Verdict:
    """No act names the territory: the state's own consent does not reach it by itself."""
    if own.in_force is not True:
        return own
    known = silent(treaty.rolls, state, territory.code)
    return replace(known, chain=own.chain).by("named-territory")
