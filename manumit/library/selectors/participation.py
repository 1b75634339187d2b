"""What a depositary's table says, held against the events of an instrument's record.

Nothing here writes: the table may be older than the record, or misread. What it has and the record
has not becomes a proposal, which an editor reads and loads.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from manumit.formats import Participation
from manumit.library.errors import AmbiguousTitle, WorkNotFound
from manumit.library.models import Instrument, Work
from manumit.library.selectors.records import record_of
from manumit.records import InstrumentRecord, Source, TreatyEvent, write_text

BINDING = frozenset(
    {"signature", "definitive-signature", "ratification", "acceptance", "approval", "accession"}
    | {"succession", "provisional-application"}
)
"""Acts that a status table lists; what else a record tells stands elsewhere on the page."""
_SAID = frozenset({"reservation", "declaration"})


@dataclass(frozen=True, slots=True)
class Compared:
    """A table against a record.

    ``agreed`` counts acts in both. ``missing`` are acts that only the table has, ``different``
    those that both have with another day or of another kind, ``only_here`` those of the record that
    the table should have. ``open`` are acts of the table that nobody can be sure of and that fit no
    event; ``unsaid`` are statements by parties for whom the record has none; ``elsewhere``
    counts acts of those that are no jurisdiction here.
    """

    agreed: int
    missing: tuple[Participation, ...]
    different: tuple[tuple[Participation, TreatyEvent], ...]
    only_here: tuple[TreatyEvent, ...]
    open: tuple[Participation, ...]
    unsaid: tuple[Participation, ...]
    elsewhere: int


def key_for_identifier(name: str, number: str) -> str:
    """The key of the one instrument with that number (``untc``, ``XVIII-12-a``).

    Raises WorkNotFound or AmbiguousTitle.
    """
    if not number:
        raise WorkNotFound(
            "the file does not say which instrument it is about: say so with --work KEY"
        )
    rows = Instrument.objects.values_list("key", "identifiers")
    found = [key for key, numbers in rows if numbers.get(name) == number]
    if not found:
        raise WorkNotFound(
            f"no instrument on the shelves has the number {number} of {name}: say which it is with "
            "--work KEY"
        )
    if len(found) > 1:
        raise AmbiguousTitle(
            f"{number} is the number of {' and of '.join(found)}: say which with --work KEY"
        )
    return str(found[0])


def compare_participation(
    record: InstrumentRecord,
    acts: Sequence[Participation],
    *,
    known: Collection[str],
    until: date | None = None,
) -> Compared:
    """Hold the acts of one or several tables against the record's events.

    ``known`` are the codes of parties that a record can name; ``until`` is the day of the table,
    the last day in it where nobody says: later events cannot stand in it.
    """
    dated = [act for act in acts if act.on]
    until = until or max((act.on for act in dated if act.on), default=date.max)
    told = [event for event in record.events if _is_listed(event, until, acts)]
    agreed = [event for event in told if any(_is_same(act, event) for act in dated)]
    left = [event for event in told if event not in agreed]
    extra = [act for act in dated if not any(_is_same(act, event) for event in told)]
    ours = [act for act in extra if act.code in known]
    pairs = _pairs([act for act in ours if not act.doubt], left)
    paired = [act for act, _ in pairs]
    return Compared(
        agreed=len(agreed),
        missing=tuple(act for act in ours if not act.doubt and act not in paired),
        different=tuple(pairs),
        only_here=tuple(event for event in left if all(event is not one for _, one in pairs)),
        open=tuple(act for act in extra if act.doubt and (not act.code or act.code in known)),
        unsaid=tuple(_unsaid(record, acts, known)),
        elsewhere=sum(1 for act in extra if act.code and act.code not in known),
    )


def record_of_instrument(work: Work) -> InstrumentRecord:
    """The work's record. Raises WorkNotFound where it is no instrument, or IncompleteRecord."""
    record = record_of(work)
    if not isinstance(record, InstrumentRecord):
        raise WorkNotFound(f"{work.key} is no instrument: states take part in none of its kind")
    return record


def proposed_text(
    record: InstrumentRecord, body: str, acts: Iterable[Participation], source: Source
) -> str:
    """The record's file with these acts as further events from that source; its own stay as they are.

    The acts have a code, a kind and a day.
    """
    added = [_event(act, source) for act in acts]
    sources = [one for one in record.sources if one.id != source.id]
    values = record.model_dump(by_alias=True)
    values["events"] = [*values["events"], *added]
    values["sources"] = [*(one.model_dump(by_alias=True) for one in sources), source]
    return write_text(InstrumentRecord.model_validate(values), body)


def _event(act: Participation, source: Source) -> dict[str, Any]:
    return {
        "party": act.code,
        "act": act.act,
        "on": act.on.isoformat() if act.on else None,
        "source": source.id,
    }


def _is_listed(event: TreatyEvent, until: date, acts: Sequence[Participation]) -> bool:
    """Whether a table of that day must have the event: tables know no territories and no statements."""
    if event.act not in BINDING or event.territory or not event.on:
        return False
    return event.on <= until.isoformat() and any(act.on for act in acts)


def _is_same(act: Participation, event: TreatyEvent) -> bool:
    """Whether both may be one act: a day known in part fits, and so does an act left open."""
    day = act.on.isoformat() if act.on else ""
    same_act = not act.act or act.act == event.act
    return act.code == event.party and same_act and day.startswith(event.on or "?")


def _pairs(
    acts: Sequence[Participation], events: Sequence[TreatyEvent]
) -> list[tuple[Participation, TreatyEvent]]:
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
    day = act.on.isoformat() if act.on else ""
    same_day = day.startswith(event.on or "?")
    return act.code == event.party and (act.act == event.act or same_day)


def _unsaid(
    record: InstrumentRecord, acts: Sequence[Participation], known: Collection[str]
) -> Iterable[Participation]:
    said = {event.party for event in record.events if event.act in _SAID}
    return (act for act in acts if act.statement and act.code in known and act.code not in said)
