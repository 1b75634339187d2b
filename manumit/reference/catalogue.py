"""The reference data, read once and kept; concepts until this Centre says something else of them."""

from functools import cache
from pathlib import Path

from manumit.reference.beside import kept_with_concepts, with_own
from manumit.reference.conceptfiles import read_schemes
from manumit.reference.formats import CitationFormat
from manumit.reference.systemfiles import read_systems
from manumit.reference.types import Concept, Forum, Scheme, System

_HERE = Path(__file__).parent
TOPIC_SCHEMES = ("exploitation", "cross-cutting")


@cache
def systems() -> dict[str, System]:
    """Every jurisdiction and international system, by code."""
    return read_systems(_HERE / "systems")


def system(code: str) -> System:
    """One system. Raises KeyError."""
    return systems()[code]


@cache
def system_codes() -> frozenset[str]:
    """The codes with which a key may begin."""
    return frozenset(systems())


@cache
def languages() -> frozenset[str]:
    """Every language some system publishes its law in, as BCP 47 tags."""
    return frozenset(tag for each in systems().values() for tag in each.languages)


@cache
def forums() -> dict[str, Forum]:
    """Every court and body, by code; within a system the highest first."""
    return {
        forum.code: forum
        for each in systems().values()
        for forum in sorted(each.forums, key=lambda forum: forum.order)
    }


def forum(code: str) -> Forum:
    """One forum. Raises KeyError."""
    return forums()[code]


def with_place(name: str, system: str) -> str:
    """A forum's name with its jurisdiction: there is a Court of Appeal in many.

    The name stays as it is where it says the place itself, or where the system is no place.
    """
    place = systems().get(system)
    if place is None or place.kind == "system" or place.name() in name:
        return name
    return f"{name}, {place.name()}"


@cache
def citation_formats() -> tuple[CitationFormat, ...]:
    """Every format of every system."""
    return tuple(format_ for each in systems().values() for format_ in each.all_formats)


@cache
def shipped_schemes() -> dict[str, Scheme]:
    """Every vocabulary as this version of the program has it, by code."""
    return read_schemes(_HERE / "concepts")


@kept_with_concepts
def schemes() -> dict[str, Scheme]:
    """Every vocabulary by code, with what this Centre says itself."""
    return with_own(shipped_schemes())


def scheme(code: str) -> Scheme:
    """One vocabulary. Raises KeyError."""
    return schemes()[code]


@kept_with_concepts
def concepts() -> tuple[Concept, ...]:
    """The concepts of every scheme; a code may stand in two schemes (``debt-bondage``)."""
    return tuple(concept for each in schemes().values() for concept in each.concepts)


@kept_with_concepts
def concept_codes(scheme: str) -> frozenset[str]:
    """The codes of one scheme. Raises KeyError."""
    return frozenset(concept.code for concept in schemes()[scheme].concepts)


@kept_with_concepts
def topics() -> dict[str, Concept]:
    """What a record may name under topics: forms of exploitation, then cross-cutting issues."""
    return {concept.code: concept for name in TOPIC_SCHEMES for concept in schemes()[name].concepts}


@kept_with_concepts
def topic_codes() -> frozenset[str]:
    """The codes a record may name under topics."""
    return frozenset(topics())
