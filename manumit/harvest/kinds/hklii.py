"""HKLII: chapters of the laws of Hong Kong, both languages beside each other.

For each chapter the service is asked for its versions and for the newest one's sections; the two
languages are put into the one JSON that ``manumit.formats`` reads.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from pydantic import Field

from manumit.harvest.errors import FetchFailed, Unreadable
from manumit.harvest.kinds.content import Broken, Paper
from manumit.harvest.kinds.types import Find, Kind, Settings, Step, Visit
from manumit.harvest.notices import one_line

_LANGUAGES = ("en", "tc")
_NUMBER = re.compile(r"[0-9]{1,4}[A-Z]{0,5}")

Rows = list[dict[str, Any]]


class HkliiSettings(Settings):
    """``chapters`` are those that are wanted: ``57``, ``115``, ``115A``."""

    chapters: list[str] = Field(min_length=1)


def _walk(visit: Visit[HkliiSettings]) -> Iterator[Step]:
    done = list(visit.state.get("done", []))
    for chapter in visit.settings.chapters:
        if chapter in done:
            continue
        done.append(chapter)
        over = len(done) >= len(visit.settings.chapters)
        yield Step([_find(visit, chapter)], {} if over else {"done": list(done)})


def _find(visit: Visit[HkliiSettings], chapter: str) -> Find:
    identity = f"cap. {chapter}"
    try:
        return Find(identity, Paper("hklii"), _chapter(visit, chapter))
    except (FetchFailed, Unreadable) as error:
        return Find(identity, Broken(f"{identity}: {error}"))


def _chapter(visit: Visit[HkliiSettings], chapter: str) -> bytes:
    versions = {each: _newest(visit, chapter, each) for each in _LANGUAGES}
    rows = {
        each: _rows(visit, "getcapversiontoc", {"id": version["id"]}) if version else []
        for each, version in versions.items()
    }
    if not rows["en"]:
        raise Unreadable("HKLII has no English text of it")
    chinese = {row.get("subpath"): row for row in rows["tc"]}
    values = {
        "cap": chapter,
        "title": _title(versions["en"]),
        "titleZh": _title(versions["tc"]),
        "parts": _parts(rows["en"], chinese),
        "schedules": [_provision(row, chinese) for row in rows["en"] if _is_schedule(row)],
    }
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "replace")


def _newest(visit: Visit[HkliiSettings], chapter: str, language: str) -> dict[str, Any] | None:
    """The newest version of a chapter; the list begins with it."""
    rows = _rows(visit, "getcapversions", {"lang": language, "cap": chapter})
    return max(rows, key=lambda row: str(row.get("date", ""))) if rows else None


def _rows(visit: Visit[HkliiSettings], name: str, query: dict[str, Any]) -> Rows:
    answer = visit.fetcher.get(f"{visit.address.rstrip('/')}/api/{name}?{urlencode(query)}")
    try:
        rows = json.loads(answer.body or b"")
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"HKLII's {name} gives no JSON") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Unreadable(f"HKLII's {name} gives no list")
    return rows


def _parts(rows: Rows, chinese: dict[Any, dict[str, Any]]) -> list[dict[str, Any]]:
    """The sections under the parts that stand before them in the list."""
    parts: list[dict[str, Any]] = [_part("", {}, {})]
    for row in rows:
        if _is_schedule(row):
            continue
        if _NUMBER.fullmatch(_number(row)):
            parts[-1]["sections"].append(_provision(row, chinese))
        else:
            parts.append(_part(_said(row, "prov_num"), row, chinese.get(row.get("subpath"), {})))
    return [part for part in parts if part["sections"] or part["title"]]


def _part(number: str, row: dict[str, Any], chinese: dict[str, Any]) -> dict[str, Any]:
    title, title_zh = _said(row, "title"), _said(chinese, "title")
    return {"id": number, "title": title, "titleZh": title_zh, "sections": []}


def _provision(row: dict[str, Any], chinese: dict[Any, dict[str, Any]]) -> dict[str, str]:
    other = chinese.get(row.get("subpath"), {})
    word = "Schedule" if _is_schedule(row) else "Section"
    return {
        "id": f"{word} {_number(row)}",
        "subpath": _said(row, "subpath"),
        "title": _said(row, "title"),
        "titleZh": _said(other, "title"),
        "textEn": _said(row, "content"),
        "textZh": _said(other, "content"),
    }


def _is_schedule(row: dict[str, Any]) -> bool:
    return _said(row, "subpath").startswith("sch")


def _number(row: dict[str, Any]) -> str:
    return re.sub(r"^(?:section|schedule)\s+", "", _said(row, "prov_num"), flags=re.IGNORECASE)


def _title(row: dict[str, Any] | None) -> str:
    return one_line(_said(row or {}, "title"))


def _said(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""


KIND = Kind(
    name="hklii",
    description="Laws of Hong Kong by chapter from HKLII, in English and Chinese",
    settings=HkliiSettings,
    walk=_walk,
    example={"chapters": ["9998"]},
)
