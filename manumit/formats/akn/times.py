"""When provisions hold, as the lifecycle of a document says it."""

from datetime import date

from lxml import etree

from manumit.formats.akn.names import local

_NO_TEXT_CHANGES = frozenset({"repeal"})


class Times:
    """The dated events of a document and the periods that refer to them."""

    def __init__(self, meta: etree._Element | None) -> None:
        self._events: dict[str, date] = {}
        self._groups: dict[str, date] = {}
        self.changes: list[date] = []
        self.repealed: date | None = None
        for element in meta.iter() if meta is not None else ():
            if local(element) in ("eventRef", "event"):
                self._event(element)
            elif local(element) == "temporalGroup":
                self._group(element)

    def since(self, element: etree._Element) -> date | None:
        """The day from which this wording of a provision holds; None where the file says none."""
        of_group = self._groups.get(_name(element.get("period")))
        return of_group or self._events.get(_name(element.get("start")))

    def latest(self) -> date | None:
        """The day of the last change; None where the file tells of none."""
        return max(self.changes, default=None)

    def _event(self, element: etree._Element) -> None:
        day = read_date(element.get("date"))
        if day is None:
            return
        self._events[_identity(element)] = day
        if element.get("type") in _NO_TEXT_CHANGES:
            self.repealed = day
        else:
            self.changes.append(day)

    def _group(self, element: etree._Element) -> None:
        """Groups stand after the events they refer to."""
        starts = [self._events.get(_name(one.get("start"))) for one in element]
        days = [day for day in starts if day]
        if days:
            self._groups[_identity(element)] = min(days)


def read_date(written: str | None) -> date | None:
    """A date from ``2022-10-01`` or a moment of that day; None when there is none or it is none.

    Years before 1200 are what programs write where they know no date.
    """
    try:
        day = date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
    return day if day.year >= 1200 else None


def _identity(element: etree._Element) -> str:
    return element.get("eId") or element.get("id") or "unnamed"


def _name(reference: str | None) -> str:
    return (reference or "").lstrip("#")
