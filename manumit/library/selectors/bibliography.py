"""A published work, or a passage of it, as an item that citations are made from."""

from typing import Any, cast

from manumit.base.citing import Custom, Item, ItemType, Pinpoint, date_of, pinpoint, reported_in
from manumit.library.models import Instrument, Judgment, Legislation, Publication, Work
from manumit.reference import with_place

_OF_EUROPE = ("directive", "regulation")
_PUBLICATIONS: dict[str, ItemType] = {
    "article": "article-journal",
    "book": "book",
    "learning-tool": "webpage",
    "news": "article-newspaper",
    "website": "webpage",
}


def citation_item(work: Work, *, url: str, eid: str = "", language: str = "") -> Item:
    """The work as a CSL-JSON item whose address is ``url``, pinned to the passage ``eid``.

    ``language`` chooses among the work's titles; where it has none in it, its own stands. Names of
    people are those of authors of publications only: of a case, what its title says.
    """
    kind = work.as_kind()
    item = _known(_common(kind, url, language), _own(kind))
    if not eid:
        return item
    item["id"] += f"#{eid}"
    item["custom"]["eid"] = eid
    return _pinned(item, pinpoint(eid))


def _known(common: Item, own: Item) -> Item:
    """Both together, without what nobody knows."""
    custom = {name: value for name, value in own["custom"].items() if _says_something(value)}
    values = {"id": common["id"], "type": own["type"], **common, **own}
    values["custom"] = {**common["custom"], **custom}
    return cast("Item", {name: value for name, value in values.items() if _says_something(value)})


def _says_something(value: Any) -> bool:
    return bool(value) and value != date_of("")


def _pinned(item: Item, at: Pinpoint) -> Item:
    item["custom"]["label"] = at.label
    item["locator"] = at.locator
    if item["type"] != "legal_case":
        item["section"] = at.locator
    return item


def _common(work: Work, url: str, language: str) -> Item:
    titled = language in work.titles
    short = work.short_titles.get(language if titled else work.language, [])
    return {
        "id": work.key,
        "title": work.titles[language] if titled else work.title,
        "title-short": next(iter(short), ""),
        "language": language if titled else work.language,
        "jurisdiction": work.system.name(),
        "issued": date_of(work.dated),
        "URL": url,
        "custom": {"key": work.key, "system": work.system_id, **_official(work)},
    }


def _official(work: Work) -> Custom:
    """The address of the official text, and the last day on which someone read it there."""
    if not work.official_url:
        return {}
    of_it = [source for source in work.sources if source.get("url") == work.official_url]
    read = [source["on"] for source in of_it if source.get("basis", "read") == "read"]
    looked: Custom = {"official-accessed": date_of(max(read))} if read else {}
    return {"official-url": work.official_url, **looked}


def _own(work: Any) -> Item:
    """What only works of this kind have."""
    if isinstance(work, Judgment):
        return _judgment(work)
    if isinstance(work, Legislation):
        return _legislation(work)
    if isinstance(work, Instrument):
        return _instrument(work)
    return _publication(work)


def _judgment(work: Judgment) -> Item:
    numbers = work.docket_nos or _many(work.identifiers.get("app-no", []))
    document = _one(work.identifiers.get("un-doc", ""))
    return {
        "type": "legal_case",
        "authority": with_place(work.forum.name(), work.forum.system_id),
        "number": work.neutral_citation or ", ".join(numbers) or document,
        **reported_in(work.reports),
        "custom": {
            "forum": work.forum_id,
            "forum-type": work.forum.forum_type,
            "forum-level": work.forum.level,
            "court": work.forum.name(),
            "neutral-citation": work.neutral_citation,
            "reports": list(work.reports),
            "numbers": list(numbers),
            "ecli": _one(work.identifiers.get("ecli", "")),
            "un-document": document,
        },
    }


def _legislation(work: Legislation) -> Item:
    """Its date is that of enactment: the day of commencement is another thing."""
    issued = date_of(work.enacted_on)
    return {"type": "legislation", "number": work.number, "issued": issued, "custom": {}}


def _instrument(work: Instrument) -> Item:
    of_europe = work.instrument_type in _OF_EUROPE
    kind: ItemType = "treaty" if work.binding else "document"
    in_force = str(work.in_force_on or "")
    return {
        "type": "legislation" if of_europe else kind,
        **_series(work),
        "custom": {
            "done": "adopted" if work.adopted_on else "opened for signature",
            "in-force": date_of(in_force),
            "ilo": work.identifiers.get("ilo", ""),
            "un-document": work.identifiers.get("un-doc", ""),
        },
    }


def _series(work: Instrument) -> Item:
    """Where it is published. The Council of Europe numbers its treaties whatever the series says."""
    if number := work.identifiers.get("cets"):
        return {"container-title": "CETS", "number": number}
    registered = work.registration
    if not registered:
        return {"number": work.identifiers.get("un-doc", "")}
    return {
        "container-title": registered.get("series", ""),
        "volume": registered.get("volume", ""),
        "number": registered.get("number", ""),
    }


def _publication(work: Publication) -> Item:
    kind = _PUBLICATIONS.get(work.publication_type, "report")
    series, _, issue = work.series.partition(", issue ")
    container = {"article-journal": series or work.publisher, "article-newspaper": work.publisher}
    symbol = work.identifiers.get("symbol", "")
    return {
        "type": kind,
        "jurisdiction": "",
        "author": [{"literal": name} for name in work.authors],
        "publisher": work.publisher,
        "container-title": container.get(kind, ""),
        "collection-title": "" if kind in container else work.series,
        "issue": issue,
        "number": symbol,
        "ISBN": work.identifiers.get("isbn", ""),
        "DOI": work.identifiers.get("doi", ""),
        "custom": {"un-document": symbol},
    }


def _many(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _one(value: str | list[str]) -> str:
    return next(iter(_many(value)), "")
