"""The little HTML that units are made of: written by us, never copied from a source.

``TAGS`` and ``ATTRIBUTES`` are all that can ever appear, so whoever shows a unit can hold its
sanitiser against them.
"""

import html
import re

TAGS = frozenset(
    {"p", "div", "span", "br", "em", "strong", "sub", "sup", "dfn", "dl", "dt", "dd"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
ATTRIBUTES = frozenset({"class", "colspan", "id", "lang", "rowspan", "title"})

_SPACES = re.compile(r"\s+")


def escape(text: str) -> str:
    """Text as HTML, each run of white space one space."""
    return html.escape(_SPACES.sub(" ", text), quote=False)


def tag(name: str, content: str, **attributes: str) -> str:
    """``<name …>content</name>``; ``content`` is HTML already. Empty attributes are left out.

    Write ``class_`` for ``class``.
    """
    written = "".join(
        f' {key.rstrip("_")}="{html.escape(value)}"' for key, value in attributes.items() if value
    )
    return f"<{name}{written}>{content}</{name}>"


def plain(text: str) -> str:
    """Text on one line: white space, no-break spaces included, becomes single spaces."""
    return _SPACES.sub(" ", text).strip()


def paragraph(content: str, class_: str = "") -> str:
    """A paragraph of HTML content; nothing where there is no content."""
    content = content.strip()
    return tag("p", content, class_=class_) if content else ""


def numbered(number: str, content: str) -> str:
    """Content with its printed number before it."""
    if not number:
        return content
    return f"{tag('span', escape(number), class_='num')} {content}"
