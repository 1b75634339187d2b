"""Elements put around spans of the words of sanitised HTML, such as the link of a citation.

Spans count characters of ``plain_text``; they may cross inline elements and blocks.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

from manumit.base.markup import BLOCKS, parsed, pieces

_WORDS = re.compile(r"\S+")
_INLINE_BREAK = "br"


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` of the plain words, and the element to put around them."""

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)


def mark(markup: str, marks: Iterable[Mark]) -> str:
    """The markup with an element around the words of each mark; the words stay as they are.

    A mark that cuts through elements, or runs over several blocks, gets an element in each. What is
    a link already is left alone, and so is a mark that overlaps the one before it.
    """
    root = parsed(markup)
    words = _Words(root)
    spans = list(_apart(words.span_of(each) for each in marks))
    if not spans:
        return markup
    _cover(root, words, spans)
    whole: str = html.tostring(root, encoding="unicode")
    return whole.removeprefix("<div>").removesuffix("</div>")


@dataclass(frozen=True, slots=True)
class _Span:
    """A mark by the characters of the text as it stands in the markup, white space and all."""

    start: int
    end: int
    mark: Mark


_Part = Any  # a text, or an element
_Marked = tuple[_Span | None, _Part]


class _Words:
    """Where each text of the markup, and each element, stands in the text as a whole."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.texts: dict[html.HtmlElement, int] = {}
        self.tails: dict[html.HtmlElement, int] = {}
        self.extents: dict[html.HtmlElement, tuple[int, int]] = {}
        whole = "".join(self._read(root))
        runs = list(_WORDS.finditer(whole))
        self._raw = [run.start() for run in runs]
        self._ends = [run.end() for run in runs]
        self._plain: list[int] = []
        length = 0
        for run in runs:
            self._plain.append(length)
            length += run.end() - run.start() + 1  # and the space or line break after it

    def _read(self, root: html.HtmlElement) -> Iterator[str]:
        place = 0
        begins: dict[html.HtmlElement, int] = {}
        for event, element, text in pieces(root):
            if event == "start":
                begins[element] = place
                self.texts[element] = place + len(text) - len(element.text or "")
            else:
                after = place + len(text) - len(element.tail or "")
                self.extents[element] = begins[element], after
                self.tails[element] = after
            place += len(text)
            yield text

    def span_of(self, marked: Mark) -> _Span | None:
        """Where the words of a mark stand; None where it holds none."""
        if not 0 <= marked.start < marked.end or not self._plain:
            return None
        start, end = self._beginning(marked.start), self._ending(marked.end)
        return _Span(start, end, marked) if start < end else None

    def _beginning(self, plain: int) -> int:
        run = bisect_right(self._plain, plain) - 1
        place = self._raw[run] + plain - self._plain[run]
        if place < self._ends[run]:
            return place
        return self._raw[run + 1] if run + 1 < len(self._raw) else self._ends[run]

    def _ending(self, plain: int) -> int:
        run = bisect_right(self._plain, plain - 1) - 1
        return min(self._raw[run] + plain - self._plain[run], self._ends[run])


def _apart(spans: Iterable[_Span | None]) -> Iterator[_Span]:
    end = 0
    for span in sorted(filter(None, spans), key=lambda span: span.start):
        if span.start >= end:
            yield span
            end = span.end


def _cover(element: html.HtmlElement, words: _Words, spans: Sequence[_Span]) -> None:
    """Put its marks into the element, and into those inside it that are not marked whole."""
    parts = list(_parts(element, words, spans))
    for child in element:
        child.tail = None
    attributes = dict(element.attrib)
    element.clear(keep_tail=True)
    element.attrib.update(attributes)
    for span, run in _runs(parts):
        _append(element, span, run)


def _parts(element: html.HtmlElement, words: _Words, spans: Sequence[_Span]) -> Iterator[_Marked]:
    yield from _cut(element.text or "", words.texts[element], spans)
    for child in list(element):
        begin, end = words.extents[child]
        touching = [span for span in spans if span.start < end and begin < span.end]
        whole = next((span for span in touching if span.start <= begin and end <= span.end), None)
        if whole and _fits_in_a_link(child):
            yield whole, child
        else:
            if touching and child.tag != "a":
                _cover(child, words, touching)
            yield None, child
        yield from _cut(child.tail or "", words.tails[child], spans)


def _cut(text: str, place: int, spans: Sequence[_Span]) -> Iterator[_Marked]:
    """A text that begins at ``place``, cut where spans begin and end."""
    done = 0
    for span in spans:
        start, end = max(span.start - place, done), min(span.end - place, len(text))
        if start < end:
            yield None, text[done:start]
            yield span, text[start:end]
            done = end
    yield None, text[done:]


def _fits_in_a_link(element: html.HtmlElement) -> bool:
    return all(
        inner.tag == _INLINE_BREAK or (inner.tag != "a" and inner.tag not in BLOCKS)
        for inner in element.iter()
    )


def _runs(parts: Iterable[_Marked]) -> Iterator[tuple[_Span | None, list[_Part]]]:
    """Parts of one mark that follow each other, together."""
    run: list[_Part] = []
    current: _Span | None = None
    for span, part in parts:
        if part == "":
            continue
        if span is not current and run:
            yield current, run
            run = []
        current = span
        run.append(part)
    if run:
        yield current, run


def _append(element: html.HtmlElement, span: _Span | None, run: Sequence[_Part]) -> None:
    inside = element
    if span is not None and any(_has_words(part) for part in run):
        inside = etree.SubElement(element, span.mark.tag, dict(span.mark.attributes))
    for part in run:
        if not isinstance(part, str):
            inside.append(part)
        elif len(inside):
            inside[-1].tail = (inside[-1].tail or "") + part
        else:
            inside.text = (inside.text or "") + part


def _has_words(part: _Part) -> bool:
    text = part if isinstance(part, str) else "".join(part.itertext())
    return bool(text.strip())
