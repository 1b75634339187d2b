"""Numbers that only look like citations: an invoice, a room, a budget line.

A format marked here is so plain that its shape proves nothing; then the words beside it, or the
register, must speak for it.
"""

import re

from manumit.citations.register import Register
from manumit.citations.scanning import Number

_NEAR = 90  # characters on either side that may speak for a number

# Words before a number that say it is something else.
_OTHER_THINGS = re.compile(
    r"(?:invoice|receipt|order|room|flat|unit|lot|item|batch|account|ref(?:erence)?|ticket|policy|permit|"
    r"licen[cs]e|decree|law|act|bill|resolution|recommendation|decision|opinion|circular|notice|"
    r"voucher|flight|bus|page|form|model|serial|contract|file|vol(?:ume)?|issue|tender|"
    r"registration|passport|certificate|memo(?:randum)?|report|paper|document|doc|booking|case file)s?"
    r"\s?(?:\(?[Nn]os?\.?|[Nn][°º])?\s?$",
    re.IGNORECASE | re.ASCII,
)
_ILO_CODE = re.compile(r"[CPR]\d{1,2}", re.ASCII)
_SAYS_LABOUR = re.compile(
    r"\bILO\b|[Cc]onvention|ratif|labour|labor|\b[Aa]rts?\b|\bparas?\b|公約|อนุสัญญา"
)
_CASE_NAME = re.compile(
    r"\s(?:v\.?|c\.|contre|contra)\s[^;\n]{2,80}$|\((?:dec\.|d[ée]c\.)\)", re.ASCII
)
_SAYS_CASE = re.compile(
    r"application|applicant|requ[êe]te|\bECHR\b|Strasbourg|European Court|Chamber|§|\[GC\]|\(dec\.\)|"
    r"judgment|judgement|cited above|申請|訴",
    re.IGNORECASE,
)


def is_plausible(hit: Number, folded: str, register: Register) -> bool:
    """Whether a number may be taken for what its format says."""
    if hit.format.kind == "application":
        return _is_application(hit, folded, register)
    if hit.format.system == "ilo":
        return says_labour(folded[hit.start : hit.end], folded, hit.start)
    return True


def says_labour(words: str, folded: str, start: int) -> bool:
    """Whether C29 is a convention here and no bus line; other words always are what they are."""
    if not _ILO_CODE.fullmatch(words):
        return True
    return bool(_SAYS_LABOUR.search(folded[max(0, start - _NEAR) : start + _NEAR]))


def _is_application(hit: Number, folded: str, register: Register) -> bool:
    """An application to Strasbourg: a known one, after a case's name, or called one."""
    before = folded[max(0, hit.start - _NEAR) : hit.start]
    if _OTHER_THINGS.search(before):
        return False
    if register.below(hit.key):
        return True
    after = folded[hit.end : hit.end + _NEAR]
    if (
        _CASE_NAME.search(before)
        or _SAYS_CASE.search(before[-60:])
        or _SAYS_CASE.search(after[:60])
    ):
        return True
    return bool(re.search(r"\d/\d{2}(?:,| and| et| &)\s?$", before))
