"""Whether acts work on the days that the instrument's own rule gives."""

from collections.abc import Iterator
from datetime import date

from manumit.records.events import Joining, TreatyEvent, Wait
from manumit.records.files import RecordFile
from manumit.records.types import InstrumentRecord
from manumit.records.waiting import after

# Acts that wait as the final clauses say. A succession works from the independence of the state;
# notices for a territory wait as some instruments say of them and others do not.
_CONSENTS = frozenset({"ratification", "acceptance", "approval", "accession"})
_ENDINGS = frozenset({"denunciation", "withdrawal"})
_LENGTH_OF_A_DAY = len("2000-11-15")
_OTHERWISE = (
    "{act} of {on} works on {reckoned} by the rule of joining, not on {effective}: mend one of "
    "them, or say in the event's gist what the depositary does, naming {reckoned}"
)

Faults = Iterator[tuple[str, str]]  # field and reason


def effect_faults(file: RecordFile) -> Faults:
    """Each act whose ``effective_on`` is not the day that ``joining`` gives, and that is silent."""
    record = file.record
    if not isinstance(record, InstrumentRecord):
        return
    for number, event in enumerate(record.events):
        reckoned = _reckoned(record, event)
        if reckoned and event.effective_on != reckoned and str(reckoned) not in event.gist:
            yield (
                f"events.{number}.effective_on",
                _OTHERWISE.format(
                    act=event.act, on=event.on, reckoned=reckoned, effective=event.effective_on
                ),
            )


def _reckoned(record: InstrumentRecord, event: TreatyEvent) -> date | None:
    """The day by the rule; None where the record has no rule for the act, or a day is not known."""
    wait = _wait(record.joining, event)
    if not wait or not event.effective_on or len(event.on or "") < _LENGTH_OF_A_DAY:
        return None
    day = after(date.fromisoformat(event.on or ""), wait)
    if event.act in _ENDINGS or not record.in_force_on:
        return day
    return max(day, record.in_force_on)


def _wait(joining: Joining | None, event: TreatyEvent) -> Wait | None:
    if not joining:
        return None
    if event.act in _ENDINGS:
        return joining.ends_after
    return joining.takes_effect if event.act in _CONSENTS and not event.territory else None
