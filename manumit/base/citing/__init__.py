"""Cite this: one work, or one passage of it, in the styles of lawyers and the files of programs.

Pure: it is handed an item in the shape of CSL-JSON and knows neither the library nor the web.
``docs/adr/0008`` says why the styles are functions of our own.
"""

import json

from manumit.base.citing import cases, laws, publications
from manumit.base.citing.bibtex import bibtex
from manumit.base.citing.items import (
    Citation,
    Custom,
    Date,
    Item,
    ItemType,
    Name,
    Run,
    date_of,
    plain,
)
from manumit.base.citing.metadata import meta_tags
from manumit.base.citing.pinpoints import Pinpoint, pinpoint
from manumit.base.citing.reports import reported_in
from manumit.base.citing.ris import ris
from manumit.base.citing.styles import HONG_KONG, OSCOLA, Style

__all__ = [
    "HONG_KONG",
    "OSCOLA",
    "Citation",
    "Custom",
    "Date",
    "Item",
    "ItemType",
    "Name",
    "Pinpoint",
    "Run",
    "Style",
    "bibtex",
    "cite",
    "csl_json",
    "date_of",
    "meta_tags",
    "pinpoint",
    "plain",
    "reported_in",
    "ris",
]


def cite(item: Item, style: Style) -> Citation:
    """The item as the style writes it, for a footnote."""
    match item["type"]:
        case "legal_case":
            return cases.case(item, style)
        case "legislation" | "treaty" | "document":
            return laws.law(item, style)
        case "article-journal":
            return publications.article(item)
        case "article-newspaper":
            return publications.news(item)
        case "webpage":
            return publications.web_page(item)
        case "book" | "report":
            return publications.report(item)


def csl_json(item: Item) -> str:
    """The item as a CSL-JSON document, which is a list; a line a field, so that people can read it."""
    fields = (f"  {_json(name)}: {_json(value)}" for name, value in item.items())
    return "[{\n" + ",\n".join(fields) + "\n}]\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
