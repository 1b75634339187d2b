"""The name of a case before its number, and what the case is called afterwards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from manumit.citations.drafts import Draft

_VERSUS = re.compile(r"\s(?:v\.?|vs\.?|c\.|contra)\s")
# A word of a party's name; the words that may stand between them.
_WORD = re.compile(r"\(?[A-Z][\w.'&()-]*,?|of|and|the|de|la|van|bin|binti|others|Others|&")
_MOST = 9  # words of a party's name
_LEADING = re.compile(
    r"^(?:(?:In|See|And|The|Of|Cf\.?|Also|But|Compare|Following|Under|As|the|of|and|Re|also|per|Per|With)\s)+"
)
_OVER = re.compile(
    r"[;\[\]:]|,\s(?:nos?\.|n[°º]|application)|\((?:nos?\.|application|dec|GC)|\.\s[A-Z]"
)
# Parties in whose name every prosecution is brought: the other party names the case.
_CROWN = frozenset(
    {
        "R", "Reg", "Regina", "The Queen", "The King", "Queen", "King", "HKSAR", "PP", "Public Prosecutor", "State",
        "The State", "People", "Republic", "US", "United States", "Attorney General", "HM Advocate",
        "Re", "Secretary for Justice",
    }
)  # fmt: skip
_FURTHEST = 160  # characters before a number in which the names of the parties may stand
_INITIAL = 3  # a first word this short is no name to call a case by
_CLOSEST = re.compile(r"[\s,(]*(?:\[GC\]|\(dec\.\)|\(?(?:[Aa]pplication|[Jj]udgment)s?)?[\s,(]*")


@dataclass(frozen=True, slots=True)
class CaseName:
    """The two parties as the text gives them."""

    first: str
    second: str

    def __str__(self) -> str:
        return f"{self.first} v {self.second}"

    def calls(self) -> Iterator[str]:
        """What the case may be called from here on: a party, then the party's first word."""
        party = self.second if self.first in _CROWN else self.first
        if len(party) > 1 and party not in _CROWN:
            yield party
            head = party.split(" ")[0].rstrip(".,")
            if len(head) > _INITIAL and head != party:
                yield head


def case_name(draft: Draft, folded: str) -> CaseName | None:
    """The name of the case a judgment is cited by; None where none stands at its number."""
    if draft.how == "name":
        return _parted(folded[draft.start : draft.end])
    return _parted(folded[max(0, draft.start - _FURTHEST) : draft.start])


def _parted(words: str) -> CaseName | None:
    versus = list(_VERSUS.finditer(words))
    run = _run_before(words[: versus[-1].start()]) if versus else ""
    if not run:
        return None
    second = words[versus[-1].end() :]
    over = _OVER.search(second)
    if over and not _CLOSEST.fullmatch(second, over.start()):
        return None  # the name of another case, further back
    second = (second[: over.start()] if over else second).strip(" ,(")
    first = _LEADING.sub("", run)
    return CaseName(first, second) if first and second else None


def _run_before(words: str) -> str:
    """The words of a name with which the text ends."""
    kept: list[str] = []
    for word in reversed(words.split(" ")):
        if len(kept) == _MOST or not _WORD.fullmatch(word):
            break
        kept.insert(0, word)
    return " ".join(kept).strip()
