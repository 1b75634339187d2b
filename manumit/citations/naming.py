"""Works cited by their name: those the Centre knows, and Acts that say their own year."""

import re
from collections.abc import Iterator

from manumit.citations.drafts import Draft
from manumit.citations.finding import Taken
from manumit.citations.numbering import settle
from manumit.citations.plausible import says_labour
from manumit.citations.register import Named, Register
from manumit.citations.types import Context
from manumit.reference import system_of, systems

_NEAR = 40  # characters on either side in which a jurisdiction may be named
_ABBREVIATION = 3  # a name this short is a work's only where the text says so (CAT, CRC)

_WORD = r"(?:[A-Z][A-Za-z'-]*\.?|\([A-Z][^()]{0,60}\)|and|of|the|in|on|for|to|&|,)"
_PLACE = r"(?:\s\((?:Cth|NSW|Vic|Qld|WA|SA|Tas|ACT|NT|UK|NZ|Ireland|Singapore|Malaysia|India|HK|Scotland)\))?"
_ACT = re.compile(
    rf"\b[A-Z][A-Za-z'-]*(?:\s{_WORD}){{0,12}}\s(?:Act|Code|Ordinance|Order|Regulations|Rules)"
    rf"(?:\s\([A-Z][^()]{{0,40}}\))?\s(?:19|20)\d\d\b{_PLACE}",
    re.ASCII,
)
# A Thai Act or Decree with its year, and the Codes, which have none.
_THAI_ACT = re.compile(
    r"(?:พระราชบัญญัติ|พระราชกำหนด|พ\.ร\.บ\.|พ\.ร\.ก\.)\s?[\u0e00-\u0e7f()]{4,120}?(?:\s[\u0e00-\u0e7f()]{2,60}?){0,3}\s?พ\.ศ\.\s?\d{4}"
    r"|ประมวลกฎหมาย(?:อาญา|แพ่งและพาณิชย์|วิธีพิจารณาความอาญา|วิธีพิจารณาความแพ่ง|ที่ดิน|ยาเสพติด)"
)
_ACT_WORDS = ("Act ", "Code ", "Ordinance ", "Order ", "Regulations ", "Rules ")
_NOT_THE_WORK = re.compile(
    r"\s(?:(?:19|20)\d\d\b|Committees?|Commissions?|Courts?|scans?\b|on the\b)"
)
_LEADING = re.compile(
    r"^(?:(?:The|Under|In|See|And|By|Section|Both|Also|If|When|Since|As|Of|For|To)\s)+"
)
_PLACES = {
    "UK": "gb",
    "Cth": "au",
    "Singapore": "sg",
    "Malaysia": "my",
    "India": "in",
    "HK": "hk",
    "NZ": "nz",
}


def named(folded: str, register: Register, context: Context) -> list[Draft]:
    """The citations by name in a folded paragraph; some may overlap those by number."""
    known = [_known(found, folded, register, context) for found in register.names_in(folded)]
    drafts = [draft for draft in known if draft is not None]
    taken = Taken((draft.start, draft.end) for draft in drafts)
    drafts += [act for act in _acts(folded, register) if not taken.holds(act.start, act.end)]
    return drafts


def _known(found: Named, folded: str, register: Register, context: Context) -> Draft | None:
    name = folded[found.start : found.end]
    if name.isupper() and _NOT_THE_WORK.match(folded, found.end):
        return None  # ECHR 2010 is a report and the CEDAW Committee a body
    if not says_labour(name, folded, found.start):
        return None
    draft = Draft(
        start=found.start,
        end=found.end,
        kind=register.kind(found.keys[0]),
        cite=name,
        how="name",
        format_kind="abbreviation" if len(name) <= _ABBREVIATION else "name",
    )
    keys = list(found.keys)
    if len(keys) > 1 and draft.kind != "judgment":
        keys = _of_place(keys, folded, found, context)
    settle(draft, keys, folded, register)
    if draft.key and _may_be_anothers(draft, folded, found, context):
        draft.candidates, draft.key = (draft.key,), None
    return draft


def _may_be_anothers(draft: Draft, folded: str, found: Named, context: Context) -> bool:
    """Whether a law's bare title ("Penal Code") may be that of the place the text comes from."""
    if draft.kind != "legislation" or not context.system or any(map(str.isdigit, draft.cite)):
        return False
    system = system_of(draft.key or "")
    beside = folded[max(0, found.start - _NEAR) : found.end + _NEAR]
    return system != context.system and not _is_named(system, beside)


def _of_place(keys: list[str], folded: str, found: Named, context: Context) -> list[str]:
    """Of several Acts with one title, that of the place named beside it, or of the text's own."""
    beside = folded[max(0, found.start - _NEAR) : found.end + _NEAR]
    there = [key for key in keys if _is_named(system_of(key), beside)]
    if there:
        return there
    return [key for key in keys if system_of(key) == context.system] or keys


def _is_named(code: str, words: str) -> bool:
    return any(name in words for name in systems()[code].names.values())


def _acts(folded: str, register: Register) -> Iterator[Draft]:
    """Acts by title and year, held or not: their title is their number."""
    for match in _THAI_ACT.finditer(folded) if "พ" in folded or "ป" in folded else ():
        draft = Draft(
            match.start(), match.end(), "legislation", match[0],
            how="name", format_kind="act", system="th",
        )  # fmt: skip
        settle(draft, register.spaced_otherwise(match[0]), folded, register)
        yield draft
    if not any(word in folded for word in _ACT_WORDS):
        return
    for match in _ACT.finditer(folded):
        lead = _LEADING.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        title = folded[start : match.end()]
        place = next((code for mark, code in _PLACES.items() if title.endswith(f"({mark})")), "")
        yield Draft(
            start=start,
            end=match.end(),
            kind="legislation",
            cite=title,
            how="name",
            format_kind="act",
            system=place,
        )
