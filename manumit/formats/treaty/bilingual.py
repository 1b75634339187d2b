"""Treaties by article as JSON, in English and Traditional Chinese side by side."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from manumit.formats.eids import EidMaker
from manumit.formats.safe_json import parse_json, texts_of
from manumit.formats.treaty.breaks import split_runs
from manumit.formats.treaty.chinese import number_of, read_paragraphs
from manumit.formats.treaty.matching import translated_html
from manumit.formats.treaty.paragraphs import article_tree, running_html
from manumit.formats.treaty.preamble import preamble_html
from manumit.formats.treaty.tails import Tail, split_tail
from manumit.formats.types import InstrumentFacts, ParsedDocument, Unit, UnreadableDocument

SNIFF = re.compile(rb'\{\s{0,9}"treaty"\s{0,5}:')
_REPEATED = {"二": "bis", "三": "ter", "四": "quater", "五": "quinquies"}
_NUMBER = re.compile(
    r"(?P<number>[〇零○一二三四五六七八九十百千]{1,9})(?:之(?P<again>[二三四五]))?"
)
_ENDS = re.compile(r"[.;:?!)\]”\"’'，。；：？！」』）*=\d-]$")
_LONG_CLOSING = 3_000
_CHINESE = (
    "The file does not say whose Chinese this is: the authentic text with its characters changed, "
    "or a translation; hold it against the certified text before you quote it."
)


@dataclass(frozen=True, slots=True)
class Article:
    """One article in both languages; ``number`` is in ASCII (``8-bis``), ``printed`` in Chinese."""

    number: str
    printed: str
    titles: Mapping[str, str]
    texts: Mapping[str, str]


class Reader:
    """Builds both texts of a treaty together, so that a paragraph has one address in both."""

    def __init__(self) -> None:
        self.units: dict[str, list[Unit]] = {"en": [], "zh-Hant": []}
        self.eids = {"en": EidMaker(), "zh-Hant": EidMaker()}
        self.cut: list[str] = []
        self.unmatched: list[str] = []
        self.long: dict[str, int] = {}

    def preamble(self, english: str, chinese: str, first: str) -> None:
        """What stands before the first article."""
        for language, text in (("en", english), ("zh-Hant", chinese)):
            tail = split_tail(text, language, last=False)
            label, html = preamble_html([line for line in tail.text.split("\n") if line.strip()])
            if html:
                self.units[language].append(Unit("preamble", "preamble", heading=label, html=html))
            self._headings(language, tail, first)

    def article(self, one: Article, following: str) -> None:
        """One article, what its text runs on into, and the headings above ``following``."""
        step = {name: self.eids[name].make(None, "art", one.number) for name in self.eids}
        tails = {name: split_tail(one.texts[name], name, last=not following) for name in self.units}
        english = article_tree(split_runs(tails["en"].text), step["en"], self.eids["en"])
        chinese, unnamed = translated_html(
            read_paragraphs(tails["zh-Hant"].text), english, self.eids["zh-Hant"]
        )
        for name, html, number in (
            ("en", english.html(), f"Article {one.number.replace('-', ' ')}"),
            ("zh-Hant", chinese, one.printed),
        ):
            self.units[name].append(Unit(step[name], "article", number, one.titles[name], html))
            self._closing(name, tails[name])
            self._headings(name, tails[name], following)
        self.unmatched += [one.number] * bool(unnamed)
        whole = tails["en"].text.rstrip()
        self.cut += [one.number] if whole and not _ENDS.search(whole) else []

    def _headings(self, language: str, tail: Tail, following: str) -> None:
        if tail.headings:
            eid = self.eids[language].make(None, "hdg", following)
            self.units[language].append(Unit(eid, "heading", heading=" ".join(tail.headings)))

    def _closing(self, language: str, tail: Tail) -> None:
        if tail.closing:
            html = running_html(tail.closing.split("\n"))
            self.units[language].append(Unit("unit_closing", "closing", html=html))
            self.long[language] = len(tail.closing)


def read_bilingual(data: bytes) -> list[ParsedDocument]:
    """The English text and the Chinese one. Raises UnreadableDocument."""
    value = parse_json(data)
    names = texts_of(value)
    articles = _articles(value)
    reader = Reader()
    reader.preamble(names.get("preamble_en", ""), names.get("preamble_zh", ""), articles[0].number)
    for one, following in zip(articles, [*[one.number for one in articles[1:]], ""], strict=True):
        reader.article(one, following)
    titles = {"en": names.get("treaty_en", ""), "zh-Hant": names.get("treaty_zh", "")}
    if not all(titles.values()):
        raise UnreadableDocument("not a treaty: it has no title in English, or none in Chinese")
    return [_document(reader, language, titles, articles) for language in reader.units]


def _articles(value: Any) -> list[Article]:
    listed = value.get("articles") if isinstance(value, dict) else None
    if not isinstance(listed, list) or not listed:
        raise UnreadableDocument("not a treaty: the JSON is no object with articles")
    return [_article(one) for one in listed]


def _article(value: Any) -> Article:
    texts = texts_of(value)
    if not {"article", "content_en", "content_zh"} <= set(texts):
        raise UnreadableDocument("not a treaty: an article has no number, or no text in a language")
    found = _NUMBER.fullmatch(texts["article"])
    number = number_of(found["number"]) if found else 0
    if not found or not number:
        raise UnreadableDocument(f"an article is numbered {texts['article'][:20]!r}")
    again = _REPEATED.get(found["again"] or "", "")
    return Article(
        number="-".join(filter(None, (str(number), again))),
        printed=f"第{found['number']}條" + (f"之{found['again']}" if found["again"] else ""),
        titles={"en": texts.get("title_en", ""), "zh-Hant": texts.get("title_zh", "")},
        texts={"en": _lines(texts["content_en"]), "zh-Hant": _lines(texts["content_zh"])},
    )


def _lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _document(
    reader: Reader, language: str, titles: Mapping[str, str], articles: list[Article]
) -> ParsedDocument:
    return ParsedDocument(
        kind="instrument",
        key=None,
        title=titles[language],
        language=language,
        authority="unofficial",
        facts=InstrumentFacts(),
        units=tuple(reader.units[language]),
        other_titles={name: title for name, title in titles.items() if name != language},
        notes=tuple(_notes(reader, language, articles)),
    )


def _notes(reader: Reader, language: str, articles: list[Article]) -> list[str]:
    notes = [
        "Read from a copy, not from the depositary: check it against the certified text.",
        f"Articles read: {len(articles)}, from {articles[0].number} to {articles[-1].number}.",
    ]
    if language == "en" and reader.cut:
        notes.append(f"The text of these articles breaks off: {_some(reader.cut)}.")
    if language == "zh-Hant":
        notes.append(_CHINESE)
        if reader.unmatched:
            notes.append(
                "Paragraphs counted otherwise than in English have no address of their own, in "
                f"articles {_some(reader.unmatched)}."
            )
    if reader.long.get(language, 0) > _LONG_CLOSING:
        notes.append(
            f"After the closing words stand {reader.long[language]} characters more: signatures, "
            "an annex, or words of those who made the copy."
        )
    return notes


def _some(numbers: list[str]) -> str:
    more = f" and {len(numbers) - 20} more" if len(numbers) > 20 else ""
    return ", ".join(numbers[:20]) + more
