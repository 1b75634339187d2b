"""Status tables: held against the events of the record, proposed to an editor, loaded by nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, TypedDict, get_args

import click
from django.utils import timezone

from manumit.cli.importing.files import write_record
from manumit.formats import InstrumentFacts, ParsedDocument, Participation
from manumit.library import selectors as library
from manumit.records import InstrumentRecord, Source, TreatyEvent
from manumit.reference import system_codes

Difference = Literal["missing", "different", "only_here", "open", "unsaid"]
_PAGE = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={}&clang=_en"


@dataclass
class Table:
    """All that the files say about one instrument: one table, several, statements too."""

    key: str
    numbers: list[str] = field(default_factory=list)
    publisher: str = ""
    depositary: str = ""
    acts: list[Participation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, document: ParsedDocument, facts: InstrumentFacts) -> None:
        """Take in one more file."""
        self.numbers += [document.number] if document.number not in ("", *self.numbers) else []
        self.publisher = document.publisher
        self.depositary = facts.depositary
        self.acts += facts.participation
        self.notes += document.notes


class TableRow(TypedDict):
    """What is told about one table: counts of acts, and a sentence for each that differs."""

    key: str
    numbers: list[str]
    agreed: int
    elsewhere: int
    missing: list[str]
    different: list[str]
    only_here: list[str]
    open: list[str]
    unsaid: list[str]
    notes: list[str]
    proposal: str | None


class Tables:
    """The tables of one run, by the work they are about."""

    def __init__(self) -> None:
        self._tables: dict[str, Table] = {}

    def take(self, document: ParsedDocument, key: str | None) -> bool:
        """Keep a document that says who takes part; false where it says nothing of that.

        Raises LibraryError where nobody knows which instrument it is about.
        """
        facts = document.facts
        if not isinstance(facts, InstrumentFacts) or not facts.participation:
            return False
        key = key or library.key_for_identifier(facts.depositary, document.number)
        library.record_of_instrument(library.any_work(key))
        self._tables.setdefault(key, Table(key)).add(document, facts)
        return True

    def compare(self, *, as_of: date | None, folder: Path | None) -> list[TableRow]:
        """Hold each against its record and, with a folder, write the proposals; gives what is told."""
        return [_compare(table, as_of, folder) for table in self._tables.values()]


def tell_tables(rows: Sequence[TableRow]) -> None:
    """Print each table's difference from its record."""
    for row in rows:
        counts = f"{row['agreed']} agree, {row['elsewhere']} of others"
        click.echo(f"{row['key']} ({', '.join(row['numbers'])}): {counts}")
        differences: tuple[Difference, ...] = get_args(Difference)
        for name in differences:
            for line in row[name]:
                click.echo(f"  {name.replace('_', ' ')}: {line}")
        for note in row["notes"]:
            click.echo(f"  look at: {note}")
        if row["proposal"]:
            click.echo(f"  proposed: {row['proposal']}")


def _compare(table: Table, as_of: date | None, folder: Path | None) -> TableRow:
    work = library.any_work(table.key)
    record = library.record_of_instrument(work)
    found = library.compare_participation(
        record, table.acts, known=frozenset(system_codes()), until=as_of
    )
    proposal = None
    if folder and as_of and found.missing:
        text = library.proposed_text(
            record, work.body, found.missing, _source(table, record, as_of)
        )
        proposal = write_record(folder, table.key, text)
    return {
        "key": table.key,
        "numbers": table.numbers,
        "agreed": found.agreed,
        "elsewhere": found.elsewhere,
        "missing": [_act(act) for act in found.missing],
        "different": [f"{_act(act)}, the record has {_event(one)}" for act, one in found.different],
        "only_here": [_event(event) for event in found.only_here],
        "open": [f"{_act(act)}: {act.doubt}" for act in found.open],
        "unsaid": [_statement(act) for act in found.unsaid],
        "notes": table.notes,
        "proposal": str(proposal) if proposal else None,
    }


def _source(table: Table, record: InstrumentRecord, as_of: date) -> Source:
    url = _PAGE.format(table.numbers[0]) if table.depositary == "untc" and table.numbers else None
    return Source.model_validate(
        {
            "id": f"{table.depositary or 'table'}-{as_of}",
            "url": url or record.official_url,
            "publisher": table.publisher,
            "for": ["events"],
            "on": timezone.localdate().isoformat(),
            "note": f"status table as it stood on {as_of:%-d %B %Y}, read by a program from a copy",
        }
    )


def _act(act: Participation) -> str:
    return f"{act.code or '?'} {act.act or '?'} {act.on} ({act.party}: {act.printed})"


def _event(event: TreatyEvent) -> str:
    return f"{event.party} {event.act} {event.on}"


def _statement(act: Participation) -> str:
    words = " ".join(act.statement.split())
    shown = words if len(words) <= 160 else f"{words[:160]} …"
    return f"{act.code} ({act.party}): {shown}"
