"""The versions that the record of a law knows of, whether or not the Centre holds their texts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from manumit.base.days import bounds
from manumit.library.models import Work


@dataclass(frozen=True, slots=True)
class RecordedVersion:
    """A law as it stood from ``on``: its last day, its official text, and the work that made it.

    Days are as exact as they are known, ``until`` is empty where another version follows or it
    still holds. ``maker`` is the work that made it where readers have it, ``made_by`` its key.
    """

    on: str
    until: str
    url: str
    note: str
    made_by: str
    maker: Work | None


def recorded_versions(work: Any) -> list[RecordedVersion]:
    """The versions in the order of time; none for a work whose kind has none."""
    rows = getattr(work, "versions", [])
    keys = [row["amended_by"] for row in rows if "amended_by" in row]
    makers = Work.objects.published().in_bulk(keys, field_name="key") if keys else {}
    return [
        RecordedVersion(
            on=row["valid_from"],
            until=row.get("valid_to", ""),
            url=row.get("url", ""),
            note=row.get("note", ""),
            made_by=row.get("amended_by", ""),
            maker=makers.get(row.get("amended_by", "")),
        )
        for row in rows
    ]


def recorded_on(work: Any, day: date) -> RecordedVersion | None:
    """The version that surely held on the day: none where only a month or year is known and it lies in it."""
    begun = [version for version in recorded_versions(work) if bounds(version.on)[0] <= day]
    if not begun or bounds(begun[-1].on)[1] > day:
        return None
    last = begun[-1]
    return None if last.until and bounds(last.until)[0] < day else last
