"""The periods of a position, drawn as one bar through time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from manumit.treaties.types import Period
from manumit.web.answers import answer_of

_BEFORE = 2  # years shown before the first change
_NARROWEST = 0.002  # of the line: a period of a day can still be seen


@dataclass(frozen=True, slots=True)
class Bar:
    """A period: where it stands, how wide it is, and which answer it has."""

    x: str
    width: str
    answer: str
    period: Period


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the line."""

    x: str
    year: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole picture; ``marked`` is where the day asked about stands.

    Places are shares of whatever width there is (``12.50%``), so that years are written as large on a
    phone as anywhere.
    """

    bars: Sequence[Bar]
    ticks: Sequence[Tick]
    marked: str


def timeline(periods: Sequence[Period], *, today: date, marked: date) -> Timeline:
    """Bars from a little before the first change up to today, or to the day if it is later."""
    changes = [each.since for each in periods if each.since]
    first = min([*changes, marked]).year - _BEFORE
    last = max(today, marked).year + 1
    scale = _Scale(max(first, 1), last)
    ticks = [Tick(_percent(scale.year(year)), year) for year in scale.ticks()]
    return Timeline([_bar(each, scale) for each in periods], ticks, _percent(scale.x(marked)))


def _percent(share: float) -> str:
    """As pictures take it, in every language."""
    return f"{share:.2%}"


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def x(self, day: date | None) -> float:
        """The place of a day, from 0 to 1; before the first and after the last year at the edge."""
        if day is None:
            return 0
        return self.year(day.year + (day.timetuple().tm_yday - 1) / 366)

    def end(self, day: date | None) -> float:
        """The place of a last day; the right edge where it is open."""
        return 1 if day is None else self.x(day)

    def year(self, year: float) -> float:
        share = (year - self.first) / (self.last - self.first)
        return min(max(share, 0), 1)

    def ticks(self) -> Sequence[int]:
        """Round years, few enough to be read on a narrow phone."""
        span = self.last - self.first
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 2000) if span / step <= 6)
        return range(-(-self.first // step) * step, self.last + 1, step)


def _bar(period: Period, scale: _Scale) -> Bar:
    start, end = scale.x(period.since), scale.end(period.until)
    width = _percent(max(end - start, _NARROWEST))
    return Bar(_percent(start), width, answer_of(period.position), period)
