"""Find Case Law of the National Archives: an Atom feed of judgments, each in Akoma Ntoso.

Ask for it with ``?order=-updated``, and the walk ends where the last one began. Its licence permits
copying judgments; searching them in bulk by program asks for a licence of its own.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from lxml import etree
from pydantic import Field

from manumit.formats import UnreadableDocument
from manumit.harvest.errors import Unreadable
from manumit.harvest.kinds.content import Broken, Paper
from manumit.harvest.kinds.types import Find, Kind, Settings, Step, Visit
from manumit.harvest.xml import children, parse, text_of

_AKOMA_NTOSO = "application/akn+xml"


class ArchiveSettings(Settings):
    """``most_pages`` ends a walk through a feed that is not ordered by its changes."""

    most_pages: int = Field(default=50, ge=1, le=10_000)


def _walk(visit: Visit[ArchiveSettings]) -> Iterator[Step]:
    since = str(visit.state.get("since", ""))
    newest = str(visit.state.get("newest", since))
    address, page = str(visit.state.get("next") or visit.address), int(visit.state.get("page", 0))
    ordered = parse_qs(urlsplit(visit.address).query).get("order") == ["-updated"]
    while True:
        feed = _feed(visit, address)
        entries = list(children(feed, "entry"))
        days = [_said(entry, "updated") for entry in entries]
        newest = max([newest, *days])
        fresh = [entry for entry, day in zip(entries, days, strict=True) if day > since or not day]
        further, page = _link(feed, address, "next"), page + 1
        over = not further or page >= visit.settings.most_pages
        over = over or (ordered and len(fresh) < len(entries))
        state: dict[str, Any] = {"since": newest}
        if not over:
            state = {"since": since, "newest": newest, "next": further, "page": page}
        yield Step([_find(entry, address) for entry in fresh], state)
        if over:
            return
        address = further


def _feed(visit: Visit[ArchiveSettings], address: str) -> etree._Element:
    answer = visit.fetcher.get(address)
    try:
        root = parse(answer.body or b"")
    except UnreadableDocument as error:
        raise Unreadable(f"the feed is {error}") from error
    if etree.QName(root).localname != "feed":
        raise Unreadable(f"{address} is no Atom feed")
    return root


def _find(entry: etree._Element, address: str) -> Find:
    identity = _said(entry, "id")
    judgment = _link(entry, address, "alternate", _AKOMA_NTOSO)
    if not identity or not judgment:
        title = _said(entry, "title")[:80]
        return Find(identity or title, Broken(f"{title!r} has no Akoma Ntoso in the feed"))
    return Find(identity, Paper("akn"), url=judgment)


def _said(entry: etree._Element, name: str) -> str:
    return next(map(text_of, children(entry, name)), "")


def _link(element: etree._Element, address: str, rel: str, media_type: str = "") -> str:
    for link in children(element, "link"):
        if link.get("rel") == rel and (not media_type or link.get("type") == media_type):
            return urljoin(address, link.get("href") or "")
    return ""


KIND = Kind(
    name="national-archives",
    description="Judgments of the United Kingdom from Find Case Law, as Akoma Ntoso",
    settings=ArchiveSettings,
    walk=_walk,
    example={"most_pages": 5},
)
