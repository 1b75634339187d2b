"""A work as the recogniser knows it, and which of its names and numbers lead to it alone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from manumit.reference import Gives

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_FIGURES = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class KnownWork:
    """A work as the recogniser needs it: every name and every number it goes by.

    ``unit`` is the eid's step by which it is divided (``sec``, ``art``, ``reg``), where known.
    """

    key: str
    kind: Gives
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    forum: str = ""
    unit: str = ""


def names_of(
    title: str,
    titles: Mapping[str, str],
    short_titles: Mapping[str, Iterable[str]],
    in_texts: Iterable[str] = (),
) -> tuple[str, ...]:
    """Every name of a work, each once: its title, in other languages, short, as its texts print it."""
    short = [name for names in short_titles.values() for name in names]
    return _each_once([title, *titles.values(), *short, *in_texts])


def numbers_of(
    identifiers: Mapping[str, str | list[str]],
    *,
    own: Iterable[str] = (),
    reports: Iterable[str] = (),
    registered: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Every number that leads to one work, each once.

    ``own``: neutral citation, docket numbers, number of a law. ``registered``: the series in which
    an instrument is registered and its number there (``CETS``, ``197``).
    """
    return _each_once(
        [
            *_flat(identifiers.values()),
            *own,
            *filter(_names_a_place, reports),
            *_registration(registered or {}),
        ]
    )


def _registration(registered: Mapping[str, str]) -> Iterator[str]:
    series, number = registered.get("series"), registered.get("number")
    if series and number and series != "other":
        yield f"{series} No. {number}"


def _names_a_place(report: str) -> bool:
    """Whether a report gives more than a year and a volume (ECHR 2005-VII), which hold many cases."""
    return bool(_FIGURES.search(_YEAR.sub("", report)))


def _flat(values: Iterable[str | list[str]]) -> Iterator[str]:
    for value in values:
        yield from value if isinstance(value, list) else [value]


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, words)))
