"""The depositary's tables of March 2015 beside the records of the starter collection."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from manumit import formats
from manumit.formats import Participation
from manumit.library import selectors as library
from manumit.records import InstrumentRecord, Roll, TreatyEvent, find_files, read_file
from tests.paths import REPOSITORY

FOLDER = "data/treaties/untc-status-2015"
LAST_DAY = date(2015, 3, 14)
"""The day on which the tables were taken: later acts cannot stand in them."""

_CHAPTERS = {"III": 3, "IV": 4, "V": 5, "VII": 7, "XVI": 16, "XVIII": 18, "XXI": 21}
AMENDED = {
    "VII-3": ["7-1", "7-2", "7-3"],
    "VII-5": ["7-4", "7-5"],
    "VII-8": ["7-6", "7-7", "7-8"],
    "VII-10": ["7-9", "7-10"],
    "XVIII-3": ["18-1", "18-2", "18-3"],
}
"""Old treaties, whose parties stand in the tables of the amending protocol and amended text too."""

NOT_IN_THE_TABLES = {
    ("VII-3", "gb", "ratification", "1922-06-28"): "deposited with the League of Nations",
    ("VII-8", "gb", "ratification", "1905-01-18"): "deposited with France",
    ("XVIII-3", "gb", "ratification", "1927-06-18"): "deposited with the League of Nations",
    ("XVIII-3", "vn", "accession", "1956-08-14"): "by the Republic of Viet-Nam: no code is sure",
}


@dataclass(frozen=True)
class Held:
    """A record held against its tables, and what parties said against its statements."""

    number: str
    record: InstrumentRecord
    tables: list[str]
    compared: library.Compared[Participation]

    @property
    def unexplained(self) -> list[TreatyEvent]:
        """Events that the tables should have."""
        return [event for event in self.compared.only_here if not self.why_absent(event)]

    def why_absent(self, event: TreatyEvent) -> str:
        """Why no table has the event; empty where nobody knows."""
        return NOT_IN_THE_TABLES.get((self.number, event.party, event.act, event.on or ""), "")


@cache
def acts_in(path: Path) -> tuple[Participation, ...]:
    """What a table or a page of statements tells."""
    (document,) = formats.format_named("untc").read(path.read_bytes(), path.name)
    return document.facts.participation


def held_against_tables(folder: Path) -> Iterator[Held]:
    """Every record with a number of the depositary and a table here, by its key."""
    records = list(_records())
    named = {event.party for record in records for event in record.events}
    for record in records:
        number = record.identifiers["untc"]
        names = _tables_of(number)
        paths = [folder / "treaties" / f"{name}.csv" for name in names]
        pages = [folder / "declarations" / f"{name}.txt" for name in names]
        if all(path.exists() for path in paths):
            acts = [act for path in (*paths, *filter(Path.exists, pages)) for act in acts_in(path)]
            silent = {code for roll in rolls_of(record) for code in roll.of}
            expected = library.parties_expected(record.events, named) | silent
            compared = library.compare_participation(
                record.events, acts, known=expected, until=LAST_DAY
            )
            yield Held(number, record, names, compared)


def rolls_of(record: InstrumentRecord) -> list[Roll]:
    """The lists that the record calls read whole, as far as they are these tables."""
    rolls = record.joining.rolls if record.joining else []
    return [roll for roll in rolls if roll.source == "untc"]


def _records() -> Iterator[InstrumentRecord]:
    for place in find_files([REPOSITORY / "collection" / "un" / "treaty"]):
        record = read_file(place.path, place.key).record
        if isinstance(record, InstrumentRecord) and "untc" in record.identifiers:
            yield record


def _tables_of(number: str) -> list[str]:
    chapter, _, rest = number.partition("-")
    return AMENDED.get(number, [f"{_CHAPTERS[chapter]}-{rest}"])
