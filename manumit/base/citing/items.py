"""What is cited, in the shape of CSL-JSON: the exchange format of reference managers.

``custom`` is where that format keeps what it has no name for. The styles read it too.
"""

from typing import Literal, NamedTuple, TypedDict

ItemType = Literal[
    "article-journal",
    "article-newspaper",
    "book",
    "document",
    "legal_case",
    "legislation",
    "report",
    "treaty",
    "webpage",
]

# Year, month, day: as many of them as are known.
Date = TypedDict("Date", {"date-parts": list[list[int]]})


class Name(TypedDict):
    """A name as it is written: nobody guesses which part of it is the family's."""

    literal: str


# label: what the locator counts (section, paragraph); eid: the passage's own name.
# system, forum: codes of the reference data. court: the forum's name without its place.
# numbers: action or application numbers. done: adopted, or opened for signature.
# official-accessed: the day someone looked at the official text.
Custom = TypedDict(
    "Custom",
    {
        "key": str,
        "eid": str,
        "label": str,
        "system": str,
        "forum": str,
        "forum-type": str,
        "forum-level": str,
        "court": str,
        "neutral-citation": str,
        "reports": list[str],
        "numbers": list[str],
        "ecli": str,
        "done": str,
        "in-force": Date,
        "ilo": str,
        "un-document": str,
        "official-url": str,
        "official-accessed": Date,
    },
    total=False,
)
Item = TypedDict(
    "Item",
    {
        "id": str,
        "type": ItemType,
        "title": str,
        "title-short": str,
        "language": str,
        "author": list[Name],
        "authority": str,
        "jurisdiction": str,
        "number": str,
        "section": str,
        "container-title": str,
        "collection-title": str,
        "volume": str,
        "issue": str,
        "page": str,
        "publisher": str,
        "ISBN": str,
        "DOI": str,
        "issued": Date,
        "locator": str,
        "URL": str,
        "custom": Custom,
    },
    total=False,
)


class Run(NamedTuple):
    """Some words of a citation, in italics or not."""

    text: str
    italic: bool = False


Citation = tuple[Run, ...]


def date_of(text: str) -> Date:
    """A day, month or year (``2000-11``) as a date; an empty text as none."""
    return {"date-parts": [[int(part) for part in text.split("-")]] if text else []}


def parts_of(date: Date | None) -> list[int]:
    """Year, month and day as far as they are known; empty where nothing is."""
    return date["date-parts"][0] if date and date["date-parts"] else []


def iso_of(date: Date | None) -> str:
    """``2000-11-15``, ``2000-11``, ``2000`` or nothing."""
    return "-".join(f"{part:02}" for part in parts_of(date))


def authors_of(item: Item) -> list[str]:
    """The authors' names, in order."""
    return [name["literal"] for name in item.get("author", [])]


def notes_on(item: Item) -> list[tuple[str, str]]:
    """What no field of a reference manager holds, each with a name; nothing empty among it."""
    custom = item["custom"]
    numbers = custom.get("numbers", []) if "neutral-citation" in custom else []
    reports = custom.get("reports", [])
    notes = [
        ("pinpoint", f"{custom.get('label', '')} {item.get('locator', '')}".strip()),
        ("case number", ", ".join(numbers)),
        ("reported", "; ".join(reports) if len(reports) > 1 else ""),
        ("official text", custom.get("official-url", "")),
    ]
    return [(name, value) for name, value in notes if value]


def plain(citation: Citation) -> str:
    """The words of a citation, without its italics."""
    return "".join(run.text for run in citation)
