"""The project's own prose: Markdown to HTML."""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.token import Token

from manumit.base.markup import sanitise

_READER = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(
    ["table", "smartquotes", "replacements"]
)


def to_html(
    markdown: str, *, top: int = 2, href: Callable[[str], str] = lambda target: target
) -> str:
    """Render prose; its first level of headings becomes ``<h{top}>`` so that it fits its page.

    ``href`` says where a link leads, given what the prose says. The first cell of a table's row is
    its header, as those of the first row are the headers of columns.
    """
    tokens = _READER.parse(markdown)
    for place, token in enumerate(tokens):
        _lower(token, top - 1)
        _head(tokens, place)
        for inner in token.children or ():
            if inner.type == "link_open":
                inner.attrSet("href", href(str(inner.attrGet("href"))))
    return sanitise(str(_READER.renderer.render(tokens, _READER.options, {})))


def _head(tokens: list[Token], place: int) -> None:
    """Say of a header what it is the header of."""
    token, before = tokens[place], tokens[place - 1]
    if token.type == "th_open":
        token.attrSet("scope", "col")
    if token.type == "td_open" and before.type == "tr_open":
        token.tag = "th"
        token.attrSet("scope", "row")
        close = next(one for one in tokens[place:] if one.type == "td_close")
        close.tag = "th"


def _lower(token: Token, by: int) -> None:
    if token.type in ("heading_open", "heading_close"):
        token.tag = f"h{min(6, int(token.tag[1:]) + by)}"
