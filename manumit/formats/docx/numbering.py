"""``numbering.xml``: which lists there are and how each of their levels is written."""

from dataclasses import dataclass

from lxml import etree

from manumit.formats.docx.styles import Styles
from manumit.formats.docx.xml import W, attribute, child, descend, local, switched, value, whole

_MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    ``text`` is its pattern (``%1.%2``); ``restart`` is the level (from 1) after which it begins
    anew, 0 for never, None for every higher one.
    """

    start: int
    style: str
    text: str
    restart: int | None
    legal: bool
    hidden: bool
    font: str
    paragraph: etree._Element | None


@dataclass(frozen=True, slots=True)
class List:
    """One use of a list.

    ``abstract`` is the definition whose count it goes on with, ``starts`` are the numbers with
    which this use begins its levels.
    """

    identity: str
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, by the id that paragraphs name."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._lists: dict[str, List | None] = {}
        for one in root if root is not None else ():
            if local(one) == "abstractNum":
                self._abstracts.setdefault(attribute(one, "abstractNumId"), one)
            elif local(one) == "num":
                self._numbers.setdefault(attribute(one, "numId"), one)

    def list(self, identity: str) -> List | None:
        """The list of that id; None for 0, which means no list, and for unknown ones."""
        if identity not in self._lists:
            self._lists[identity] = self._read(identity)
        return self._lists[identity]

    def named(self, name: str) -> List | None:
        """The list that a field calls by its name."""
        for identity, number in self._numbers.items():
            abstract = self._abstracts.get(value(number, "abstractNumId"))
            if value(abstract, "name") == name:
                return self.list(identity)
        return None

    def level_of_style(self, one: List, style: str) -> int | None:
        """The level that belongs to a paragraph style."""
        abstract = self._definition(one.abstract)
        for level in abstract.iterfind(f"{W}lvl") if abstract is not None else ():
            if value(level, "pStyle") == style:
                return whole(attribute(level, "ilvl"))
        return None

    def _read(self, identity: str) -> List | None:
        number = self._numbers.get(identity)
        if number is None:
            return None
        name = value(number, "abstractNumId")
        abstract = self._definition(name)
        if abstract is None:
            return None
        levels = _levels(abstract)
        starts: dict[int, int] = {}
        for override in number.iterfind(f"{W}lvlOverride"):
            place = whole(attribute(override, "ilvl")) or 0
            levels |= _levels(override)
            start = whole(value(override, "startOverride"))
            if start is not None:
                starts[place] = start
        return List(identity, name, levels, starts)

    def _definition(self, name: str) -> etree._Element | None:
        """The list's definition, which may stand with a style that several documents share."""
        abstract = self._abstracts.get(name)
        link = value(abstract, "numStyleLink")
        if not link:
            return abstract
        identity = self._styles.value(link, "pPr", "numPr", "numId")
        linked = value(self._numbers.get(identity), "abstractNumId")
        return self._abstracts.get(linked, abstract)


def _levels(parent: etree._Element) -> dict[int, Level]:
    found = {}
    for one in parent.iterfind(f"{W}lvl"):
        place = whole(attribute(one, "ilvl"))
        if place is not None and 0 <= place < _MOST_LEVELS:
            found[place] = _level(one)
    return found


def _level(element: etree._Element) -> Level:
    fonts = descend(element, "rPr", "rFonts")
    start = whole(value(element, "start"))
    return Level(
        start=1 if start is None else start,
        style=_style(element),
        text=value(element, "lvlText"),
        restart=whole(value(element, "lvlRestart")),
        legal=switched(child(element, "isLgl")) or False,
        hidden=switched(descend(element, "rPr", "vanish")) or False,
        font=attribute(fonts, "ascii") or attribute(fonts, "hAnsi"),
        paragraph=child(element, "pPr"),
    )


def _style(element: etree._Element) -> str:
    """How its numbers are written, also where a newer Word writes it twice."""
    written = value(element, "numFmt")
    if not written:
        choice = next(element.iter(f"{W}numFmt"), None)
        written = attribute(choice, "val")
    return written or "decimal"
