"""Treaty events of the collection held against the depositary's status tables of March 2015.

The tables are read by the format ``untc`` and compared as ``manumit import untc`` compares them.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from manumit import formats
from manumit.formats import Participation
from manumit.library import selectors as library
from manumit.records import InstrumentRecord, TreatyEvent, find_files, read_file
from tests.paths import REPOSITORY, shared

LAST_DAY = date(2015, 3, 14)
"""The day on which the tables were taken: later acts cannot stand in them."""

OURS = {"bn", "cn", "id", "kh", "la", "mm", "my", "ph", "sg", "th", "tl", "vn"}
FORMER_POWERS = {"gb", "pt"}
"""In a record only where they acted for Hong Kong or Macao: then their own acts are in it too."""

CHAPTERS = {"III": 3, "IV": 4, "V": 5, "VII": 7, "XVI": 16, "XVIII": 18, "XXI": 21}
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


def tables_of(number: str) -> list[str]:
    chapter, _, rest = number.partition("-")
    return AMENDED.get(number, [f"{CHAPTERS[chapter]}-{rest}"])


def acts_in(table: Path) -> tuple[Participation, ...]:
    (document,) = formats.format_named("untc").read(table.read_bytes(), table.name)
    return document.facts.participation


def records_with_tables(folder: Path) -> Iterator[tuple[InstrumentRecord, list[Participation]]]:
    for place in find_files([REPOSITORY / "collection" / "un" / "treaty"]):
        record = read_file(place.path, place.key).record
        if not isinstance(record, InstrumentRecord) or "untc" not in record.identifiers:
            continue
        paths = [folder / f"{name}.csv" for name in tables_of(record.identifiers["untc"])]
        if all(path.exists() for path in paths):
            yield record, [act for path in paths for act in acts_in(path)]


def is_excepted(number: str, event: TreatyEvent) -> bool:
    return (number, event.party, event.act, event.on) in NOT_IN_THE_TABLES


def test_what_states_did_by_march_2015_is_what_the_depositary_lists():
    disagreements, agreed = [], 0
    for record, listed in records_with_tables(shared("data/treaties/untc-status-2015/treaties")):
        number = record.identifiers["untc"]
        parties = OURS | ({event.party for event in record.events} & FORMER_POWERS)
        found = library.compare_participation(record.events, listed, known=parties, until=LAST_DAY)
        agreed += len(found.agreed)
        open_acts = [act for act in found.open if act.code in parties]
        acts = (*found.missing, *open_acts)
        disagreements += [f"{number} {record.title}: no event is {act}" for act in acts]
        disagreements += [
            f"{number} {record.title}: {event} is in the table {act.printed}"
            for act, event in found.different
        ]
        ours = [event for event in found.only_here if not is_excepted(number, event)]
        disagreements += [f"{number} {record.title}: no table has {event}" for event in ours]
    assert not disagreements, "\n".join(disagreements)
    assert agreed >= 300
