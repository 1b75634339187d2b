"""What a column says: ``Ratification, Accession(a), Succession(d)``, word by word and mark by mark."""

import re
from dataclasses import dataclass

_BETWEEN = re.compile(r",\s+(?=[A-Z])")
# A mark closes the words it explains; apart from them, after a number, it is a paragraph's letter.
_MARKED = re.compile(r"(?P<words>.*(?:\S|[^\s)]\s))\((?P<mark>[A-Za-z]{1,2})\)")
_ACTS = {
    "definitive signature": "definitive-signature",
    "signature": "signature",
    "ratification": "ratification",
    "acceptance": "acceptance",
    "approval": "approval",
    "accession": "accession",
    "succession": "succession",
    "provisional application": "provisional-application",
}
# Words with which an act goes on being that act: of which text it is one, or under which rule.
_GOES_ON = re.compile(
    r"(?: (?:of|to) the (?:Protocol|Convention|Agreement)\b.*| (?:by virtue|under)\b.*)?"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading as printed, and the words for a cell with a mark and without one.

    ``plain`` are the words that no mark is for; where there are several, a cell leaves open which.
    """

    heading: str
    marked: dict[str, str]
    plain: tuple[str, ...]

    def act(self, mark: str) -> tuple[str, str]:
        """The act of a cell with that mark, or empty and why it is open."""
        words = [self.marked[mark]] if mark in self.marked else list(self._unmarked(mark))
        if len(words) != 1:
            several = "several acts stand in one column" if words else "its mark is not explained"
            return "", f"{several}: {self.heading}"
        act = _act(words[0])
        return act, "" if act else f"no act of a treaty event: {words[0]}"

    def _unmarked(self, mark: str) -> tuple[str, ...]:
        if mark:
            return ()
        alone = len(self.plain) + len(self.marked) == 1
        return tuple(self.marked.values()) if alone and self.marked else self.plain


def read_column(heading: str) -> Column:
    """Take a heading apart."""
    heading = " ".join(heading.split())
    marked: dict[str, str] = {}
    plain: list[str] = []
    for words in _BETWEEN.split(heading):
        found = _MARKED.fullmatch(words)
        if found:
            marked[found["mark"]] = found["words"].strip()
        else:
            plain.append(words)
    return Column(heading, marked, tuple(plain))


def _act(words: str) -> str:
    for name, act in _ACTS.items():
        if words.lower().startswith(name) and _GOES_ON.fullmatch(words[len(name) :]):
            return act
    return ""
