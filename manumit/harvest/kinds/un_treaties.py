"""The UN Treaty Collection: who takes part in the treaties that stand on our shelves.

A treaty's page is HTML, its chapter's file XML; in both, the table with a column *Participant* is
what counts. It is held against the record's events, and what differs is told to an editor.
"""

import csv
import io
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree, html
from pydantic import Field

from manumit.formats import UnreadableDocument
from manumit.harvest.errors import Unreadable
from manumit.harvest.kinds.content import StatusTable
from manumit.harvest.kinds.types import Find, Kind, Settings, Step, Visit
from manumit.harvest.xml import parse

_ROWS, _CELLS = ("tr", "row"), ("td", "th", "entry")
_FIRST = re.compile(r"Participants?\b")


class TreatySettings(Settings):
    """``treaties`` says for each instrument's key where its page is, below the source's address."""

    treaties: dict[str, str] = Field(min_length=1)


def table_of(page: bytes) -> bytes:
    """The page's table of participants as CSV. Raises Unreadable where there is none."""
    rows: list[list[str]] = []
    for row in (each for each in _root(page).iter() if _name(each) in _ROWS):
        cells = [_words(cell) for cell in row.iterchildren() if _name(cell) in _CELLS]
        if cells and _FIRST.match(cells[0]):
            rows = [["Participant", *cells[1:]]]
        elif rows and len(cells) == len(rows[0]) and cells[0]:
            rows.append(cells)
    if len(rows) < 2:
        raise Unreadable("no table of participants stands on the page")
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _walk(visit: Visit[TreatySettings]) -> Iterator[Step]:
    finds = [
        Find(key, StatusTable(key), url=urljoin(visit.address, page), prepare=table_of)
        for key, page in sorted(visit.settings.treaties.items())
    ]
    yield Step(finds, {})


def _root(page: bytes) -> etree._Element:
    try:
        return parse(page)
    except UnreadableDocument:
        pass
    try:
        return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Unreadable("the page is neither XML nor HTML") from error


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _words(cell: etree._Element) -> str:
    return " ".join("".join(map(str, cell.itertext())).split())


KIND = Kind(
    name="un-treaties",
    description="Status of treaties from the UN Treaty Collection",
    settings=TreatySettings,
    walk=_walk,
    example={"treaties": {"un/treaty/palermo-protocol": "status.html"}},
)
