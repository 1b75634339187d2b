"""The project's own prose: Markdown to HTML."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from manumit.base.markup import sanitise

_READER = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(
    ["table", "smartquotes", "replacements"]
)


def to_html(markdown: str, *, top: int = 2) -> str:
    """Render prose; its first level of headings becomes ``<h{top}>`` so that it fits its page."""
    tokens = _READER.parse(markdown)
    for token in tokens:
        _lower(token, top - 1)
    return sanitise(str(_READER.renderer.render(tokens, _READER.options, {})))


def _lower(token: Token, by: int) -> None:
    if token.type in ("heading_open", "heading_close"):
        token.tag = f"h{min(6, int(token.tag[1:]) + by)}"
