"""Where a state or a body itself stands, in one world."""

from dataclasses import replace
from datetime import date

from manumit.treaties.rules.acts import ENDINGS, FIRST_STEPS, binds, concerns
from manumit.treaties.rules.verdict import Verdict, silent
from manumit.treaties.rules.worlds import Fixed, World
from manumit.treaties.types import Treaty

_RULE_OF = {
    "succession": "succession",
    "continuation": "succession",
    "tacit-acceptance": "tacit-acceptance",
}


def of_state(treaty: Treaty, world: World, party: str, on: date) -> Verdict:
    """Where the party stands by its own acts on that day.

    What was neither done nor in effect by then does not count; a succession reaches back.
    """
    acts = [each for each in world if concerns(each.act, party) and each.counts_on(on)]
    given = [each for each in acts if binds(each.act)]
    ends = _ends(acts, given)
    lasting = [each for each in given if not _ended(each, ends, on)]
    working = [each for each in lasting if each.works <= on]
    if working:
        return _bound(working)
    if lasting:
        return _not_yet(acts, min(lasting, key=_by_effect), on)
    if given:
        return _over(given, ends, on)
    return _without_consent(treaty, world, acts, party, on)


def _by_effect(each: Fixed) -> tuple[date, date, str]:
    return each.works, each.made, each.act.act


def _bound(working: list[Fixed]) -> Verdict:
    first = min(working, key=_by_effect)
    rule = _RULE_OF.get(first.act.act, "consent")
    return Verdict("in-force", in_force=True, since=first.works, chain=(first,), rules=(rule,))


def _not_yet(acts: list[Fixed], consent: Fixed, on: date) -> Verdict:
    applied = _provisional(acts, on)
    if applied:
        return Verdict(
            "provisional", in_force=False, since=applied.works, chain=(applied, consent),
            rules=("provisional",),
        )  # fmt: skip
    return Verdict("not-yet", in_force=False, chain=(consent,), rules=("effect",))


def _over(given: list[Fixed], ends: list[Fixed], on: date) -> Verdict:
    last = max((each for each in ends if _day_of_end(each, given) <= on), key=_by_effect)
    before = [each for each in given if each.made <= last.made]
    rule = "ending" if any(each.works <= last.made for each in before) else "ending-before-effect"
    since = max(last.works, last.made) if rule == "ending" else last.made
    chain = (min(before, key=_by_effect), last)
    return Verdict("ended", in_force=False, since=since, chain=chain, rules=(rule,))


def _without_consent(
    treaty: Treaty, world: World, acts: list[Fixed], party: str, on: date
) -> Verdict:
    applied = _provisional(acts, on)
    if applied:
        return Verdict(
            "provisional", in_force=False, since=applied.works, chain=(applied,),
            rules=("provisional",),
        )  # fmt: skip
    known = _before_first_step(world, party, on) or silent(treaty.rolls, party)
    signed = [each for each in acts if each.act.act == "signature"]
    if not signed:
        return known
    chain = (min(signed, key=_by_effect),)
    return replace(known, standing="signed", chain=chain).by("signature")


def _before_first_step(world: World, party: str, on: date) -> Verdict | None:
    """A consent recorded for a later day says that there was none before."""
    later = [
        each for each in world
        if each.act.act in FIRST_STEPS and concerns(each.act, party) and not each.counts_on(on)
    ]  # fmt: skip
    if not later:
        return None
    chain = (min(later, key=_by_effect),)
    return Verdict("none", in_force=False, chain=chain, rules=("only-later",), inferred=True)


def _provisional(acts: list[Fixed], on: date) -> Fixed | None:
    begun = [each for each in acts if each.act.act == "provisional-application"]
    stopped = [each.made for each in acts if each.act.act in ENDINGS]
    going = [
        each for each in begun
        if each.works <= on and not any(each.made <= day <= on for day in stopped)
    ]  # fmt: skip
    return min(going, key=_by_effect, default=None)


def _ends(acts: list[Fixed], given: list[Fixed]) -> list[Fixed]:
    """The notices of end that were not taken back before they worked."""
    taken_back = [each for each in acts if each.act.act == "withdrawal-of-denunciation"]
    return [
        each for each in acts
        if each.act.act in ENDINGS
        and not any(_takes_back(back, each, given) for back in taken_back)
    ]  # fmt: skip


def _takes_back(back: Fixed, notice: Fixed, given: list[Fixed]) -> bool:
    """Vienna Convention 1969, article 68: a notice may be revoked before it takes effect."""
    named = not back.act.undoes or notice.act.on.startswith(back.act.undoes)
    return named and notice.made <= back.made < _day_of_end(notice, given)


def _day_of_end(notice: Fixed, given: list[Fixed]) -> date:
    """A notice given before the consent works ends it at once: there is nothing to run out."""
    if any(each.works <= notice.made for each in given if each.made <= notice.made):
        return notice.works
    return notice.made


def _ended(consent: Fixed, ends: list[Fixed], on: date) -> bool:
    return any(
        consent.made <= notice.made and _day_of_end(notice, [consent]) <= on for notice in ends
    )
