"""What a depositary's table says, held against the events of an instrument's record.

Nothing here writes: the table may be older than the record, or misread. What it has and the record
has not becomes a proposal, which an editor reads and loads.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar, get_args

from manumit.formats import Participation
from manumit.library.errors import WorkNotFound
from manumit.library.models import Work
from manumit.library.selectors.records import record_of
from manumit.records import Act, InstrumentRecord, Source, TreatyEvent, write_text
from manumit.reference import former_powers, system_codes

BINDING = frozenset(
    {"signature", "definitive-signature", "ratification", "acceptance", "approval", "accession"}
    | {"succession", "provisional-application", "tacit-acceptance"}
)
"""Acts that a status table lists; what else a record tells stands elsewhere on the page."""
_SAID = frozenset({"reservation", "declaration"})
_RECORDED = frozenset(get_args(Act))
A = TypeVar("A", bound=Participation)


@dataclass(frozen=True, slots=True)
class Compared(Generic[A]):
    """A table against a record.

    ``agreed`` are events with the act that says the same. ``missing`` are acts that only the table has, ``different``
    those that both have with another day or of another kind, ``only_here`` those of the record that
    the table should have. ``open`` are acts of the table that nobody can be sure of and that fit no
    event; ``unsaid`` are statements by parties for whom the record has none; ``elsewhere``
    counts acts of those that are no jurisdiction here.
    """

    agreed: tuple[tuple[A, TreatyEvent], ...]
    missing: tuple[A, ...]
    different: tuple[tuple[A, TreatyEvent], ...]
    only_here: tuple[TreatyEvent, ...]
    open: tuple[A, ...]
    unsaid: tuple[A, ...]
    elsewhere: int


def compare_participation(
    events: Sequence[TreatyEvent],
    acts: Sequence[A],
    *,
    known: Collection[str],
    until: date | None = None,
) -> Compared[A]:
    """Hold the acts of one or several tables against a record's events.

    ``known`` are the codes of parties that a record can name; ``until`` is the day of the table,
    the last day in it where nobody says: later events cannot stand in it.
    """
    dated = [act for act in acts if act.on]
    until = until or max((act.on for act in dated if act.on), default=date.max)
    told = [event for event in events if _is_listed(event, until, acts)]
    agreed = list(_agreed(dated, told))
    left = [event for event in told if all(event is not one for _, one in agreed)]
    extra = [act for act in dated if not any(_is_same(act, event) for event in told)]
    ours = [act for act in extra if act.code in known]
    pairs = _pairs([act for act in ours if not act.doubt], left)
    paired = [act for act, _ in pairs]
    return Compared(
        agreed=tuple(agreed),
        missing=tuple(act for act in ours if not act.doubt and act not in paired),
        different=tuple(pairs),
        only_here=tuple(event for event in left if all(event is not one for _, one in pairs)),
        open=tuple(act for act in extra if act.doubt and (not act.code or act.code in known)),
        unsaid=tuple(_unsaid(events, acts, known)),
        elsewhere=sum(1 for act in extra if act.code and act.code not in known),
    )


def parties_expected(events: Iterable[TreatyEvent], named: Collection[str]) -> frozenset[str]:
    """Whose acts a record with these events should have.

    ``named`` is everybody whom records of the Centre name: a record without one of them is silent of
    it by mistake, or has yet to learn of it. States that acted for a territory of ours until a
    day are in some records for that alone, and expected where a record names them. Where no record
    names anybody, our own systems are meant.
    """
    followed = frozenset(named) - former_powers() or system_codes()
    return followed | {event.party for event in events}


def record_of_instrument(work: Work) -> InstrumentRecord:
    """The work's record. Raises WorkNotFound where it is no instrument, or IncompleteRecord."""
    record = record_of(work)
    if not isinstance(record, InstrumentRecord):
        raise WorkNotFound(f"{work.key} is no instrument: states take part in none of its kind")
    return record


def proposed_text(
    record: InstrumentRecord, body: str, added: Iterable[tuple[Participation, Source]]
) -> str:
    """The record's file with these acts as further events, each from its source; its own stay.

    The acts have a code, a kind and a day, the sources an id.
    """
    added = list(added)
    sources = {source.id: source for _, source in added}
    kept = [one for one in record.sources if one.id not in sources]
    values = record.model_dump(by_alias=True)
    values["events"] = [*values["events"], *(event_of_act(act, source) for act, source in added)]
    values["sources"] = [*(one.model_dump(by_alias=True) for one in kept), *sources.values()]
    return write_text(InstrumentRecord.model_validate(values), body)


def event_of_act(act: Participation, source: Source) -> dict[str, str]:
    """An act with a code, a kind and a day as an event from that source, which has an id."""
    return {"party": act.code, "act": act.act, "on": str(act.on), "source": str(source.id)}


def _is_listed(event: TreatyEvent, until: date, acts: Sequence[Participation]) -> bool:
    """Whether a table of that day must have the event: tables know no territories and no statements."""
    if event.act not in BINDING or event.territory or not event.on:
        return False
    return event.on <= until.isoformat() and any(act.on for act in acts)


def _agreed(acts: Sequence[A], events: Sequence[TreatyEvent]) -> Iterable[tuple[A, TreatyEvent]]:
    """Each event with the first act that may be it."""
    for event in events:
        act = next((act for act in acts if _is_same(act, event)), None)
        if act:
            yield act, event


def _is_same(act: Participation, event: TreatyEvent) -> bool:
    """Whether both may be one act: a day known in part fits, and so does an act left open."""
    if act.code != event.party:  # most are of others: nothing more is asked of them
        return False
    return (act.act not in _RECORDED or act.act == event.act) and _is_same_day(act, event)


def _is_same_day(act: Participation, event: TreatyEvent) -> bool:
    day = act.on.isoformat() if act.on else ""
    return day.startswith(event.on or "?")


def _pairs(acts: Sequence[A], events: Sequence[TreatyEvent]) -> list[tuple[A, TreatyEvent]]:
    """Each act with an event of the same party that can only be the same act told otherwise."""
    left = list(events)
    pairs = []
    for act in acts:
        found = next((event for event in left if _is_akin(act, event)), None)
        if found:
            left.remove(found)
            pairs.append((act, found))
    return pairs


def _is_akin(act: Participation, event: TreatyEvent) -> bool:
    if act.code != event.party:
        return False
    return act.act == event.act or _is_same_day(act, event)


def _unsaid(
    events: Sequence[TreatyEvent], acts: Sequence[A], known: Collection[str]
) -> Iterable[A]:
    said = {event.party for event in events if event.act in _SAID}
    return (act for act in acts if act.statement and act.code in known and act.code not in said)
