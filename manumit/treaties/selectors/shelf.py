"""The published instruments as the rules need them, read anew when the library has changed."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from manumit.base.kept import Kept
from manumit.journal import selectors as journal
from manumit.library import selectors as library
from manumit.library.selectors import Implementation, RecordedInstrument
from manumit.records import Wait
from manumit.treaties.selectors.tables import with_tables
from manumit.treaties.types import ActOfState, Position, Roll, Treaty


def shelf() -> Mapping[str, Treaty]:
    """Every published instrument by key."""
    return SHELF.now()


def instrument_names() -> Mapping[str, RecordedInstrument]:
    """What the records say beside the acts: titles, type, topics. By key."""
    return RECORDED.now()


def recorded_parties() -> frozenset[str]:
    """Every state, body and territory of which an act is recorded."""
    acts = [act for treaty in shelf().values() for act in treaty.acts]
    return frozenset(
        code for act in acts for code in (act.party, act.territory) if code
    )  # fmt: skip


def sources_of(position: Position) -> list[Mapping[str, Any]]:
    """The sources of every act and list that the position rests on, each once."""
    said = [statement.act for statement in position.statements]
    cut = [act for statement in position.statements for act in statement.cut_back]
    objected = [act for statement in position.statements for act in statement.objections]
    acts = (*position.chain, *position.doubtful, *said, *cut, *objected)
    named = [name for act in acts for name in (act.source, *act.confirmed_by)]
    if position.roll:
        named.append(position.roll.source)
    held = shelf()[position.instrument].sources
    return [held[name] for name in dict.fromkeys(named) if name in held]


def implementing_laws(instrument: str, jurisdiction: str, on: date) -> tuple[Implementation, ...]:
    """The laws of the jurisdiction in operation on the day that carry the instrument out.

    A law whose first day is not known counts; one that ended in the month or year is gone.
    """
    rows = IMPLEMENTATIONS.now().get((instrument, jurisdiction), ())
    day = on.isoformat()
    return tuple(
        row for row in rows
        if row.commenced_on <= day and not (row.repealed_on and row.repealed_on <= day)
    )  # fmt: skip


def _shelf() -> Mapping[str, Treaty]:
    listed = library.table_acts()
    treaties = {
        key: with_tables(_treaty(each), listed.get(key, ())) for key, each in RECORDED.now().items()
    }
    return MappingProxyType(treaties)


def _recorded() -> Mapping[str, RecordedInstrument]:
    return MappingProxyType({each.key: each for each in library.recorded_instruments()})


def _implementations() -> Mapping[tuple[str, str], tuple[Implementation, ...]]:
    found: dict[tuple[str, str], tuple[Implementation, ...]] = {}
    for each in library.implementations():
        pair = each.instrument, each.jurisdiction
        found[pair] = (*found.get(pair, ()), each)
    return found


def _treaty(each: RecordedInstrument) -> Treaty:
    sources = {str(source["id"]): source for source in each.sources if source.get("id")}
    return Treaty(
        key=each.key,
        title=each.title,
        binding=each.binding,
        in_force_on=each.in_force_on,
        takes_effect=_wait(each.joining.get("takes_effect")),
        ends_after=_wait(each.joining.get("ends_after")),
        depends_on=each.joining.get("depends_on", ""),
        rolls=tuple(_roll(roll) for roll in each.joining.get("rolls", ())),
        acts=tuple(_act(row, sources) for row in each.acts),
        amended_by=each.amended_by,
        sources=sources,
    )


def _wait(table: Mapping[str, Any] | None) -> Wait | None:
    return None if table is None else Wait(**table)


def _roll(table: Mapping[str, Any]) -> Roll:
    of = table["of"]
    return Roll(
        of=frozenset() if of == "all" else frozenset(of),
        over=frozenset(table.get("over", ())),
        up_to=date.fromisoformat(table["up_to"]),
        source=table["source"],
    )


def _act(row: Any, sources: Mapping[str, Mapping[str, Any]]) -> ActOfState:
    source = sources.get(row.source, {})
    return ActOfState(
        party=row.party, act=row.act, on=row.on, effective_on=row.effective_on,
        territory=row.territory, after=row.after, against=row.against, undoes=row.undoes,
        in_part=row.in_part, gist=row.gist, source=row.source,
        basis=str(source.get("basis", "read")),
        known_by=_day(source.get("on")), confirmed_by=tuple(row.confirmed_by),
    )  # fmt: skip


def _day(given: Any) -> date:
    return date.fromisoformat(str(given)) if given else date.max


# A position must be that of today: whoever asks waits for what was changed.
RECORDED = Kept(_recorded, journal.last_number)
SHELF = Kept(_shelf, journal.last_number)
IMPLEMENTATIONS = Kept(_implementations, journal.last_number)
