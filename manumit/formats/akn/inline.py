"""Running text of Akoma Ntoso as HTML."""

import re
from collections.abc import Callable

from lxml import etree

from manumit.formats.akn.context import Context
from manumit.formats.akn.names import INLINE_TAGS, PICTURES, SKIPPED, SPANS, XML_LANG, local
from manumit.formats.markup import escape, tag

_BREAKS = {"br": "<br>", "eol": "<br>", "eop": " ", "marker": " "}
# Where a publisher marks up only how the text looks.
_LOOKS = (
    (re.compile(r"vertical-align: ?super"), "sup"),
    (re.compile(r"vertical-align: ?sub"), "sub"),
    (re.compile(r"font-weight: ?bold"), "strong"),
    (re.compile(r"font-style: ?italic"), "em"),
)


class Inline:
    """Writes running text; ``keep_note`` takes each footnote and gives back its mark."""

    def __init__(self, context: Context, keep_note: Callable[[etree._Element], str]) -> None:
        self._context = context
        self._keep_note = keep_note

    def element(self, element: etree._Element) -> str:
        """The element and all in it; what follows it is not included."""
        name = local(element)
        if name in SKIPPED:
            return ""
        if name in _BREAKS:
            return _BREAKS[name] + self.inside(element)
        if name == "authorialNote":
            return note_mark(self._keep_note(element))
        if name == "noteRef":
            return note_mark(element.get("marker") or "") + self.inside(element)
        if name in PICTURES:
            return self._picture(element) + self.inside(element)
        if name == "math":
            self._context.formulas += 1
        return _dressed(element, name, self._quoted(element))

    def inside(self, element: etree._Element) -> str:
        """Everything within the element."""
        pieces = [escape(element.text or "")]
        for one in element:
            pieces.append(self.element(one))
            pieces.append(escape(one.tail or ""))
        return "".join(pieces)

    def _quoted(self, element: etree._Element) -> str:
        first, last = quotes_of(element)
        return f"{first}{self.inside(element)}{last}"

    def _picture(self, element: etree._Element) -> str:
        words = element.get("alt") or element.get("title") or ""
        return tag("span", escape(words), class_="image") if self._context.picture(words) else ""


def note_mark(mark: str) -> str:
    """A footnote's mark where the text refers to it."""
    return tag("sup", escape(mark), class_="note-mark") if mark else ""


def quotes_of(element: etree._Element) -> tuple[str, str]:
    """The quotation marks that a publisher writes as attributes of what is quoted."""
    return escape(element.get("startQuote") or ""), escape(element.get("endQuote") or "")


def _dressed(element: etree._Element, name: str, content: str) -> str:
    only_a_mark = content.startswith('<sup class="note-mark">') and content.count("<") == 2
    if not content.strip() or only_a_mark:
        return content
    if name in INLINE_TAGS:
        return tag(INLINE_TAGS[name], content)
    if name in SPANS:
        return tag("span", content, class_=SPANS[name])
    language = element.get(XML_LANG)
    if language and name in ("span", "inline", "foreign"):
        content = tag("span", content, lang=language)
    return _by_looks(element.get("style") or "", content)


def _by_looks(style: str, content: str) -> str:
    for look, name in _LOOKS:
        if look.search(style):
            content = tag(name, content)
    return content
