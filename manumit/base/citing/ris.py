"""A RIS record. The format has no escapes: a value is one line, so white space becomes a space.

Tags are those that Zotero and EndNote read for each type. RIS has no type for treaties; a statute
comes closest, as both have a date, a series and a volume.
"""

from collections.abc import Iterator

from manumit.base.citing.items import Item, authors_of, iso_of, notes_on

_TYPES = {
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "document": "RPRT",
    "legal_case": "CASE",
    "legislation": "STAT",
    "report": "RPRT",
    "treaty": "STAT",
    "webpage": "ELEC",
}
# Where each type keeps its number.
_NUMBER = {"CASE": "SV", "STAT": "M1", "RPRT": "SN"}


def ris(item: Item) -> str:
    """The item as one record, ended as the format asks."""
    kind = _TYPES[item["type"]]
    rows = [("TY", kind), *((tag, " ".join(value.split())) for tag, value in _rows(item, kind))]
    lines = [f"{tag}  - {value}" for tag, value in rows if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _rows(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    date = iso_of(item.get("issued"))
    yield from (("AU", name) for name in authors_of(item))
    yield "TI", item["title"]
    yield "ST", item.get("title-short", "")
    yield "T2", _container(item, kind)
    yield "VL", item.get("volume", "")
    yield "IS", item.get("issue", "")
    yield "SP", item.get("page", "")
    yield "SE", item.get("section", "")
    yield _NUMBER.get(kind, "M1"), item.get("number", "")
    yield "PB", item.get("authority", item.get("publisher", ""))
    yield "PY", date[:4]
    yield "DA", date.replace("-", "/")
    yield "SN", item.get("ISBN", "") if kind == "BOOK" else ""
    yield "DO", item.get("DOI", "")
    yield "LA", item.get("language", "")
    yield "UR", item.get("URL", "")
    yield from (("N1", f"{name[0].upper()}{name[1:]}: {value}") for name, value in _notes(item))
    yield "ID", item["id"]


def _container(item: Item, kind: str) -> str:
    title = item.get("container-title") or item.get("collection-title", "")
    return title or (item.get("publisher", "") if kind == "ELEC" else "")


def _notes(item: Item) -> Iterator[tuple[str, str]]:
    yield from notes_on(item)
    if item["type"] == "legislation":
        yield "jurisdiction", item.get("jurisdiction", "")
    if item["type"] != "book" and "ISBN" in item:
        yield "ISBN", item["ISBN"]
