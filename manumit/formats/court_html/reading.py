"""Reading one page of a court."""

import re

from lxml import etree

from manumit.formats.court_html.blocks import Block
from manumit.formats.court_html.cover import Cover, read_cover
from manumit.formats.court_html.encoding import decode_page
from manumit.formats.court_html.furniture import take_out
from manumit.formats.court_html.pages import PageReader
from manumit.formats.court_html.units import UnitReader
from manumit.formats.languages import language_of
from manumit.formats.markup import plain
from manumit.formats.safe_html import name_of, parse_html
from manumit.formats.types import (
    JudgmentFacts,
    ParsedDocument,
    PublicationFacts,
    UnreadableDocument,
)

_HTML = re.compile(rb"<(?:!doctype\s+html|html|body|head)\b", re.IGNORECASE)
_ELEMENT = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|pre|table|ul|ol|h[1-6]|font|center)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
# Marks in a page's make-up: its words may speak of judgments and be those of a law.
_OF_A_COURT = re.compile(
    rb"decisionDetail|class=\"(?:coversheet|case_cite)|neutral citation(?: number)?\s*:"
    rb"|<title>[^<]{3,200}(?: v\.? |slip op|\[\d{4}\] )",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SITE_AT_END = re.compile(r"\s+[-|–]\s+[^-|–]{3,60}$")
_SHOWN = 80


def sniff(start: bytes) -> bool:
    """Whether the beginning of a file is a page that speaks of a judgment."""
    page = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    # An e-mail holds a page too, but does not begin with it.
    return page.startswith(b"<") and bool(_HTML.search(page) and _OF_A_COURT.search(page))


def read(data: bytes, filename: str) -> list[ParsedDocument]:
    """Read one page. Raises UnreadableDocument."""
    text, damaged = decode_page(data)
    if not _ELEMENT.search(text):
        raise UnreadableDocument("not a web page: it has no elements")
    root = parse_html(text, deep=True)
    head = _Head(root)
    left_out = take_out(root)
    reader = PageReader()
    blocks = reader.read(root)
    if not blocks:
        raise UnreadableDocument("the page has no text")
    cover = read_cover(blocks, head.title)
    units = UnitReader()
    units.read(blocks, is_judgment=cover.is_judgment)
    notes = _notes(units, cover, left_out, reader.pictures, damaged=damaged)
    return [_document(head, cover, blocks, units, notes)]


class _Head:
    """What the page tells a browser about itself, read before anything is taken out."""

    def __init__(self, root: etree._Element) -> None:
        self.site, self.title = "", ""
        self.address = self.language = ""
        for one in root.iter():
            name = name_of(one)
            if name == "title" and not self.title:
                self.title = plain(one.text or "")
            elif name == "link" and "canonical" in (one.get("rel") or ""):
                self.address = _address(one.get("href"))
            elif name == "meta" and one.get("property") == "og:site_name":
                self.site = plain(one.get("content") or "")
            elif name == "html" and not self.language:
                self.language = _language_tag(one.get("lang") or one.get("xml:lang"))


def _document(
    head: _Head, cover: Cover, blocks: list[Block], units: UnitReader, notes: list[str]
) -> ParsedDocument:
    words = " ".join(block.text for block in blocks)
    return ParsedDocument(
        kind="judgment" if cover.is_judgment else "publication",
        key=(cover.neutral.key if cover.neutral else "") or None,
        title=cover.title or head.title or blocks[0].text[:_SHOWN],
        language=head.language or language_of(words) or "en",
        authority="unofficial",
        facts=_facts(cover) if cover.is_judgment else PublicationFacts(),
        units=tuple(units.units),
        number=cover.neutral.cite if cover.neutral else "",
        official_url=head.address,
        publisher=head.site,
        notes=tuple(notes),
        kind_guessed=not cover.is_sure,
    )


def _facts(cover: Cover) -> JudgmentFacts:
    return JudgmentFacts(
        forum=cover.neutral.forum if cover.neutral else "",
        decided_on=cover.decided_on,
        decision_type="judgment",
        panel=cover.judges,
        court=cover.court,
        neutral_citation=cover.neutral.cite if cover.neutral else "",
        docket_nos=cover.docket_nos,
        catchwords=cover.catchwords,
    )


def _notes(
    units: UnitReader, cover: Cover, left_out: list[str], pictures: int, *, damaged: bool
) -> list[str]:
    notes = []
    if left_out:
        length = sum(map(len, left_out))
        shown = " ".join(left_out)[:_SHOWN]
        notes.append(f"The page's own furniture was left out, {length} characters: {shown} …")
    if not units.numbered:
        notes.append("No numbered paragraphs were found; the page is read passage by passage.")
    if units.missing:
        numbers = ", ".join(map(str, units.missing))
        notes.append(f"Missing in the numbering of paragraphs: {numbers}.")
    if pictures:
        notes.append(f"Pictures without words of their own were left out: {pictures}.")
    if damaged:
        notes.append("Some bytes are no text in the encoding of the page; each shows as �.")
    return notes + _doubts(cover)


def _doubts(cover: Cover) -> list[str]:
    notes = []
    if cover.neutral is None:
        notes.append("The page gives no neutral citation that the reference knows.")
    if not cover.court:
        notes.append("The page does not say its court where it was looked for.")
    if cover.decided_on is None:
        notes.append("The page does not say on which day it was decided where it was looked for.")
    return notes


def _address(written: str | None) -> str:
    address = (written or "").strip()
    return address if re.fullmatch(r"https?://[^\s\"'<>]{3,480}", address) else ""


def _language_tag(written: str | None) -> str:
    found = _LANGUAGE.fullmatch((written or "").strip())
    language = "" if found is None else found[0].split("-")[0].lower()
    # Which Chinese it is, the words tell better than the tag.
    return "" if language == "zh" else language
