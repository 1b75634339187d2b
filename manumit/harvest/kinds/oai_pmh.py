"""OAI-PMH: what repositories of reports and theses offer, read page by page from where we were.

``http://www.openarchives.org/OAI/openarchivesprotocol.html``. The reader is our own, a page long:
the libraries for it open connections of their own, and what is harvested goes through one fetcher.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from lxml import etree
from pydantic import Field

from manumit.formats import UnreadableDocument
from manumit.harvest.errors import HarvestError, Unreadable
from manumit.harvest.kinds.content import Broken, Gone, News
from manumit.harvest.kinds.feed import NewsSettings
from manumit.harvest.kinds.types import Find, Kind, Step, Visit
from manumit.harvest.notices import Notice, doi_in, language_tag, one_line, web_address
from manumit.harvest.xml import children, parse, text_of

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\d])")
_LANGUAGES = {
    "eng": "en", "fre": "fr", "fra": "fr", "spa": "es", "chi": "zh", "zho": "zh", "tha": "th",
    "khm": "km", "lao": "lo", "mya": "my", "bur": "my", "vie": "vi", "msa": "ms", "may": "ms",
    "ind": "id", "ger": "de", "deu": "de", "por": "pt", "rus": "ru", "ara": "ar",
}  # fmt: skip


class OaiError(HarvestError):
    """The repository refuses; ``code`` is one of the protocol's."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"the repository answers {code}" + (f": {message}" if message else ""))
        self.code = code


class OaiSettings(NewsSettings):
    """Which records: ``set`` is a part of the repository, empty for all of it."""

    set: str = ""
    prefix: str = Field(default="oai_dc", pattern=r"^oai_dc$")


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: finds, the token of the next one (empty at the end), the day it was given."""

    finds: list[Find]
    token: str
    day: str


def read_page(data: bytes, settings: OaiSettings) -> Page:
    """One answer of a repository. Raises OaiError, or Unreadable for what is none."""
    try:
        root = parse(data)
    except UnreadableDocument as error:
        raise Unreadable(f"the repository's answer is {error}") from error
    if etree.QName(root).localname != "OAI-PMH":
        raise Unreadable("the answer is no OAI-PMH")
    for refusal in children(root, "error"):
        raise OaiError(refusal.get("code") or "an error", one_line(text_of(refusal), 160))
    finds, token = [], ""
    for listing in children(root, "ListRecords", "GetRecord", "ListIdentifiers"):
        finds += [_find(record, settings) for record in children(listing, "record")]
        token = "".join(text_of(each) for each in children(listing, "resumptionToken"))
    day = "".join(text_of(each) for each in children(root, "responseDate"))
    return Page(finds, token, day[:10])


def _walk(visit: Visit[OaiSettings]) -> Iterator[Step]:
    state: dict[str, Any] = dict(visit.state)
    seen: set[str] = set()
    while True:
        token = state.get("token", "")
        if token in seen:
            raise Unreadable("the repository gives the same resumption token again and again")
        seen.add(token)
        page = _page(visit, state)
        if page is None:
            state.pop("token", None)
            continue
        began = state.get("began") or page.day
        if not page.token:
            yield Step(page.finds, {"since": began})
            return
        state = {"since": state.get("since", ""), "began": began, "token": page.token}
        yield Step(page.finds, state)


def _page(visit: Visit[OaiSettings], state: Mapping[str, Any]) -> Page | None:
    """The next page; None when the repository has forgotten where we were."""
    answer = visit.fetcher.get(f"{visit.address}?{_query(visit.settings, state)}")
    try:
        return read_page(answer.body or b"", visit.settings)
    except OaiError as error:
        if error.code == "noRecordsMatch":
            return Page([], "", state.get("began") or visit.at.date().isoformat())
        if error.code == "badResumptionToken" and state.get("token"):
            return None
        raise


def _query(settings: OaiSettings, state: Mapping[str, Any]) -> str:
    if token := state.get("token"):
        return urlencode({"verb": "ListRecords", "resumptionToken": token})
    query = {"verb": "ListRecords", "metadataPrefix": settings.prefix}
    if settings.set:
        query["set"] = settings.set
    if since := state.get("since"):
        query["from"] = since
    return urlencode(query)


def _find(record: etree._Element, settings: OaiSettings) -> Find:
    header = next(iter(children(record, "header")), None)
    identity = "" if header is None else "".join(map(text_of, children(header, "identifier")))
    if header is None or not identity:
        return Find("a record without an identifier", Broken("a record has no identifier"))
    if header.get("status") == "deleted":
        return Find(identity, Gone(), b"")
    try:
        notice = _notice(record, settings).checked()
    except Unreadable as error:
        return Find(identity, Broken(f"{identity} {error}"))
    return Find(identity, News(settings.only_topics), notice.to_bytes())


def _notice(record: etree._Element, settings: OaiSettings) -> Notice:
    said = _dublin_core(record)
    first = {name: values[0] for name, values in said.items()}
    links = [web_address(each) for each in said.get("identifier", [])]
    doi = doi_in(*said.get("identifier", []), *said.get("relation", []))
    day = _DAY.match(first.get("date", ""))
    language = first.get("language", "").lower()
    return Notice(
        title=one_line(first.get("title", ""), 400),
        link=next(filter(None, links), f"https://doi.org/{doi}" if doi else ""),
        publisher=one_line(settings.publisher or first.get("publisher", ""), 200),
        system=settings.system,
        kind=settings.type,
        published=day[0] if day else "",
        summary=one_line(first.get("description", ""), 500),
        language=language_tag(_LANGUAGES.get(language, language), settings.language),
        doi=doi,
        authors=tuple(one_line(name, 200) for name in said.get("creator", [])),
    )


def _dublin_core(record: etree._Element) -> dict[str, list[str]]:
    """The elements of the metadata by name; those without words are left out."""
    said: dict[str, list[str]] = {}
    for metadata in children(record, "metadata"):
        for element in metadata.iter(etree.Element):
            if words := text_of(element):
                said.setdefault(etree.QName(element).localname, []).append(words)
    return said


KIND = Kind(
    name="oai-pmh",
    description="Reports and articles from a repository that speaks OAI-PMH",
    settings=OaiSettings,
    walk=_walk,
    example={"set": "trafficking", "type": "report", "publisher": "Lantern University"},
)
