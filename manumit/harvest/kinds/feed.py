"""RSS and Atom: news and new reports, as feeds in the wild tell them."""

import io
import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from time import struct_time
from typing import Any, Literal
from urllib.parse import urljoin
from xml.sax import SAXException

import feedparser
from lxml import etree
from pydantic import Field, field_validator

from manumit.base.markup import plain_text
from manumit.harvest.errors import Unreadable
from manumit.harvest.fetching import Validators
from manumit.harvest.kinds.content import Broken, News
from manumit.harvest.kinds.types import Find, Kind, Settings, Step, Visit
from manumit.harvest.notices import Notice, doi_in, language_tag, one_line, web_address
from manumit.reference import system_codes

_MOST_BYTES = 16 * 1024 * 1024
_LONGEST_SUMMARY = 500
_REFERENCE = re.compile(rb"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,8})|(?P<number>[0-9]{1,8}));")
_TAG = re.compile(r"<[a-zA-Z/!]")


class NewsSettings(Settings):
    """How items become draft publications. ``publisher`` stands in for one the source lacks.

    With ``only_topics``, items that mention none of the vocabulary's topics are passed over.
    """

    system: str = Field(default="int", pattern=r"^[a-z]{2,8}$")
    publisher: str = ""
    type: Literal["news", "report", "article", "guideline", "website"] = "news"
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")
    only_topics: bool = False

    @field_validator("system")
    @classmethod
    def _is_known(cls, value: str) -> str:
        if value not in system_codes():
            raise ValueError(f"no jurisdiction or body has the code {value!r}")
        return value


def read_feed(
    data: bytes, address: str, settings: NewsSettings, media_type: str = ""
) -> list[Find]:
    """The items of a feed. Raises Unreadable for what is none."""
    parsed = _parse(data, address, media_type)
    return [_find(entry, parsed.feed, address, settings) for entry in parsed.entries]


def _walk(visit: Visit[NewsSettings]) -> Iterator[Step]:
    answer = visit.fetcher.get(visit.address, Validators.of(visit.state), limit=_MOST_BYTES)
    if answer.body is not None:
        finds = read_feed(answer.body, answer.address, visit.settings, answer.media_type)
        yield Step(finds, answer.validators.kept())


def _parse(data: bytes, address: str, media_type: str) -> Any:
    if not data.strip():
        raise Unreadable("the feed is empty")
    # Never the bytes themselves: feedparser would take short ones for the name of a file.
    headers = {"content-location": address, "content-type": media_type or "application/xml"}
    try:
        parsed = feedparser.parse(
            io.BytesIO(_REFERENCE.sub(_whole, data)), response_headers=headers
        )
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError) as error:  # fmt: skip
        raise Unreadable(f"cannot be read as a feed ({type(error).__name__})") from error
    if not parsed.version and not parsed.entries:
        fault = parsed.get("bozo_exception")
        why = f" ({one_line(fault.getMessage(), 120)})" if isinstance(fault, SAXException) else ""
        raise Unreadable(f"is no feed: neither RSS nor Atom is in it{why}")
    return parsed


def _whole(reference: re.Match[bytes]) -> bytes:
    """The reference to a character; nothing for half of one, which trips feedparser."""
    code = int(reference["hex"], 16) if reference["hex"] else int(reference["number"])
    return b"" if 0xD800 <= code <= 0xDFFF else reference[0]


def _find(entry: Any, feed: Any, address: str, settings: NewsSettings) -> Find:
    link = _link(address, _text(entry, "link")) or web_address(_text(entry, "id"))
    notice = _notice(entry, feed, link, settings)
    identity = _text(entry, "id") or link or sha256(notice.to_bytes()).hexdigest()
    try:
        return Find(identity, News(settings.only_topics), notice.checked().to_bytes())
    except Unreadable as error:
        return Find(identity, Broken(f"an item {error}"))


def _notice(entry: Any, feed: Any, link: str, settings: NewsSettings) -> Notice:
    summary = one_line(_plain(_text(entry, "summary")), _LONGEST_SUMMARY)
    title = one_line(_plain(_text(entry, "title")), 400)
    language = _language(entry) or _text(feed, "language")
    return Notice(
        title=title or one_line(summary, 120),
        link=link,
        publisher=one_line(settings.publisher or _plain(_text(feed, "title")), 200),
        system=settings.system,
        kind=settings.type,
        published=_day(entry),
        summary=summary if summary != title else "",
        language=language_tag(language, settings.language),
        doi=doi_in(_text(entry, "prism_doi"), _text(entry, "dc_identifier"), link),
        authors=_authors(entry),
    )


def _link(address: str, written: str) -> str:
    try:
        return web_address(urljoin(address, written)) if written else ""
    except ValueError:
        return ""


def _text(values: Any, name: str) -> str:
    """A field that is text; feeds put tables and lists everywhere."""
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _plain(text: str) -> str:
    if not _TAG.search(text):
        return text
    try:
        return plain_text(text)
    except etree.LxmlError:  # markup with no word in it
        return ""


def _language(entry: Any) -> str:
    detail = entry.get("title_detail")
    return str(detail.get("language") or "") if isinstance(detail, dict) else ""


def _authors(entry: Any) -> tuple[str, ...]:
    people = entry.get("authors")
    if not isinstance(people, list):
        return ()
    names = (_text(person, "name") for person in people if isinstance(person, dict))
    return tuple(dict.fromkeys(one_line(_plain(name), 200) for name in names if name.strip()))


def _day(entry: Any) -> str:
    for name in ("published_parsed", "updated_parsed"):
        value = entry.get(name)
        if isinstance(value, struct_time):
            try:
                return date(value.tm_year, value.tm_mon, value.tm_mday).isoformat()
            except ValueError:
                continue
    return ""


KIND = Kind(
    name="feed",
    description="News and new reports from an RSS or Atom feed",
    settings=NewsSettings,
    walk=_walk,
    example={"publisher": "Lantern Watch", "system": "int"},
)
