"""The guide's door: which guides there are, one of them, a walk through it, its outcome."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from manumit.guide.checks import check_guides
from manumit.guide.errors import NoSuchGuide
from manumit.guide.judging import judge
from manumit.guide.playing import next_question, path
from manumit.guide.reading import FOLDER, find_guides, json_schema, read_guide
from manumit.guide.terms import Term
from manumit.guide.terms import parse as parse_term
from manumit.guide.types import Guide, Overlay, Translated

__all__ = [
    "FOLDER",
    "Term",
    "check_guides",
    "citing",
    "find_guides",
    "guide",
    "json_schema",
    "judge",
    "jurisdictions",
    "machine_made_on",
    "next_question",
    "parse_term",
    "path",
    "read_guide",
    "wordings",
]


def guide(code: str, jurisdiction: str = "") -> Guide:
    """The guide, with the law of a jurisdiction laid over it where one is named.

    Raises NoSuchGuide.
    """
    guides, overlays = _shelf()
    if code not in guides:
        raise NoSuchGuide(f"there is no guide {code[:40]!r}")
    if not jurisdiction:
        return guides[code]
    overlay = overlays.get((code, jurisdiction))
    if overlay is None:
        raise NoSuchGuide(f"the guide {code} has no law of {jurisdiction[:40]!r}")
    return guides[code].model_copy(
        update={"laws": overlay.laws, "jurisdiction": overlay.jurisdiction}
    )


def citing(key: str) -> list[str]:
    """What in the guides cites the work with this key, each as the guide's title and its words."""
    guides, overlays = _shelf()
    named: list[tuple[str, Guide | Overlay]] = [(one.title, one) for one in guides.values()]
    named += [(f"{guides[of].title} ({place})", one) for (of, place), one in overlays.items()]
    return [
        f"{title}: {words}"
        for title, one in named
        for words in _citing(one.model_dump(mode="json"), key)
    ]


def _citing(part: Any, key: str) -> Iterator[str]:
    """The words of every part that has a citation of the work."""
    if isinstance(part, Mapping):
        cites = part.get("cites")
        if isinstance(cites, list) and any(one.get("work") == key for one in cites):
            yield str(part.get("ask") or part.get("says") or part.get("title") or part.get("code"))
        part = [inner for name, inner in part.items() if name != "cites"]
    if isinstance(part, list | tuple):
        for inner in part:
            yield from _citing(inner, key)


def jurisdictions(code: str) -> list[str]:
    """The jurisdictions whose law can be laid over a guide, by code."""
    return sorted(place for of, place in _shelf()[1] if of == code)


def wordings(language: str) -> Mapping[str, str]:
    """What the texts of the guides say in this language, each by its own words; empty without any."""
    return _translations().get(language, ({}, None))[0]


def machine_made_on(language: str) -> date | None:
    """The day a machine translated the guides into it, while nobody has put their name to that."""
    return _translations().get(language, ({}, None))[1]


@cache
def _translations() -> dict[str, tuple[dict[str, str], date | None]]:
    """By language: every wording, and the last day of those that are marked."""
    found: dict[str, tuple[dict[str, str], date | None]] = {}
    for each in _contents():
        if isinstance(each, Translated):
            words, day = found.get(each.language, ({}, None))
            words |= {one.original: one.says for one in each.words}
            if each.translation.is_marked:
                day = max(each.translation.on, day or each.translation.on)
            found[each.language] = words, day
    return found


@cache
def _shelf() -> tuple[dict[str, Guide], dict[tuple[str, str], Overlay]]:
    """Every guide by its code, every overlay by its guide and jurisdiction."""
    contents = _contents()
    guides = {each.code: each for each in contents if isinstance(each, Guide)}
    overlays = {
        (each.adds_to, each.jurisdiction): each for each in contents if isinstance(each, Overlay)
    }
    return guides, overlays


@cache
def _contents() -> list[Guide | Overlay | Translated]:
    """Every file that is shipped."""
    return [read_guide(file).content for file in find_guides([FOLDER])]
