"""From the sections of a chapter to its units in reading order, in one language."""

from datetime import date

from manumit.formats.eids import EidMaker
from manumit.formats.hklii.blocks import Blocks
from manumit.formats.hklii.pages import parse_page, start_of
from manumit.formats.hklii.source import Division, Provision, Source
from manumit.formats.markup import plain
from manumit.formats.types import Unit
from manumit.reference import label_of

_STEPS = {"section": "sec", "schedule": "sched"}
# What the heading of a provision without text says of it.
_FATES = {"omitted": "omitted", "repealed": "repealed", "略去": "omitted", "廢除": "repealed"}


class UnitReader:
    """Reads a chapter in one language; ``units`` fills in reading order."""

    def __init__(self, language: str, *, numbered_parts: bool) -> None:
        self.units: list[Unit] = []
        self.eids = EidMaker()
        self.without_text: list[str] = []
        self.bare: list[str] = []
        self._language = language
        self._numbered_parts = numbered_parts
        self._headings = 0

    def read(self, source: Source) -> None:
        """Take the whole chapter."""
        for part in source.divisions:
            parent = self._division(part)
            for one in part.sections:
                self._provision(one, parent)
        for one in source.schedules:
            self._provision(one, None)

    def _division(self, part: Division) -> str | None:
        number = plain(part.number) if self._numbered_parts else ""
        heading = plain(part.heading.in_language(self._language))
        if not part.number and not part.heading.en:
            return None
        # Given out in every language, so that the next heading has the same name in each.
        self._headings += 1
        eid = self.eids.make(None, "hdg", str(self._headings))
        if not number and not heading:
            return None
        self.units.append(Unit(eid, "heading", number, heading))
        return eid

    def _provision(self, one: Provision, parent: str | None) -> None:
        eid = self.eids.make(None, _STEPS[one.kind], one.number)
        html, since = self._html(one.html.in_language(self._language), eid)
        if not html:
            self.without_text.append(eid)
        self.units.append(
            Unit(
                eid,
                one.kind,
                number=one.number if one.kind == "section" else label_of(eid, self._language),
                heading=plain(one.heading.in_language(self._language)),
                html=html,
                parent=parent,
                status="operational" if html else _fate(one),
                since=since,
            )
        )

    def _html(self, page: str, eid: str) -> tuple[str, date | None]:
        if not page:
            return "", None
        root = parse_page(page)
        blocks = Blocks(self.eids, eid)
        blocks.fill(root)
        self.bare += blocks.bare
        return blocks.html(), _date(start_of(root))


def _fate(one: Provision) -> str:
    words = f"{one.heading.en} {one.heading.zh}".lower()
    return next((fate for word, fate in _FATES.items() if word in words), "no-text")


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
