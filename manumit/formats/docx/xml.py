"""Short ways to the elements and attributes of WordprocessingML."""

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MEASURE = re.compile(r"(?P<number>-?\d{1,9}(?:\.\d{1,6})?)(?P<unit>|pt|in|cm|mm|pc|pi)", re.ASCII)
_UNITS = {"": 1.0, "pt": 20.0, "in": 1440.0, "cm": 566.93, "mm": 56.693, "pc": 240.0, "pi": 240.0}
_OFF = frozenset({"0", "false", "off", "none"})


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: etree._Element | None, name: str) -> str:
    """An attribute in Word's namespace or none; empty where it is absent."""
    if element is None:
        return ""
    return element.get(f"{W}{name}") or element.get(name) or ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name in Word's namespace."""
    return None if element is None else element.find(f"{W}{name}")


def descend(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Child of child, down the names."""
    for name in names:
        element = child(element, name)
    return element


def value(element: etree._Element | None, *names: str) -> str:
    """The ``w:val`` of a child of child; empty where there is none."""
    return attribute(descend(element, *names), "val")


def switched(element: etree._Element | None) -> bool | None:
    """A switch (``w:b``): on, off, or None where nothing is said."""
    return None if element is None else attribute(element, "val").lower() not in _OFF


def whole(written: str) -> int | None:
    """A whole number: a count, or a measure in twentieths of a point, whatever unit it has.

    None where there is none, or none of this world.
    """
    found = _MEASURE.fullmatch(written)
    if not found:
        return None
    return round(float(found["number"]) * _UNITS[found["unit"]])
