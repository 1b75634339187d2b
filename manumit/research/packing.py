"""From picked passages to a pack: each cited, and quoted as it stood on the day."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from manumit.base import citing
from manumit.base.markup import plain_text
from manumit.library import selectors as library
from manumit.papers import Pack, Quoted, Source
from manumit.reference import label_of
from manumit.research.types import Pick

# Where a reader finds a passage: the work's key, the passage's eid or none, and the day if it matters.
AddressOf = Callable[[str, str, date | None], str]
_IN_TIME = frozenset({"instrument", "legislation"})
_STYLES = {"oscola": citing.OSCOLA, "hong-kong": citing.HONG_KONG}


def pack(
    picks: Iterable[Pick],
    *,
    words: Sequence[str],
    language: str,
    on: date,
    dated: date,
    centre: str,
    address_of: AddressOf,
    style: str = "hong-kong",
) -> Pack:
    """The letter's contents; ``manumit.papers`` makes files of it.

    ``words`` are the adviser's paragraphs, ``on`` the day as of which law is quoted. Where a passage has no
    text in ``language``, the others are quoted and that is said; where none is held, the record's own
    summary is. Raises WorkNotFound, and KeyError for no style.
    """
    sources = [_source(pick, language, on, address_of, _STYLES[style]) for pick in picks]
    return Pack(language, dated, centre, tuple(words), tuple(sources))


def _source(
    pick: Pick, language: str, on: date, address_of: AddressOf, style: citing.Style
) -> Source:
    work = library.published_work(pick.key)
    in_time = work.kind in _IN_TIME
    address = address_of(pick.key, pick.eid, on if in_time else None)
    item = library.citation_item(work, url=address, eid=pick.eid, language=language)
    quoted = tuple(_quoted(work, pick.eid, language, on))
    given = {each.language for each in quoted}
    return Source(
        title=item["title"],
        label=label_of(pick.eid, item["language"]) if pick.eid else "",
        citation=citing.plain(citing.cite(item, style)),
        address=address,
        official=work.official_url,
        quoted=quoted,
        # A summary was written on another day: only words of a text stood so on this one.
        as_of=on if in_time and any(each.authority for each in quoted) else None,
        lacking=() if language in given or not given else (language,),
    )


def _quoted(work: Any, eid: str, language: str, on: date) -> Iterator[Quoted]:
    """The passage in the asker's language, or in all others; else what the record says of it."""
    if not eid:
        found = library.findings_of(work) if work.kind == "judgment" else []
        yield from _own_words(work.language, _findings(found))
        return
    page = library.passage_page(work, eid, on)
    texts = [
        Quoted(each.text.language, _paragraphs(each.html), each.text.authority)
        for each in page.said
        if each.html
    ]
    wanted = [each for each in texts if each.language == language]
    yield from wanted or texts
    if not texts:
        noted = [page.passage.gist, page.passage.penalty, *_findings(page.drawn)]
        yield from _own_words(work.language, list(filter(None, noted)))


def _findings(found: Iterable[Any]) -> list[str]:
    """Propositions that still stand."""
    return [each.says for each in found if each.fate in {"good", "doubted"}]


def _own_words(language: str, said: Sequence[str]) -> Iterator[Quoted]:
    if said:
        yield Quoted(language, tuple(said))


def _paragraphs(html: str) -> tuple[str, ...]:
    lines = (line.strip() for line in plain_text(html).splitlines())
    return tuple(line for line in lines if line)
