"""The collection's Strasbourg records held against the Court's own list of authorities."""

import json

from manumit.records import JudgmentRecord, find_files, read_file
from tests.paths import REPOSITORY, shared


def official_days(path) -> dict[str, set[str]]:
    """Application number to the days of the decisions the Court cites under it."""
    days: dict[str, set[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        for number in entry["appnos"] if entry["date"] else []:  # a report bears a year alone
            days.setdefault(number, set()).add(entry["date"])
    return days


def strasbourg_records() -> list[tuple[str, JudgmentRecord]]:
    places = find_files([REPOSITORY / "collection" / "coe" / "case"])
    read = [(place.key, read_file(place.path, place.key).record) for place in places]
    return [(key, record) for key, record in read if isinstance(record, JudgmentRecord)]


def test_no_day_of_decision_disagrees_with_the_courts_own_citation():
    days = official_days(shared("data/echr/authority-slice.jsonl"))
    disagreements, agreed = [], 0
    for key, record in strasbourg_records():
        numbers = record.identifiers.get("app-no", [])
        cited = set().union(*(days.get(number, set()) for number in numbers))
        if not cited:
            continue
        if str(record.decided_on) in cited or record.forum == "ecthr-committee":
            agreed += 1
        elif len(cited) == 1 and record.final_on and str(record.final_on) in cited:
            disagreements.append(f"{key}: the Court cites the day on which it became final")
        else:
            disagreements.append(f"{key}: decided {record.decided_on}, the Court cites {cited}")
    assert not disagreements, "\n".join(disagreements)
    assert agreed >= 10


def test_a_key_bears_the_first_application_number_and_the_day_of_decision():
    for key, record in strasbourg_records():
        _, _, number, day = key.split("/")
        assert day == str(record.decided_on), key
        held = record.identifiers.get("app-no", [])
        held = [held] if isinstance(held, str) else held
        assert not held or number in {each.replace("/", "-") for each in held}, key
