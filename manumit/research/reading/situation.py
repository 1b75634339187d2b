"""A text read as a situation: where, when, about what, and what is asked for."""

from collections.abc import Sequence
from datetime import date

from manumit.reference import systems
from manumit.research.errors import NothingTold, UnknownJurisdiction
from manumit.research.reading.days import day_in
from manumit.research.reading.matters import concepts_in, kinds_in, matters_in
from manumit.research.reading.places import Told, elsewhere_among, jurisdiction_among, places_in
from manumit.research.types import Day, Place, Reading
from manumit.search.selectors import homes_of

LONGEST = 20_000  # characters that are read: a long letter


def read(
    text: str,
    *,
    where: str = "",
    jurisdiction: str,
    on: date | None,
    today: date,
    usual: Sequence[str],
) -> Reading:
    """What the text says. What is given is believed; what is not is read in it, else assumed.

    ``where`` is the part of the text that answers which place it is about: what it names comes before
    whatever else is named.

    Without any place in the text, the first of the ``usual`` jurisdictions is assumed. Raises
    NothingTold or UnknownJurisdiction.
    """
    if not any(char.isalpha() for char in text):
        raise NothingTold("There is no text to go by: tell in a few sentences what happened.")
    _check(jurisdiction)
    told = places_in(text, tuple(usual), homes_of(text))
    place = Place(jurisdiction, "given") if jurisdiction else _place(where, told, tuple(usual))
    return Reading(
        place=place,
        elsewhere=elsewhere_among(told, but=place.code),
        day=_day(text, on, today),
        matters=matters_in(text),
        concepts=concepts_in(text),
        kinds=kinds_in(text),
    )


def _place(where: str, told: list[Told], usual: tuple[str, ...]) -> Place:
    # Of whoever answers "柬埔寨" it is known where it is about, whatever the language of the answer.
    answered = jurisdiction_among(places_in(where, usual))
    if answered:
        return Place(answered.code, "answered", answered.words)
    found = jurisdiction_among(told)
    return Place(found.code, "told", found.words) if found else Place(usual[0], "assumed")


def _check(code: str) -> None:
    if code and (code not in systems() or systems()[code].kind != "jurisdiction"):
        raise UnknownJurisdiction(
            f"no jurisdiction has the code {code[:40]!r}: use one such as hk, th or ph"
        )


def _day(text: str, on: date | None, today: date) -> Day:
    if on:
        return Day(on, "given")
    found = day_in(text, today)
    return Day(found[0], "told", found[1]) if found else Day(today, "assumed")
