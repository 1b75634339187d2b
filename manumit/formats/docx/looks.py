"""How text looks: bold, italic, underlined, raised; and what a whole line has in common."""

from collections.abc import Sequence

from lxml import etree

from manumit.formats.docx.runs import Piece
from manumit.formats.docx.styles import Styles
from manumit.formats.docx.xml import W, child, switched, value

_SWITCHES = {"b": "strong", "i": "em", "strike": "struck", "dstrike": "struck", "caps": "caps"}
_RAISED = {"superscript": "sup", "subscript": "sub"}
_SHARED = ("strong", "em", "underlined", "caps")


def looks_of(properties: etree._Element | None, styles: Styles) -> frozenset[str]:
    """How a run looks by its own properties and those of its character style."""
    if properties is None:
        return frozenset()
    style = value(properties, "rStyle")
    looks = set()
    for name, look in _SWITCHES.items():
        own = switched(properties.find(f"{W}{name}"))
        if own or (own is None and styles.switch(style, name)):
            looks.add(look)
    if value(properties, "u") not in ("", "none"):
        looks.add("underlined")
    raised = _RAISED.get(value(properties, "vertAlign"))
    return frozenset(looks | {raised} if raised else looks)


def is_hidden(properties: etree._Element | None, style: str, styles: Styles) -> bool:
    """Whether Word shows nothing of a run, by its own word or its character style's."""
    own = switched(child(properties, "vanish"))
    if own is not None:
        return own
    return bool(
        styles.switch(value(properties, "rStyle"), "vanish") or styles.switch(style, "vanish")
    )


def common_looks(pieces: Sequence[Piece], style: str, styles: Styles) -> frozenset[str]:
    """The looks that all words of a line share, its paragraph style's among them."""
    worded = [one for one in pieces if one.text.strip() and not one.html]
    if not worded:
        return frozenset()
    shared = frozenset(_SHARED).intersection(*(one.looks for one in worded))
    names = {look: name for name, look in _SWITCHES.items() if look in _SHARED}
    of_style = {look for look, name in names.items() if styles.switch(style, name)}
    if _is_capital(worded):
        of_style.add("caps")
    return shared | of_style


def _is_capital(pieces: Sequence[Piece]) -> bool:
    text = "".join(one.text for one in pieces)
    return text.isupper()
