"""A depositary's table held against an instrument's record; the record is left to its editors."""

from collections.abc import Iterator

from manumit.formats import InstrumentFacts, Participation, format_named
from manumit.library import selectors as library
from manumit.records import TreatyEvent

_FORMAT = "untc"


def differences(key: str, table: bytes) -> list[str]:
    """What an editor should look at, a line each: what the table has otherwise than the record.

    Raises WorkNotFound, IncompleteRecord or UnreadableDocument.
    """
    record = library.record_of_instrument(library.any_work(key))
    documents = format_named(_FORMAT).read(table, key)
    acts = [act for one in documents for act in _acts(one.facts)]
    known = library.parties_expected(record.events, library.parties_named())
    found = library.compare_participation(record.events, acts, known=known)
    lines = [f"only the depositary has {_act(act)}" for act in found.missing]
    lines += [f"the depositary has {_act(a)}, we have {_event(b)}" for a, b in found.different]
    lines += [f"only we have {_event(event)}" for event in found.only_here]
    lines += [f"unclear: {_act(act)}: {act.doubt}" for act in found.open]
    return [f"{key}: {line}" for line in lines]


def _acts(facts: object) -> Iterator[Participation]:
    if isinstance(facts, InstrumentFacts):
        yield from facts.participation


def _act(act: Participation) -> str:
    return f"{act.act or 'an act'} by {act.party} on {act.on} (printed: {act.printed})"


def _event(event: TreatyEvent) -> str:
    return f"{event.act} by {event.party} on {event.on}"
