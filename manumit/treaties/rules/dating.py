"""On which day an act was done, and on which it works, as far as that can be known."""

from dataclasses import dataclass
from datetime import date, timedelta

from manumit.records import Wait
from manumit.treaties.rules.acts import APPLYING, ENDINGS, binds
from manumit.treaties.rules.days import Between, between
from manumit.treaties.types import ActOfState, Territory, Treaty

# Where the treaty's own rule is not recorded: no treaty here makes states wait longer.
_LONGEST_WAIT = Wait(months=12)
# Vienna Convention 1969, article 56(2): not less than twelve months' notice.
_NOTICE = Wait(months=12)


@dataclass(frozen=True, slots=True)
class Dated:
    """An act with the days on which it may have been made and have begun to work."""

    act: ActOfState
    made: Between
    works: Between

    @property
    def sure(self) -> bool:
        """Whether both days are known exactly."""
        return self.made.sure and self.works.sure


def dated(treaty: Treaty, territory: Territory) -> tuple[Dated, ...]:
    """Every act of the treaty with its days, for a question about that territory."""
    return tuple(
        Dated(act, made, _works(treaty, territory, act, made))
        for act in treaty.acts
        for made in (_made(treaty, territory, act),)
    )


def _made(treaty: Treaty, territory: Territory, act: ActOfState) -> Between:
    if act.on:
        return between(act.on)
    if act.effective_on:
        return Between(act.effective_on, act.effective_on)
    last = _latest(territory, act)
    return Between(min(_earliest(treaty, act), last), last)


def _earliest(treaty: Treaty, act: ActOfState) -> date:
    """From when an act with no day can be: one for a territory came after its state's consent.

    What is said on consenting stands with the consent and has its day.
    """
    consents = [between(one.on).last for one in treaty.acts if _state_act(one, act.party)]
    if act.territory and consents:
        return min(consents) + timedelta(days=1)
    return treaty.in_force_on or date.min


def _latest(territory: Territory, act: ActOfState) -> date:
    """Until when: somebody read of it, and its state must have been acting for the territory."""
    own = [each.until for each in territory.responsible if each.state == act.party]
    end = own[0] if own and act.territory == territory.code else None
    return min(act.known_by, end or date.max)


def _state_act(act: ActOfState, party: str) -> bool:
    return act.party == party and bool(act.on) and binds(act)


def _works(treaty: Treaty, territory: Territory, act: ActOfState, made: Between) -> Between:
    if act.effective_on:
        return Between(act.effective_on, act.effective_on)
    if act.act == "continuation" and act.territory:
        return _continued(territory, act, made)
    if act.territory and not act.on:
        return made  # who read that it applies there read that it works
    if binds(act) or act.act in APPLYING:
        return _in_effect(treaty, act, made)
    if act.act in ENDINGS:
        if treaty.ends_after:
            return made.moved(treaty.ends_after)
        return Between(made.first, made.moved(_NOTICE).last)
    return made


def _in_effect(treaty: Treaty, act: ActOfState, made: Between) -> Between:
    if treaty.in_force_on is None and treaty.takes_effect is None:
        return Between(made.first, date.max)  # whether the treaty is in force at all is not known
    floor = treaty.in_force_on or date.min
    if treaty.takes_effect and not act.territory:
        return made.moved(treaty.takes_effect).not_before(floor)
    # A notice for a territory works at once or after the time of a deposit: treaties differ.
    longest = made.moved(treaty.takes_effect or _LONGEST_WAIT).last
    return Between(made.first, longest).not_before(floor)


def _continued(territory: Territory, act: ActOfState, made: Between) -> Between:
    """A continuation works from the day on which its state began to act for the territory."""
    period = next((each for each in territory.responsible if each.state == act.party), None)
    start = period.since if period else None
    if start is None:
        return made
    return Between(start, max(start, made.last)) if not act.on else made.not_before(start)
