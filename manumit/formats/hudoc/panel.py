"""The judges named at the beginning of a judgment."""

import re

_BEGIN = re.compile(
    r"compos[ée]{1,2}d?\s(?:of(?:\sthe\sfollowing\sjudges)?|des?\sjuges\sdont\sle\snom\ssuit|de)\s?:?\s"
)
_END = re.compile(
    r"\bjudges?\s?,?\s(?:and|assisted)\b|\bjuges\s?,?\s(?:et|assist)|\bainsi\sque\b"
    r"|\band\s[^,]{3,60},\s(?:Acting\s)?(?:Deputy\s)?(?:Section\s)?(?:Registrar|Jurisconsult)"
)
_ROLE = re.compile(
    r"(?:vice-)?(?:pr[ée]sident\w*|president\w*)|(?:ad\shoc\s)?judges?(?:\sad\shoc)?"
    r"|juges?(?:\sad\shoc)?|ad\shoc|assistée?\sde.*",
    re.IGNORECASE,
)
_COURTESY = re.compile(r"(?:MM?\.|M\smes?\.?|Mmes?\.?|Mrs?\.?|Ms\.?)\s+")
_WINDOW = 4_000
_LONGEST_NAME = 60


def read_panel(text: str) -> tuple[str, ...]:
    """The judges in the order in which they are named; empty where no list is found."""
    begin = _BEGIN.search(text)
    if not begin:
        return ()
    end = _END.search(text, begin.end(), begin.end() + _WINDOW)
    if not end:
        return ()
    parts = (_name(part) for part in text[begin.end() : end.start()].split(","))
    return tuple(part for part in parts if part)


def _name(part: str) -> str:
    plain = _COURTESY.sub("", " ".join(part.split()).strip(" .;"), count=1).strip()
    if _ROLE.fullmatch(plain) or len(plain) > _LONGEST_NAME:
        return ""
    return plain if any(one.isupper() for one in plain) else ""
