"""Treaty events of the collection held against the depositary's status tables of March 2015."""

import csv
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from manumit.records import InstrumentRecord, find_files, read_file
from tests.paths import REPOSITORY, shared

LAST_DAY = "2015-03-14"
"""The day on which the tables were taken: later acts cannot stand in them."""

OURS = {
    "Brunei Darussalam": "bn",
    "Cambodia": "kh",
    "China": "cn",
    "Indonesia": "id",
    "Lao People's Democratic Republic": "la",
    "Malaysia": "my",
    "Myanmar": "mm",
    "Philippines": "ph",
    "Singapore": "sg",
    "Thailand": "th",
    "Timor-Leste": "tl",
    "Viet Nam": "vn",
}
FORMER_POWERS = {"United Kingdom of Great Britain and Northern Ireland": "gb", "Portugal": "pt"}
"""In a record only where they acted for Hong Kong or Macao: then their own acts are in it too."""

MARKS = {
    "a": "accession",
    "A": "acceptance",
    "AA": "approval",
    "d": "succession",
    "s": "definitive-signature",
}
BINDING = {"signature", "ratification", *MARKS.values()}

CHAPTERS = {"III": 3, "IV": 4, "V": 5, "VII": 7, "XVI": 16, "XVIII": 18, "XXI": 21}
AMENDED = {
    "VII-3": ["7-1", "7-2", "7-3"],
    "VII-5": ["7-4", "7-5"],
    "VII-8": ["7-6", "7-7", "7-8"],
    "VII-10": ["7-9", "7-10"],
    "XVIII-3": ["18-1", "18-2", "18-3"],
}
"""Old treaties, whose parties stand in the tables of the amending protocol and amended text too."""


class Act(NamedTuple):
    """What one party did on one day; what it was is unknown where the column does not say."""

    party: str
    what: str | None
    day: str

    def is_the_act(self, other: "Act") -> bool:
        same_kind = None in (self.what, other.what) or self.what == other.what
        return (self.party, self.day) == (other.party, other.day) and same_kind


NOT_IN_THE_COLLECTION = {
    ("VII-3", Act("cn", None, "1947-11-12")): "signed by the Republic of China",
    ("VII-8", Act("cn", None, "1949-05-04")): "signed by the Republic of China",
}
NOT_IN_THE_TABLES = {
    ("VII-3", Act("gb", "ratification", "1922-06-28")): "deposited with the League of Nations",
    ("VII-8", Act("gb", "ratification", "1905-01-18")): "deposited with France",
    ("XVIII-3", Act("gb", "ratification", "1927-06-18")): "deposited with the League of Nations",
}


def tables_of(number: str) -> list[str]:
    chapter, _, rest = number.partition("-")
    return AMENDED.get(number, [f"{CHAPTERS[chapter]}-{rest}"])


def acts_in(table: Path) -> list[Act]:
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    names = OURS | FORMER_POWERS
    return [
        Act(names[row["Participant"]], *act_of(column, cell))
        for row in rows
        if row["Participant"] in names
        for column, cell in row.items()
        if cell and column != "Participant"
    ]


def act_of(column: str, cell: str) -> tuple[str | None, str]:
    day, mark = re.fullmatch(r"(\d+ \w{3} \d{4})(?: (\w+))?", cell).groups()
    of_the_column = "signature" if column.startswith("Signature") else "ratification"
    if column.startswith("Definitive"):  # of the amending protocol: one column for several acts
        of_the_column = None
    what = MARKS[mark] if mark else of_the_column
    return what, datetime.strptime(day, "%d %b %Y").replace(tzinfo=UTC).date().isoformat()


def acts_of(record: InstrumentRecord) -> list[Act]:
    return [
        Act(event.party, event.act, str(event.on))
        for event in record.events
        if event.act in BINDING and not event.territory and str(event.on) <= LAST_DAY
    ]


def is_excepted(number: str, act: Act, exceptions: dict[tuple[str, Act], str]) -> bool:
    return any(number == at and act.is_the_act(known) for at, known in exceptions)


def records_with_tables(folder: Path) -> list[tuple[InstrumentRecord, list[Act]]]:
    found = []
    for place in find_files([REPOSITORY / "collection" / "un" / "treaty"]):
        record = read_file(place.path, place.key).record
        if not isinstance(record, InstrumentRecord) or "untc" not in record.identifiers:
            continue
        paths = [folder / f"{name}.csv" for name in tables_of(record.identifiers["untc"])]
        if all(path.exists() for path in paths):
            found.append((record, [act for path in paths for act in acts_in(path)]))
    return found


def test_what_states_did_by_march_2015_is_what_the_depositary_lists():
    disagreements, agreed = [], 0
    for record, listed in records_with_tables(shared("data/treaties/untc-status-2015/treaties")):
        number, told = record.identifiers["untc"], acts_of(record)
        parties = set(OURS.values()) | {event.party for event in record.events}
        for act in told:
            if any(act.is_the_act(other) for other in listed):
                agreed += 1
            elif not is_excepted(number, act, NOT_IN_THE_TABLES):
                disagreements.append(f"{number} {record.title}: no table has {act}")
        for act in listed:
            missing = act.party in parties and not any(act.is_the_act(other) for other in told)
            if missing and not is_excepted(number, act, NOT_IN_THE_COLLECTION):
                disagreements.append(f"{number} {record.title}: no event is {act}")
    assert not disagreements, "\n".join(disagreements)
    assert agreed >= 300
