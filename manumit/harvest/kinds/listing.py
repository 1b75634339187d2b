"""A sitemap, or a page that lists documents: for publishers who have no feed."""

from collections.abc import Iterator
from functools import partial
from typing import Literal
from urllib.parse import urldefrag

import re2
from lxml import etree
from pydantic import Field, field_validator

from manumit.formats import UnreadableDocument
from manumit.harvest.errors import Unreadable
from manumit.harvest.fetching.bodies import unzipped
from manumit.harvest.kinds.content import Broken, Content, News, Paper, Watched
from manumit.harvest.kinds.feed import NewsSettings
from manumit.harvest.kinds.types import Find, Kind, Step, Visit
from manumit.harvest.notices import Notice, web_address
from manumit.harvest.pages import Link, links_of, summary_of, title_of
from manumit.harvest.xml import children, parse, text_of

_MOST_MAPS = 200
_LARGEST_MAP = 64 * 1024 * 1024
_GZIP = b"\x1f\x8b"


class ListingSettings(NewsSettings):
    """``match`` is a regular expression (RE2) for the addresses that are wanted.

    ``take`` says what they are: ``news`` become draft publications from their words in the list, or
    from the page's title; ``texts`` are read in the format ``format`` (empty: recognised), as texts
    of the works that ``keys`` gives for addresses; ``watch`` tells editors when a page changes.
    """

    match: str = Field(min_length=1, max_length=500)
    take: Literal["news", "texts", "watch"] = "news"
    format: str = ""
    keys: dict[str, str] = {}

    @field_validator("match")
    @classmethod
    def _compiles(cls, value: str) -> str:
        _pattern(value)
        return value


def _walk(visit: Visit[ListingSettings]) -> Iterator[Step]:
    pattern = _pattern(visit.settings.match)
    waiting, seen = [visit.address], {visit.address}
    while waiting:
        address = waiting.pop()
        answer = visit.fetcher.get(address, limit=_LARGEST_MAP)
        links, maps = _read(answer.body or b"", answer.address)
        waiting += [each for each in maps if each not in seen]
        seen.update(maps)
        if len(seen) > _MOST_MAPS:
            raise Unreadable(f"the sitemap leads to more than {_MOST_MAPS} others")
        chosen = {urldefrag(link.address)[0]: link for link in links}
        wanted = [link for at, link in chosen.items() if pattern.search(at)]
        yield Step([_find(link, visit.settings) for link in wanted], {})


def _read(data: bytes, address: str) -> tuple[list[Link], list[str]]:
    """The links of a page or a sitemap, and the other sitemaps that it names."""
    if data.startswith(_GZIP):
        data = unzipped(data, _LARGEST_MAP)
    try:
        root = parse(data)
    except UnreadableDocument:
        return list(links_of(data, address)), []
    name = etree.QName(root).localname
    if name not in ("urlset", "sitemapindex"):
        return list(links_of(data, address)), []
    places = [
        text_of(loc) for row in children(root, "url", "sitemap") for loc in children(row, "loc")
    ]
    addresses = list(filter(None, map(web_address, places)))
    return ([], addresses) if name == "sitemapindex" else ([Link(a, "") for a in addresses], [])


def _find(link: Link, settings: ListingSettings) -> Find:
    identity = urldefrag(link.address)[0]
    if settings.take != "news":
        return Find(identity, _content(identity, settings))
    notice = partial(_notice, link, settings)
    if not link.words:
        return Find(identity, News(settings.only_topics), prepare=notice)
    try:
        return Find(identity, News(settings.only_topics), notice(b""))
    except Unreadable as error:
        return Find(identity, Broken(f"a link {error}"))


def _content(address: str, settings: ListingSettings) -> Content:
    key = settings.keys.get(address)
    if settings.take == "watch":
        return Watched(key or "")
    return Paper(settings.format or None, key)


def _notice(link: Link, settings: ListingSettings, page: bytes) -> bytes:
    """The notice of a document, by its words in the list or by what its page says of itself."""
    return Notice(
        title=link.words or title_of(page),
        link=link.address,
        publisher=settings.publisher,
        system=settings.system,
        kind=settings.type,
        summary=summary_of(page) if page else "",
        language=settings.language,
    ).checked().to_bytes()  # fmt: skip


def _pattern(written: str) -> "re2._Regexp":
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(written, options)
    except re2.error as error:
        raise ValueError(f"{written!r} is no regular expression that RE2 reads") from error


KIND = Kind(
    name="listing",
    description="What a sitemap or a page of links lists: news, texts, or pages to watch",
    settings=ListingSettings,
    walk=_walk,
    example={"match": r"/reports/[a-z0-9-]+$", "publisher": "Lantern Watch", "type": "report"},
)
