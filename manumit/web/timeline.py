"""The versions of a law drawn along time: where each bar and tick stands. The list says the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from manumit.base.days import bounds
from manumit.library import selectors as library
from manumit.web.names import language_name

# A phone's column wide, so that nothing is drawn smaller there.
_WIDTH, _LANE, _NAME = 340, 36, 16
_NARROWEST = 4  # a bar that held for a week can still be seen and pressed
_AIR = timedelta(days=200)  # past today, so that what still holds is seen to go on


@dataclass(frozen=True, slots=True)
class Bar:
    """A text over the days it holds; the first of those leads to it."""

    text: Any
    x: int
    width: int
    state: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The texts of one language."""

    language: str
    name: str
    y: int
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class TimePicture:
    """Lanes of bars, ticks where something is recorded, and the day asked about."""

    height: int
    lanes: Sequence[Lane]
    ticks: Sequence[int]
    day: int
    first: str
    last: str


def time_picture(moments: Sequence[library.Moment], on: date, today: date) -> TimePicture | None:
    """The picture of a law's moments; None where the Centre holds no version with a day."""
    days = [bounds(each.on)[0] for each in moments if each.on]
    lanes = _lanes(moments)
    if not days or not any(text.valid_from for texts in lanes.values() for text in texts):
        return None
    scale = _Scale(min(days), max(*days, today) + _AIR)
    return TimePicture(
        height=len(lanes) * _LANE + _NAME,
        lanes=[
            Lane(language, language_name(language), number * _LANE, _bars(texts, scale, on, today))
            for number, (language, texts) in enumerate(lanes.items())
        ],
        ticks=sorted({scale.x(day) for day in days}),
        day=scale.x(on),
        first=str(scale.start.year),
        last=str(scale.end.year),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days to places, between the first and the last day that are drawn."""

    start: date
    end: date

    def x(self, day: date) -> int:
        inside = min(max(day, self.start), self.end)
        return round(_WIDTH * (inside - self.start).days / max((self.end - self.start).days, 1))


def _lanes(moments: Iterable[library.Moment]) -> dict[str, list[Any]]:
    """The texts by language, oldest first."""
    found: dict[str, list[Any]] = {}
    for moment in moments:
        for text in moment.texts:
            found.setdefault(text.language, []).append(text)
    return found


def _bars(texts: Iterable[Any], scale: _Scale, on: date, today: date) -> list[Bar]:
    return [_bar(text, scale, on, today) for text in texts]


def _bar(text: Any, scale: _Scale, on: date, today: date) -> Bar:
    first, last = text.valid_from or scale.start, text.valid_to or scale.end
    x = min(scale.x(first), _WIDTH - _NARROWEST)
    state = "ahead" if first > today else "here" if first <= on <= last else "past"
    return Bar(text, x, max(scale.x(last) - x - 1, _NARROWEST), state)
