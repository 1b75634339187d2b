"""HUDOC: what a query finds in the database of the European Court of Human Rights.

The list comes as JSON, page by page in the order of days; each text as the HTML of its conversion,
which is put into the JSON that ``manumit.formats`` reads.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from lxml import etree, html
from pydantic import Field

from manumit.harvest.errors import Unreadable
from manumit.harvest.kinds.content import Broken, Paper
from manumit.harvest.kinds.types import Find, Kind, Settings, Step, Visit
from manumit.harvest.notices import one_line

_FIELDS = (
    "itemid", "docname", "appno", "kpdate", "doctypebranch", "importance", "conclusion", "article",
    "violation", "nonviolation", "languageisocode", "ecli", "respondent",
)  # fmt: skip
# Without it the service answers nothing.
_RANKING = "11111111-0000-0000-0000-000000000000"
_BLOCKS = frozenset({"p", "div", "br", "td", "li", "h1", "h2", "h3", "h4", "tr", "table"})
_UNSEEN = frozenset({"script", "head", "title"})


class HudocSettings(Settings):
    """``query`` is HUDOC's own: ``article:4 AND documentcollectionid2:"JUDGMENTS"``."""

    query: str = Field(min_length=3)
    page: int = Field(default=50, ge=1, le=500)
    library: str = Field(default="ECHR", pattern=r"^[A-Z]+$")


def _walk(visit: Visit[HudocSettings]) -> Iterator[Step]:
    start, since = int(visit.state.get("start", 0)), str(visit.state.get("since", ""))
    newest = str(visit.state.get("newest", since))
    while True:
        rows = _rows(visit, start, since)
        newest = max([newest, *(_day(row) for row in rows)])
        over = len(rows) < visit.settings.page
        start += len(rows)
        state: dict[str, Any] = {"since": newest}
        if not over:
            state = {"since": since, "newest": newest, "start": start}
        yield Step([_find(row, visit) for row in rows], state)
        if over:
            return


def _rows(visit: Visit[HudocSettings], start: int, since: str) -> list[dict[str, str]]:
    answer = visit.fetcher.get(f"{visit.address.rstrip('/')}/app/query/results?" + urlencode(
        {
            "query": _query(visit.settings.query, since),
            "select": ",".join(_FIELDS),
            "sort": "kpdate Ascending",
            "start": start,
            "length": visit.settings.page,
            "rankingModelId": _RANKING,
        }
    ))  # fmt: skip
    try:
        results = json.loads(answer.body or b"")["results"]
        return [{k: str(v or "") for k, v in row["columns"].items()} for row in results]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable("HUDOC answers otherwise than with a list of results") from error


def _query(query: str, since: str) -> str:
    whole = f"(contentsitename:ECHR) AND ({query})"
    return f'{whole} AND (kpdate>="{since}T00:00:00.0Z")' if since else whole


def _find(row: dict[str, str], visit: Visit[HudocSettings]) -> Find:
    item = row.get("itemid", "")
    if not re.fullmatch(r"[0-9]{3}-[0-9]{1,9}", item):
        return Find(item[:100] or "no itemid", Broken(f"{item[:40]!r} is no number of an item"))
    base = visit.address.rstrip("/")
    query = urlencode({"library": visit.settings.library, "id": item})
    return Find(
        item,
        Paper("hudoc"),
        url=f"{base}/app/conversion/docx/html/body?{query}",
        prepare=partial(_document, row, f"{base}/eng?i={quote(item)}"),
    )


def _document(row: dict[str, str], link: str, page: bytes) -> bytes:
    """The JSON of a document, out of its row in the list and the HTML of its text."""
    text = _text_of(page)
    if not text:
        raise Unreadable("HUDOC has no text of it in HTML")
    values = {
        "itemid": row["itemid"],
        "title": one_line(row.get("docname", "")),
        "app_no": row.get("appno", ""),
        "date": _day(row),
        "doc_type": row.get("doctypebranch", ""),
        "importance": row.get("importance", ""),
        "conclusion": row.get("conclusion", ""),
        "articles": row.get("article", ""),
        "violation": row.get("violation", ""),
        "nonviolation": row.get("nonviolation", ""),
        "language": row.get("languageisocode", ""),
        "ecli": row.get("ecli", ""),
        "url": link,
        "full_text": text,
    }
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "replace")


def _text_of(page: bytes) -> str:
    """The words of the page as one line; no-break spaces stay, the style sheet goes."""
    try:
        root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        seen = bool(name) and name not in _UNSEEN and name != "style"
        text = (element.text if seen else "") if event == "start" else element.tail
        pieces += [" " if name in _BLOCKS else "", text or ""]
    return re.sub(r"[ \t\r\n]+", " ", "".join(pieces)).strip()


def _day(row: dict[str, str]) -> str:
    """The day of a row (``2010-01-07T00:00:00``); empty where it has none that is beyond doubt."""
    try:
        return date.fromisoformat(row.get("kpdate", "")[:10]).isoformat()
    except ValueError:
        return ""


KIND = Kind(
    name="hudoc",
    description="Judgments and decisions that a HUDOC query finds",
    settings=HudocSettings,
    walk=_walk,
    example={"query": 'article:4 AND documentcollectionid2:"JUDGMENTS"', "page": 2},
)
