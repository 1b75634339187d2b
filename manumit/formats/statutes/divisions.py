"""Parts, titles and chapters: from the field above a provision, or printed at the end of one."""

import re
from dataclasses import dataclass

_ORDINAL = (
    r"\d{1,3}[A-Z]?|[IVXLC]{1,7}|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE"
    r"|THIRTEEN|FOURTEEN|FIFTEEN|SIXTEEN|SEVENTEEN|EIGHTEEN|NINETEEN|TWENTY"
)
_HEADING = re.compile(
    rf"(?P<printed>(?P<sole>SOLE\s)?(?P<word>BOOK|TITLE|PART|CHAPTER|SECTION|Section|DIVISION|ARTICLE)"
    rf"(?:\s(?P<number>{_ORDINAL}))?\b\.?(?:\s?[.–—-]{{1,2}}\s?|\s|$))(?P<heading>.*)"
)
_PROVISION = re.compile(r"(?:Section|Article|Sec\.|Art\.)\s\d")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_RANKS = {"book": 0, "title": 1, "part": 2, "chapter": 3, "section": 4, "division": 4, "article": 2}
_STEPS = {
    "title": "title",
    "part": "part",
    "chapter": "chp",
    "section": "sec",
    "division": "div",
    "article": "art",
}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Division:
    """A division's printed name and heading; ``rank`` orders them from the widest."""

    word: str
    number: str
    printed: str
    heading: str

    @property
    def kind(self) -> str:
        """The kind of unit it is: a section of a chapter, or an article of sections, is a division."""
        return "division" if self.word in ("section", "article") else self.word

    @property
    def rank(self) -> int:
        """How wide it is: a book 0, a section of a chapter 4."""
        return _RANKS[self.word]

    @property
    def step(self) -> str:
        """The kind of step of its eid; a book has none of its own."""
        return _STEPS.get(self.word, "unit")

    @property
    def address(self) -> str:
        """The number of its eid."""
        return self.number if self.word in _STEPS else f"{self.word}-{self.number}"


def read_division(line: str) -> Division | None:
    """The division that a line names: ``PART 2A``, ``CHAPTER II - PENALTIES``, ``SOLE CHAPTER``."""
    found = _HEADING.fullmatch(line) if len(line) <= _LONGEST else None
    if not found or not (found["number"] or found["sole"]):
        return None
    heading = found["heading"].strip()
    # A collection that looks for headings by their first word takes the next provision for one.
    heading = "" if _PROVISION.match(heading) else heading
    number = found["number"] or "SOLE"
    return Division(found["word"].lower(), number, found["printed"].strip(), heading)


def split_divisions(text: str) -> tuple[str, list[Division]]:
    """The text of a provision without the headings of divisions after it, and those."""
    lines = text.split("\n")
    start = _first_of_the_tail(lines)
    return "\n".join(lines[:start]), _divisions(lines[start:])


def _first_of_the_tail(lines: list[str]) -> int:
    """Where the last run of lines begins that holds nothing but divisions and their headings."""
    start = len(lines)
    for at in range(len(lines) - 1, 0, -1):
        if read_division(lines[at]):
            start = at
        elif not _is_shouted(lines[at]):
            break
    return start


def _is_shouted(line: str) -> bool:
    words = _WORDS.findall(line)
    return bool(words) and len(line) <= _LONGEST and line.upper() == line


def _divisions(lines: list[str]) -> list[Division]:
    """Each division with its heading, which may stand on the lines below it."""
    found: list[Division] = []
    for line in lines:
        division = read_division(line)
        if division:
            found.append(division)
        else:
            last = found.pop()
            heading = f"{last.heading} {line}".strip()
            found.append(Division(last.word, last.number, last.printed, heading))
    return found
