"""One citation out of a title and a number that stand together."""

import re
from bisect import bisect_left

from manumit.citations.drafts import Draft
from manumit.citations.finding import Taken
from manumit.citations.register import Register

# What may stand between a title and its number.
_BETWEEN = re.compile(
    r"[》」\"']?(?:\s?(?:\[GC\]|\(dec\.\)|\(GC\)|,|\(|\[|[Aa]pplications?|[Aa]ppls?\.?|[Aa]pp\.?|[Jj]udge?ment(?:\sof)?|[Cc]ases?|[Nn]os?\.?|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4}|"
    r"with|số|no\.|[Cc]hapter))*\s?",
    re.ASCII,
)
_AFTER_NUMBER = re.compile(r"\s?[,(《「\"-]?\s?\(?(?:the\s)?[《「]?", re.ASCII)
_TITLE = re.compile(
    r"(?:(?:[A-Z][A-Za-z'-]*|\([A-Z][^()]{0,80}\)|and|of|the|in|on|for|to|&|,)[\s,]{1,2}){0,14}"
    r"(?:Ordinance|Act|Regulations?|Rules|Order|Code|Law|Bylaws?)\s?,?\s?\(?$",
    re.ASCII,
)
# The words of a title before "Act 7 of 2013".
_TITLE_BEFORE_ACT = re.compile(
    r"(?:[A-Z][A-Za-z'-]*(?:,?\s(?:[A-Z][A-Za-z'-]*|\([A-Z][^()]{0,80}\)|and|of|the|in|on|for|to|&)){0,14})\s$",
    re.ASCII,
)
_HAN_TITLE = re.compile(r"《[^《》]{2,60}》\s?\(?$")
_HAN_TITLE_AFTER = re.compile(r"\s?《[^《》]{2,60}》")
_LEADING = re.compile(
    r"^(?:(?:the|The|of|in|on|for|to|and|under|Under|In|Of|See|By|For|On|To|And|If|As|Section|Both)[\s,]{1,2})+"
)
_PLACE = re.compile(r"\s\((?:Cth|NSW|Vic|Qld|WA|SA|Tas|ACT|NT|UK|NZ)\)")
_NUMBERED = re.compile(r"[》」]?\s?\((?:No\.?\s?\d{1,3}|第\s?\d{1,3}\s?號)\)")  # (No. 189)
_FURTHEST = 160  # characters before a number in which its title may begin


def join(numbers: list[Draft], names: list[Draft], folded: str, register: Register) -> list[Draft]:
    """The citations of a paragraph in order: titles and numbers that belong together are one."""
    kept: list[Draft] = []
    left = sorted(names, key=lambda draft: draft.start)
    for number in sorted(numbers, key=lambda draft: draft.start):
        partner = _partner(number, _near(number, left), folded)
        if partner is not None:
            left.remove(partner)
            _merge(number, partner, folded, register)
        elif number.kind == "legislation":
            _take_in_title(number, folded)
        _close_brackets(number, folded)
        kept.append(number)
    for name in left:
        take_in_marks(name, folded)
    taken = Taken((number.start, number.end) for number in kept)
    free = [name for name in left if not taken.holds(name.start, name.end)]
    return sorted([*kept, *free], key=lambda draft: draft.start)


def _near(number: Draft, names: list[Draft]) -> list[Draft]:
    """The names close enough to belong to the number, in order."""
    first = bisect_left(names, number.start - _FURTHEST * 2, key=lambda name: name.start)
    after = bisect_left(names, number.end + _FURTHEST, key=lambda name: name.start)
    return names[first:after]


def _partner(number: Draft, names: list[Draft], folded: str) -> Draft | None:
    for name in names:
        if name.start < number.end and number.start < name.end:
            return name
        if name.end <= number.start and _BETWEEN.fullmatch(folded, name.end, number.start):
            return name if _fits(number, name, folded[name.end : number.start]) else None
        if number.end <= name.start and _AFTER_NUMBER.fullmatch(folded, number.end, name.start):
            between = folded[number.end : name.start]
            return name if number.kind != "judgment" and _fits(number, name, between) else None
    return None


def _fits(number: Draft, name: Draft, between: str) -> bool:
    """Whether both can be one work: a bracket says so, else their keys must not disagree."""
    if number.kind != name.kind:
        return False
    if number.kind == "judgment":
        return True  # the name of the case, whatever other case bears it too
    mine, its = {number.key, *number.candidates} - {None}, {name.key, *name.candidates} - {None}
    return "(" in between or "《" in between or not mine or not its or bool(mine & its)


def _merge(number: Draft, name: Draft, folded: str, register: Register) -> None:
    """A judgment keeps its number's place; a law's title becomes part of its citation."""
    if number.kind != name.kind or (number.start <= name.start and name.end <= number.end):
        return
    if number.kind == "judgment":
        if number.key is None and not number.stem and name.key:
            number.key, number.candidates = name.key, ()
        return
    take_in_marks(name, folded)
    number.start, number.end = min(number.start, name.start), max(number.end, name.end)
    if number.key is None and not number.candidates:
        number.key, number.candidates = name.key, name.candidates
    elif number.key and name.key and number.key != name.key and name.format_kind != "act":
        held = number.key in register
        number.candidates = tuple(sorted({number.key, name.key}))
        number.key = None
        if not held:
            number.candidates = (name.key, *(key for key in number.candidates if key != name.key))
    elif number.key is None and name.key in number.candidates:
        number.key, number.candidates = name.key, ()


def _take_in_title(number: Draft, folded: str) -> None:
    """The title before or after a number nobody knows."""
    begin = max(0, number.start - _FURTHEST)
    before = folded[begin : number.start]
    if match := _HAN_TITLE.search(before):
        number.start = begin + match.start()
    elif match := (
        _TITLE_BEFORE_ACT if folded[number.start :].startswith("Act ") else _TITLE
    ).search(before):
        lead = _LEADING.match(match[0])
        number.start = begin + match.start() + (lead.end() if lead else 0)
    elif match := _HAN_TITLE_AFTER.match(folded, number.end):
        number.end = match.end()


def take_in_marks(name: Draft, folded: str) -> None:
    """What belongs to a title: 《》 around it, the place whose Act it is, its number in brackets."""
    if folded[name.start - 1 : name.start] in ("《", "〈") and folded[name.end : name.end + 1] in (
        "》",
        "〉",
    ):
        name.start, name.end = name.start - 1, name.end + 1
    for addition in (_PLACE, _NUMBERED):
        if match := addition.match(folded, name.end):
            name.end = match.end()


def _close_brackets(draft: Draft, folded: str) -> None:
    """A bracket opened inside the citation is closed inside it, and the other way about."""
    inside = folded[draft.start : draft.end]
    if inside.count(")") > inside.count("(") and folded[draft.start - 1 : draft.start] == "(":
        draft.start -= 1
    for opened, closed in ("()", "[]"):
        if (
            inside.count(opened) > inside.count(closed)
            and folded[draft.end : draft.end + 1] == closed
        ):
            draft.end += 1
