"""The questions: one instrument, all of them, all parties, two days, a matrix."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from manumit.reference import party_codes, party_name, systems
from manumit.treaties.errors import NoSuchInstrument, NoSuchTerritory
from manumit.treaties.rules import history, position
from manumit.treaties.selectors.shelf import shelf
from manumit.treaties.types import ActOfState, Period, Position, Territory, Treaty


@dataclass(frozen=True, slots=True)
class Change:
    """An instrument under which a territory's standing differs between two days.

    ``acts`` are those that decide afterwards and did not before.
    """

    before: Position
    after: Position
    acts: tuple[ActOfState, ...]


@dataclass(frozen=True, slots=True)
class LatestAct:
    """An act of a known day, with the instrument it was done under."""

    day: date
    instrument: str
    title: str
    act: ActOfState


def latest_acts(most: int) -> list[LatestAct]:
    """The acts with the latest days, newest first; an act whose day is not known is left out."""
    found = [
        LatestAct(date.fromisoformat(act.on), treaty.key, treaty.title, act)
        for treaty in shelf().values()
        for act in treaty.acts
        if len(act.on) == len("2000-11-15")
    ]
    return sorted(found, key=lambda one: (one.day, one.instrument), reverse=True)[:most]


def territory_named(code: str) -> Territory:
    """The state, body or territory of the code. Raises NoSuchTerritory."""
    if code not in party_codes():
        raise NoSuchTerritory(
            f"no state or territory has the code {code[:40]!r}: use one such as hk, th or gb"
        )
    known = systems().get(code)
    return Territory(code, known.responsible if known else ())


def position_of(instrument: str, territory: str, on: date) -> Position:
    """Where the territory stands on the day. Raises NoSuchInstrument or NoSuchTerritory."""
    return position(_treaty(instrument), territory_named(territory), on, shelf())


def positions_of(territory: str, on: date) -> list[Position]:
    """Under every binding instrument, by key. Raises NoSuchTerritory."""
    who, treaties = territory_named(territory), shelf()
    return [position(each, who, on, treaties) for each in treaties.values() if each.binding]


def positions_across(instrument: str, codes: Iterable[str], on: date) -> list[Position]:
    """Of these states and territories under one instrument. Raises as ``position_of``."""
    treaty, treaties = _treaty(instrument), shelf()
    return [position(treaty, territory_named(code), on, treaties) for code in codes]


def acts_of(instrument: str) -> tuple[ActOfState, ...]:
    """Every act recorded under it, in the order of the record. Raises NoSuchInstrument."""
    return _treaty(instrument).acts


def members_of(instrument: str, on: date) -> list[str]:
    """The codes of the states bound by it on the day, by name; none where it is not held.

    The members of a body are those bound by its charter: no list has to be kept.
    """
    treaty = shelf().get(instrument)
    if treaty is None:
        return []
    codes = {act.party for act in treaty.acts}
    bound = [one.territory for one in positions_across(instrument, codes, on) if one.in_force]
    return sorted(bound, key=party_name)


def matrix(
    instruments: Iterable[str], codes: Iterable[str], on: date
) -> list[tuple[str, list[Position]]]:
    """A row an instrument, a position a code, in the order asked for."""
    columns = list(codes)
    return [(key, positions_across(key, columns, on)) for key in instruments]


def history_of(instrument: str, territory: str, *, until: date) -> tuple[Period, ...]:
    """The periods in which the answer is one, oldest first. Raises as ``position_of``."""
    return history(_treaty(instrument), territory_named(territory), shelf(), until=until)


def changes_between(territory: str, first: date, last: date) -> list[Change]:
    """What differs on ``last`` from ``first``, by key. Raises NoSuchTerritory."""
    pairs = zip(positions_of(territory, first), positions_of(territory, last), strict=True)
    return [
        Change(before, after, tuple(act for act in after.chain if act not in before.chain))
        for before, after in pairs
        if _answer(before) != _answer(after)
    ]


def _answer(found: Position) -> tuple[object, ...]:
    said = tuple((each.act, each.cut_back, each.objections) for each in found.statements)
    return found.in_force, found.standing, said


def _treaty(key: str) -> Treaty:
    treaties = shelf()
    if key not in treaties:
        raise NoSuchInstrument(f"no published instrument has the key {key[:200]!r}")
    return treaties[key]
