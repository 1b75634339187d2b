"""Status tables: kept as they say, held against the records, proposed to an editor."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypedDict, get_args

import click
from django.utils import timezone

from manumit.cli.importing.files import write_record
from manumit.formats import InstrumentFacts, ParsedDocument
from manumit.library import selectors as library
from manumit.library.services import keep_table
from manumit.library.types import ReadyText

_Place = tuple[str, str]  # the depositary, and the number it gave the treaty


class KeptRow(TypedDict):
    """What is told about one table kept: the instrument it is about, or None where none is here."""

    number: str
    key: str | None
    outcome: str
    acts: int
    notes: list[str]


class TableRow(TypedDict):
    """What is told about an instrument's tables: counts of acts, a sentence for each that differs."""

    key: str
    numbers: list[str]
    agreed: int
    elsewhere: int
    missing: list[str]
    different: list[str]
    only_here: list[str]
    open: list[str]
    unsaid: list[str]
    unreadable: str
    proposal: str | None


class Tables:
    """The tables of one run, all of the day ``as_of`` where it is said."""

    def __init__(self, as_of: date | None = None) -> None:
        self._as_of = as_of
        self._kept: list[tuple[_Place, KeptRow]] = []

    def take(self, document: ParsedDocument, ready: ReadyText, key: str | None) -> bool:
        """Keep a document that says who takes part; false where it says nothing of that.

        Raises LibraryError where nobody knows which treaty it is about, or a newer one is held.
        """
        facts = document.facts
        if not isinstance(facts, InstrumentFacts) or not facts.participation:
            return False
        outcome = keep_table(
            document=document,
            digest=ready.digest,
            about=key,
            printed_on=self._as_of,
            by=None,
            at=timezone.now(),
        )
        row: KeptRow = {
            "number": document.number,
            "key": key,
            "outcome": outcome.value,
            "acts": sum(act.tells_an_act for act in facts.participation),
            "notes": list(document.notes),
        }
        self._kept.append(((facts.depositary, document.number), row))
        return True

    def kept(self) -> list[KeptRow]:
        """Each table of the run, with the instrument it is about."""
        held = {(one.table.depositary, one.table.number): one.key for one in library.held_tables()}
        return [{**row, "key": row["key"] or held[place] or None} for place, row in self._kept]

    def compare(self, folder: Path | None) -> list[TableRow]:
        """Hold what is kept of each instrument against its record; write proposals to the folder."""
        keys = {row["key"] for row in self.kept() if row["key"]}
        return [_told(found, folder) for found in library.reconciliation(keys)]


def tell_kept(rows: Sequence[KeptRow]) -> None:
    """Print what became of each table."""
    for row in rows:
        about = row["key"] or "no record has its number"
        click.echo(f"{row['number'] or '-'} ({about}): {row['outcome']}, {row['acts']} acts")
        for note in row["notes"]:
            click.echo(f"  look at: {note}")


def tell_tables(rows: Sequence[TableRow]) -> None:
    """Print each record's difference from its tables."""
    for row in rows:
        counts = f"{row['agreed']} agree, {row['elsewhere']} of others"
        click.echo(f"{row['key']} ({', '.join(row['numbers'])}): {counts}")
        kinds: tuple[library.DifferenceKind, ...] = get_args(library.DifferenceKind)
        for kind in kinds:
            for line in row[kind]:
                click.echo(f"  {kind.replace('_', ' ')}: {line}")
        if row["unreadable"]:
            click.echo(f"  not compared: {row['unreadable']}")
        if row["proposal"]:
            click.echo(f"  proposed: {row['proposal']}")


def _told(found: library.Reconciled, folder: Path | None) -> TableRow:
    compared = found.compared
    act, event = library.told_act, library.told_event
    return {
        "key": found.key,
        "numbers": list(dict.fromkeys(table.number for table in found.tables)),
        "agreed": len(compared.agreed),
        "elsewhere": compared.elsewhere,
        "missing": [act(one) for one in compared.missing],
        "different": [
            f"{act(one)}, the record has {event(other)}" for one, other in compared.different
        ],
        "only_here": [event(one) for one in compared.only_here],
        "open": [f"{act(one)}: {one.doubt}" for one in compared.open],
        "unsaid": [_statement(one) for one in compared.unsaid],
        "unreadable": found.unreadable,
        "proposal": _propose(found, folder) if folder and compared.missing else None,
    }


def _propose(found: library.Reconciled, folder: Path) -> str:
    """Write the record's file with the missing acts added, each from its table; gives where."""
    work = library.any_work(found.key)
    record = library.record_of_instrument(work)
    today = timezone.localdate()
    missing = found.compared.missing
    added = [(act, library.source_of_table(act.table, looked_on=today)) for act in missing]
    return str(write_record(folder, found.key, library.proposed_text(record, work.body, added)))


def _statement(act: library.ListedAct) -> str:
    words = " ".join(act.statement.split())
    shown = words if len(words) <= 160 else f"{words[:160]} …"
    return f"{act.code} ({act.party}): {shown}"
