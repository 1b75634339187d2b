"""What agrees and what does not: depositaries' tables held against the records, with both sources."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Literal

from manumit.library.errors import IncompleteRecord
from manumit.library.models import Instrument, SeenDifference
from manumit.library.models import TreatyEvent as EventRow
from manumit.library.selectors.participation import (
    Compared,
    compare_participation,
    parties_expected,
)
from manumit.library.selectors.records import events_of
from manumit.library.selectors.tables import (
    ListedAct,
    TableSource,
    held_tables,
    table_acts,
)
from manumit.records import TreatyEvent

DifferenceKind = Literal["missing", "different", "only_here", "open", "unsaid"]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One instrument's tables held against its record.

    ``sources`` are those of the record by their id, as it has them. ``drafted`` are acts (party, act,
    day) that an unpublished draft of it has. ``unreadable`` says why a record could not be compared:
    then ``compared`` is empty.
    """

    key: str
    pk: int
    title: str
    tables: tuple[TableSource, ...]
    compared: Compared[ListedAct]
    sources: Mapping[str, Mapping[str, str]]
    drafted: frozenset[tuple[str, str, str]]
    unreadable: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that table and record say otherwise, or that only one of them says.

    ``act`` is the table's side, ``event`` and its ``source`` the record's. ``drafted`` is true
    where an unpublished draft of the record has the act already. ``tables`` are all of the instrument. ``seen`` is an editor's word that
    the record is right.
    """

    key: str
    pk: int
    title: str
    kind: DifferenceKind
    act: ListedAct | None
    event: TreatyEvent | None
    source: Mapping[str, str]
    drafted: bool
    tables: tuple[TableSource, ...]
    seen: SeenDifference | None = None

    @property
    def fingerprint(self) -> str:
        """The same as long as both sides say the same; a doubt is only our reading of one."""
        act = self.act and (self.act.party, self.act.column, self.act.printed, self.act.statement)
        event = self.event and self.event.model_dump(mode="json")
        sides = json.dumps([self.kind, act, event], sort_keys=True, ensure_ascii=False)
        return sha256(sides.encode()).hexdigest()

    @property
    def says(self) -> str:
        """The difference in a line."""
        act = told_act(self.act) if self.act else "no table has it"
        event = told_event(self.event) if self.event else "nothing"
        return f"{act}; the record has {event}"


def reconciliation(keys: Collection[str] | None = None) -> tuple[Reconciled, ...]:
    """Every instrument with a table, or of ``keys``, held against its tables, by key."""
    listed = table_acts(keys)
    rows = Instrument.objects.filter(key__in=listed).prefetch_related("events")
    named = parties_named()
    return tuple(_reconciled(row, listed[row.key], named) for row in rows.order_by("key"))


def differences(
    reconciled: Iterable[Reconciled], *, kind: str = "", seen: bool = False
) -> Iterator[Difference]:
    """What editors have to look at, of one kind or all; with ``seen`` what they saw instead."""
    rows = SeenDifference.objects.select_related("by")
    known = {(row.instrument_id, row.fingerprint): row for row in rows}
    for one in reconciled:
        for found in _differences_of(one):
            row = known.get((found.pk, found.fingerprint))
            if kind in {"", found.kind} and seen == bool(row):
                yield replace(found, seen=row)


def instruments_with_tables() -> list[tuple[str, str]]:
    """Key and title of every instrument with a table, by title."""
    keys = {held.key for held in held_tables()}
    return list(
        Instrument.objects.filter(key__in=keys).order_by("title").values_list("key", "title")
    )


def parties_named() -> frozenset[str]:
    """Everybody who acts in the record of some instrument of this Centre."""
    return frozenset(EventRow.objects.values_list("party", flat=True).distinct())


def told_act(act: ListedAct) -> str:
    """An act of a table in a line."""
    if act.is_statement:
        return f"{act.code or '?'} said something ({act.party})"
    return f"{act.code or '?'} {act.act or '?'} {act.on} ({act.party}: {act.printed})"


def told_event(event: TreatyEvent) -> str:
    """An event of a record in a line."""
    return f"{event.party} {event.act} {event.on}"


def day_of_tables(tables: Collection[TableSource]) -> date | None:
    """The day up to which all tables of acts tell; None where one does not say its day."""
    days = [table.printed_on for table in tables if table.holds == "acts"]
    told = [day for day in days if day]
    return min(told) if told and len(told) == len(days) else None


def _reconciled(row: Instrument, acts: tuple[ListedAct, ...], named: Collection[str]) -> Reconciled:
    tables = tuple(dict.fromkeys(act.table for act in acts))
    events: list[TreatyEvent] = []
    unreadable = ""
    try:
        events = events_of(row)
    except IncompleteRecord as error:
        unreadable, acts = str(error), ()
    compared = compare_participation(
        events, acts, known=parties_expected(events, named), until=day_of_tables(tables)
    )
    sources = {source.get("id", ""): source for source in row.sources}
    return Reconciled(
        row.key, row.pk, row.title, tables, compared, sources, _drafted(row), unreadable
    )


def _drafted(row: Instrument) -> frozenset[tuple[str, str, str]]:
    if not row.has_unpublished_changes or not row.latest_revision_id:
        return frozenset()
    draft = row.get_latest_revision_as_object()
    return frozenset((event.party, event.act, event.on) for event in draft.events.all())


def _differences_of(reconciled: Reconciled) -> Iterator[Difference]:
    compared = reconciled.compared
    for act, event in compared.different:
        yield _difference(reconciled, "different", act, event)
    for act in compared.missing:
        yield _difference(reconciled, "missing", act, None)
    for event in compared.only_here:
        yield _difference(reconciled, "only_here", None, event)
    for act in compared.open:
        yield _difference(reconciled, "open", act, None)
    for act in compared.unsaid:
        yield _difference(reconciled, "unsaid", act, None)


def _difference(
    reconciled: Reconciled, kind: DifferenceKind, act: ListedAct | None, event: TreatyEvent | None
) -> Difference:
    source = reconciled.sources.get(event.source, {}) if event else {}
    drafted = act is not None and (act.code, act.act, str(act.on)) in reconciled.drafted
    whose = reconciled.key, reconciled.pk, reconciled.title
    return Difference(*whose, kind, act, event, source, drafted, reconciled.tables)
