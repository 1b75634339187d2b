"""From numbers in a text to citations: which of two readings, which decision of a case."""

import re
from collections.abc import Iterable, Iterator

from manumit.citations.drafts import Draft
from manumit.citations.plausible import is_plausible
from manumit.citations.register import Register
from manumit.citations.scanning import Number, numbers_in
from manumit.citations.types import Context
from manumit.reference import system_of

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "janvier"), ("february", "février"), ("march", "mars"), ("april", "avril"),
            ("may", "mai"), ("june", "juin"), ("july", "juillet"), ("august", "août"),
            ("september", "septembre"), ("october", "octobre"), ("november", "novembre"),
            ("december", "décembre"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_DAY = re.compile(r"(\d{1,2})\s([A-Za-zéûô]{3,9})\s(\d{4})")
_GRAND_CHAMBER = re.compile(r"\[GC\]|\(GC\)|Grand Chamber")
_CLOSE = 16  # characters on either side of a number in which [GC] may stand
_NEXT = 24  # characters after a title in which its year may stand
_AHEAD = 90  # characters after a number in which the day of the decision may stand


def numbered(folded: str, register: Register, context: Context) -> list[Draft]:
    """The citations by number in a folded paragraph, none overlapping another."""
    found = [hit for hit in numbers_in(folded) if is_plausible(hit, folded, register)]
    return [draft_of(readings, folded, register, context) for readings in _apart(found)]


def _apart(hits: Iterable[Number]) -> Iterator[list[Number]]:
    """The longest of those that overlap; several where they are equally long."""
    taken = -1
    ordered = sorted(hits, key=lambda hit: (hit.start, -hit.end))
    groups: list[list[Number]] = []
    for hit in ordered:
        if groups and hit.start < taken:
            last = groups[-1][0]
            if (hit.start, hit.end) == (last.start, last.end):
                groups[-1].append(hit)
            elif hit.end - hit.start > last.end - last.start:
                groups[-1] = [hit]
                taken = hit.end
            continue
        groups.append([hit])
        taken = hit.end
    yield from groups


def draft_of(readings: list[Number], folded: str, register: Register, context: Context) -> Draft:
    """One citation out of the readings of one place."""
    reading = _preferred(readings, register, context)
    draft = Draft(
        start=reading.start,
        end=reading.end,
        kind=reading.kind,
        cite=reading.cite,
        format_kind=reading.format.kind,
        system=reading.format.system,
    )
    if _names_a_volume(reading):
        draft.format_kind = "volume"
        return draft
    if reading.format.is_stem:
        draft.stem = reading.key
        settle(draft, register.below(reading.key), folded, register)
    elif reading.key:
        draft.key = _as_held(reading, register)
    others = {other.key for other in readings if other.key and not other.format.is_stem}
    if len(others) > 1 and not (draft.key and draft.key in register) and not context.system:
        draft.key, draft.candidates = None, tuple(sorted(others))
    if draft.key is None and not draft.candidates:
        settle(draft, register.with_number(reading.cite), folded, register)
    return draft


def _as_held(reading: Number, register: Register) -> str:
    """The number's own key, or the one under which the Centre keeps what has this number."""
    if reading.key in register:
        return reading.key
    others = register.with_number(reading.cite)
    return others[0] if len(others) == 1 else reading.key


def _names_a_volume(reading: Number) -> bool:
    """ECHR 2010 (extracts) is where many cases stand; it is cited beside one of them."""
    groups = set(reading.format.regex().groupindex)
    return reading.format.kind == "report" and not groups & {"page", "number"}


def _preferred(readings: list[Number], register: Register, context: Context) -> Number:
    """What the Centre holds, then what is of the text's own jurisdiction, then what gives a key."""
    return max(
        readings,
        key=lambda hit: (
            bool(hit.key) and (hit.key in register or bool(register.below(hit.key))),
            bool(context.system) and hit.format.system == context.system,
            bool(hit.key),
            hit.format.forum is not None,
        ),
    )


def settle(draft: Draft, keys: list[str], folded: str, register: Register) -> None:
    """Say which of the works it is, by the day or the chamber named beside it; else leave it open."""
    after = folded[draft.end : draft.end + _AHEAD]
    if len(keys) > 1:
        keys = _of_the_day(keys, after) or _of_the_year(keys, after) or keys
    beside = folded[max(0, draft.start - _CLOSE) : draft.end + _CLOSE]
    if len(keys) > 1 and _GRAND_CHAMBER.search(beside):
        keys = [key for key in keys if register[key].forum.endswith("-gc")] or keys
    if len(keys) == 1:
        draft.key, draft.candidates = keys[0], ()
        draft.kind = register.kind(keys[0])  # a document's symbol does not say what it is
    else:
        draft.candidates = tuple(keys)


def _of_the_year(keys: list[str], words: str) -> list[str]:
    """Of several editions of a publication, the one whose year stands beside it."""
    years = re.findall(r"\b(?:19|20)\d\d\b", words[:_NEXT])
    return [key for key in keys if any(f"/{year}-" in key for year in years)]


def _of_the_day(keys: list[str], words: str) -> list[str]:
    for day, month, year in _DAY.findall(words):
        if number := _MONTHS.get(month.lower()):
            wanted = f"{year}-{number:02}-{int(day):02}"
            return [key for key in keys if key.endswith(f"/{wanted}")]
    return []


def system_of_draft(draft: Draft) -> str:
    """The jurisdiction whose work it is, as far as it is known."""
    keys = [draft.key, *draft.candidates]
    return next((system_of(key) for key in keys if key), draft.system)
