"""A BibTeX entry: UTF-8, with every character that TeX would act on written as what it is.

Judgments, statutes and treaties have the types that biblatex gave them (``@jurisdiction``,
``@legislation``, ``@legal``); where a program knows none of them it takes ``@misc`` instead.
"""

import re
from collections.abc import Iterator

from manumit.base.citing.items import Item, authors_of, iso_of, notes_on

_TYPES = {
    "article-journal": "article",
    "article-newspaper": "article",
    "book": "book",
    "document": "misc",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "report": "techreport",
    "treaty": "legal",
    "webpage": "online",
}
# Braces are written by name: BibTeX counts them even behind a backslash.
_SPECIAL = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
# Two signs that TeX would set as one: dashes, quotes, and ?` and !`.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=[`?!])(?=`)")


def bibtex(item: Item) -> str:
    """The item as one entry."""
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(item) if value]
    return "\n".join([f"@{_TYPES[item['type']]}{{{_name(item)},", *lines, "}", ""])


def escaped(text: str) -> str:
    """Text as TeX will print it: nothing in it is a command, and white space is one space."""
    parts = _LIGATURE.split(" ".join(text.split()))
    return "{}".join("".join(_SPECIAL.get(sign, sign) for sign in part) for part in parts)


def _name(item: Item) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", item["id"])


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    """Names and values in order; a title in braces of its own keeps its capitals."""
    yield "author", " and ".join(f"{{{escaped(name)}}}" for name in authors_of(item))
    yield "title", f"{{{escaped(item['title'])}}}"
    yield "shorttitle", escaped(item.get("title-short", ""))
    yield "journal", escaped(item.get("container-title", ""))
    yield "series", escaped(item.get("collection-title", ""))
    yield "volume", escaped(item.get("volume", ""))
    yield "number", escaped(item.get("number", item.get("issue", "")))
    yield "pages", escaped(item.get("page", ""))
    yield _publisher(item), escaped(item.get("authority", item.get("publisher", "")))
    yield "location", escaped(_place(item))
    yield "date", iso_of(item.get("issued"))
    yield "year", iso_of(item.get("issued"))[:4]
    yield "isbn", escaped(item.get("ISBN", ""))
    yield "doi", escaped(item.get("DOI", ""))
    yield "language", escaped(item.get("language", ""))
    yield "url", _address(item.get("URL", ""))
    yield "note", escaped("; ".join(f"{name}: {value}" for name, value in notes_on(item)))


def _publisher(item: Item) -> str:
    return "institution" if item["type"] in ("legal_case", "report") else "publisher"


def _place(item: Item) -> str:
    return item.get("jurisdiction", "") if item["type"] == "legislation" else ""


def _address(url: str) -> str:
    """Addresses are taken letter by letter; only what could end the field is written otherwise."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
