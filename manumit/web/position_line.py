"""The periods of a position, drawn as one bar through time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from manumit.treaties.types import Period
from manumit.web.answers import answer_of

_WIDTH, _BEFORE = 640, 2  # units of the picture; years shown before the first change


@dataclass(frozen=True, slots=True)
class Bar:
    """A period: where it stands and which answer it has."""

    x: int
    width: int
    answer: str
    period: Period


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the line."""

    x: int
    year: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole picture; ``marked`` is where the day asked about stands."""

    width: int
    bars: Sequence[Bar]
    ticks: Sequence[Tick]
    marked: int


def timeline(periods: Sequence[Period], *, today: date, marked: date) -> Timeline:
    """Bars from a little before the first change up to today, or to the day if it is later."""
    changes = [each.since for each in periods if each.since]
    first = min([*changes, marked]).year - _BEFORE
    last = max(today, marked).year + 1
    scale = _Scale(max(first, 1), last)
    bars = [
        Bar(scale.x(start), max(scale.end(end) - scale.x(start), 1), answer_of(each.position), each)
        for each in periods
        for start, end in [(each.since, each.until)]
    ]
    ticks = [Tick(scale.year(year), year) for year in scale.ticks()]
    return Timeline(_WIDTH, bars, ticks, scale.x(marked))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def x(self, day: date | None) -> int:
        """The place of a day; before the first and after the last year at the edge."""
        if day is None:
            return 0
        return self.year(day.year + (day.timetuple().tm_yday - 1) / 366)

    def end(self, day: date | None) -> int:
        """The place of a last day; the right edge where it is open."""
        return _WIDTH if day is None else self.x(day)

    def year(self, year: float) -> int:
        share = (year - self.first) / (self.last - self.first)
        return round(min(max(share, 0), 1) * _WIDTH)

    def ticks(self) -> Sequence[int]:
        """Round years, at most about eight."""
        span = self.last - self.first
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 2000) if span / step <= 8)
        return range(-(-self.first // step) * step, self.last + 1, step)
