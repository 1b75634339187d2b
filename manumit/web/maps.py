"""A map of states, each drawn with its answer. The outlines come with the package countryinfo."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from countryinfo import all_countries

_PER_DEGREE = 4  # units of the picture
_MARGIN, _LEAST = 3, 40  # degrees around the region, and the least that is shown
_SMALLEST = 40  # square units: what is smaller is drawn as a dot as well
_DOT = 5


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map: its west and north edge, and how far it goes east and south."""

    x: int
    y: int
    width: int
    height: int

    def touches(self, other: "Box") -> bool:
        """Whether the two have anything in common."""
        beside = other.x > self.x + self.width or self.x > other.x + other.width
        above = other.y > self.y + self.height or self.y > other.y + other.height
        return not beside and not above


@dataclass(frozen=True, slots=True)
class Outline:
    """A state: the lines of its land, and where a dot for it stands; ``small`` states need one."""

    code: str
    path: str
    box: Box
    x: int
    y: int
    small: bool


@dataclass(frozen=True, slots=True)
class Land:
    """A state on the map with its answer, and what is said of it."""

    outline: Outline
    answer: str
    about: Any


@dataclass(frozen=True, slots=True)
class MapPicture:
    """The map of a region. ``ground`` are the outlines of states without an answer, as one path."""

    window: Box
    dot: int
    ground: str
    lands: Sequence[Land]


def map_picture(answers: Mapping[str, tuple[str, Any]], around: Iterable[str]) -> MapPicture:
    """The part of the world around those states, with those marked that have an answer.

    ``answers`` are a group and an object a code. The whole world would be too small to see on a
    phone, and too heavy.
    """
    outlines = _outlines()
    window = _window([outlines[code] for code in around if code in outlines])
    seen = {code: each for code, each in outlines.items() if each.box.touches(window)}
    lands = [Land(seen[code], *answers[code]) for code in sorted(answers) if code in seen]
    ground = "".join(each.path for code, each in seen.items() if code not in answers)
    return MapPicture(window, _DOT, ground, lands)


def _window(centre: Sequence[Outline]) -> Box:
    """What holds all of those states, and some of what is around them."""
    boxes = [each.box for each in centre] or [Box(0, 0, 360 * _PER_DEGREE, 150 * _PER_DEGREE)]
    west = min(box.x for box in boxes) - _MARGIN * _PER_DEGREE
    north = min(box.y for box in boxes) - _MARGIN * _PER_DEGREE
    east = max(box.x + box.width for box in boxes) + _MARGIN * _PER_DEGREE
    south = max(box.y + box.height for box in boxes) + _MARGIN * _PER_DEGREE
    least = _LEAST * _PER_DEGREE
    wider, taller = max(least - (east - west), 0), max(least - (south - north), 0)
    return Box(west - wider // 2, north - taller // 2, east - west + wider, south - north + taller)


@cache
def _outlines() -> dict[str, Outline]:
    tables = (country.info() for country in all_countries())
    found = (_outline(table) for table in tables if table.get("latlng"))
    return {each.code: each for each in sorted(found, key=lambda one: one.code) if each.code}


def _outline(table: Mapping[str, Any]) -> Outline:
    rings = [_points(ring) for ring in _rings(table.get("geoJSON") or {})]
    shown = [ring for ring in rings if len(ring) > 2]
    latitude, longitude = table["latlng"][:2]
    x, y = _place(longitude, latitude)
    code = table.get("ISO", {}).get("alpha2", "").lower()
    small = sum(_area(ring) for ring in shown) < _SMALLEST
    points = [point for ring in shown for point in ring] or [(x, y)]
    return Outline(code, "".join(_path(ring) for ring in shown), _box(points), x, y, small)


def _box(points: Sequence[tuple[int, int]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _rings(collection: Mapping[str, Any]) -> Iterable[Sequence[Sequence[float]]]:
    """The outer lines of every piece of land."""
    for feature in collection.get("features", ()):
        shape = feature["geometry"]
        pieces = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        for piece in pieces:
            yield piece[0]


def _points(ring: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The places of a line on the map, each once in a row: detail nobody sees is left out."""
    places: list[tuple[int, int]] = []
    for longitude, latitude, *_ in ring:
        place = _place(longitude, latitude)
        if not places or places[-1] != place:
            places.append(place)
    return places


def _place(longitude: float, latitude: float) -> tuple[int, int]:
    return round((longitude + 180) * _PER_DEGREE), round((90 - latitude) * _PER_DEGREE)


def _path(ring: Sequence[tuple[int, int]]) -> str:
    """A closed line, as steps from point to point: short to write down."""
    (x, y), *rest = ring
    steps = []
    for next_x, next_y in rest:
        steps.append(f"{next_x - x},{next_y - y}")
        x, y = next_x, next_y
    return f"M{ring[0][0]},{ring[0][1]}l{' '.join(steps)}z"


def _area(ring: Sequence[tuple[int, int]]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs)) / 2
