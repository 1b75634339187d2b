"""Where a paragraph stands on the page: how far in its lines begin, in twentieths of a point."""

from collections.abc import Callable, Iterator

from lxml import etree

from manumit.formats.docx.numbering import Level
from manumit.formats.docx.styles import Styles
from manumit.formats.docx.xml import W, attribute, child, value, whole

_DEFAULT_TAB = 720
_FARTHEST = 20_000


class Layout:
    """Resolves indents and tab stops from paragraph, list and style."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def indent(
        self, paragraph: etree._Element | None, style: str, level: Level | None, *, own_list: bool
    ) -> tuple[int, int]:
        """The left indent and how much farther in (or out, below 0) the first line begins.

        ``own_list`` is whether the paragraph itself, and not its style, is in the list of ``level``.
        """
        listed = level.paragraph if level else None
        sources = list(self._sources(paragraph, style, listed, own_list=own_list))
        return _first(sources, _left), _first(sources, _hanging)

    def after_tabs(
        self, at: int, left: int, tabs: int, paragraph: etree._Element | None, style: str
    ) -> int:
        """Where text begins that ``tabs`` tabs push on from ``at``."""
        stops = self._stops(paragraph, style) if tabs else []
        for _ in range(min(tabs, 40)):
            stop = next((one for one in stops if one > at), None)
            if stop is None:
                stop = (at // _DEFAULT_TAB + 1) * _DEFAULT_TAB
            at = left if at < left < stop else stop
        return at

    def _sources(
        self,
        paragraph: etree._Element | None,
        style: str,
        listed: etree._Element | None,
        *,
        own_list: bool,
    ) -> Iterator[etree._Element | None]:
        """What speaks of indents, the most particular first."""
        yield paragraph
        if own_list:
            yield listed
        for one in self._styles.chain(style):
            yield child(one, "pPr")
        if not own_list:
            yield listed
        defaults = self._styles.defaults
        if defaults is not None:
            yield defaults.find(f"{W}pPrDefault/{W}pPr")

    def _stops(self, paragraph: etree._Element | None, style: str) -> list[int]:
        stops: set[int] = set()
        chain = [child(one, "pPr") for one in reversed(self._styles.chain(style))]
        for source in [*chain, paragraph]:
            tabs = child(source, "tabs")
            for tab in tabs if tabs is not None else ():
                place = whole(attribute(tab, "pos"))
                if place is None:
                    continue
                if attribute(tab, "val") == "clear":
                    stops.discard(place)
                elif 0 < place < _FARTHEST:
                    stops.add(place)
        return sorted(stops)


def alignment(paragraph: etree._Element | None, style: str, styles: Styles) -> str:
    """``left``, ``center``, ``right`` or ``both``; empty where nothing is said."""
    return value(paragraph, "jc") or styles.value(style, "pPr", "jc")


def _first(
    sources: list[etree._Element | None], read: Callable[[etree._Element], int | None]
) -> int:
    indents = (child(one, "ind") for one in sources)
    found = (read(one) for one in indents if one is not None)
    return next((one for one in found if one is not None), 0)


def _left(indent: etree._Element) -> int | None:
    return whole(attribute(indent, "left") or attribute(indent, "start"))


def _hanging(indent: etree._Element) -> int | None:
    hanging = whole(attribute(indent, "hanging"))
    return -hanging if hanging is not None else whole(attribute(indent, "firstLine"))
