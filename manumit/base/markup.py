"""HTML from outside made harmless, and made plain."""

import re
from collections.abc import Iterator

import nh3
from lxml import etree, html

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "div",
    "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "li", "ol", "p", "pre", "q",
    "s", "section", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "u", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "title"},
    "a": {"href"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_SCHEMES = {"http", "https", "mailto"}
BLOCKS = {
    "blockquote", "br", "caption", "dd", "div", "dl", "dt", "h2", "h3", "h4", "h5", "h6", "hr",
    "li", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
# Characters that no markup may hold: nothing could read what is kept with one of them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")


def sanitise(markup: str) -> str:
    """Keep structure and words; drop scripts, styles, handlers, frames and odd addresses."""
    clean = nh3.clean(
        markup,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )
    return _FORBIDDEN.sub("", clean)


def plain_text(markup: str) -> str:
    """The words of the markup, one line a block, white space folded."""
    if not markup.strip():
        return ""
    whole = "".join(text for _, _, text in pieces(parsed(markup)))
    return _LINES.sub("\n", _SPACE.sub(" ", whole)).strip()


def pieces(root: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement, str]]:
    """The text at the ``start`` and after the ``end`` of each element, a new line for each block."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        text = element.text if event == "start" else element.tail
        yield event, element, ("\n" if element.tag in BLOCKS else "") + (text or "")


def fragment(markup: str, identity: str) -> str | None:
    """The element with this id, as markup; None when there is none."""
    found = parsed(markup).xpath("//*[@id=$identity]", identity=identity)
    if not found:
        return None
    return str(html.tostring(found[0], encoding="unicode", with_tail=False))


def identities(markup: str) -> list[str]:
    """Every id in the markup, in order."""
    return [str(value) for value in parsed(markup).xpath("//@id")] if markup.strip() else []


def parsed(markup: str) -> html.HtmlElement:
    """The markup as elements inside a ``div``."""
    return html.fragment_fromstring(markup, create_parent="div")
