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
    "undertaking of provisional application": "provisional-application",
    "simplified procedure": "tacit-acceptance",
}
# Acts of which only tables tell, whatever they say further of which text or under which rule.
_ONLY_IN_TABLES = {
    "application": "application",
    "confirmation of signature": "confirmation-of-signature",
    "consent to be bound": "consent-to-be-bound",
    "definitive acceptance": "definitive-acceptance",
    "formal confirmation": "formal-confirmation",
    "notification": "notification",
    "participation": "participation",
    "provisional acceptance": "provisional-acceptance",
    "signature ad referendum": "signature-ad-referendum",
    "succession to signature": "succession-to-signature",
}
# Each of them binds: where one column is for several, a state consented to be bound by one.
_BINDING = frozenset(
    {"definitive-signature", "ratification", "acceptance", "approval", "accession", "succession"}
    | {"participation"}
)
_ASIDE = frozenset(
    {"Resolution", "Date of Adoption", "Registration Date", "Registration Number"}
    | {"UNTS Volume", "UNTS Page"}
)
# Words with which an act goes on being that act: of which text it is one, or under which rule.
_GOES_ON = re.compile(
    r"(?: by [a-z-]+ members)?"
    r"(?: (?:of|to) the (?:Protocol|Convention|Agreement)\b.*| (?:by virtue|under|in accordance)\b.*)?"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading as printed, and the words for a cell with a mark and without one.

    ``plain`` are the words that no mark is for; where there are several, a cell leaves open which.
    """

    heading: str
    marked: dict[str, str]
    plain: tuple[str, ...]

    @property
    def aside(self) -> bool:
        """Whether its cells are particulars of another's act, such as a resolution's number."""
        return self.heading in _ASIDE

    def act(self, mark: str) -> tuple[str, str]:
        """The act of a cell with that mark, and why it is open; empty where nobody can say which."""
        words = [self.marked[mark]] if mark in self.marked else list(self._unmarked(mark))
        if not words:
            return "", f"its mark is not explained: {self.heading}"
        several = [one for each in words for one in each.split(" or ")]
        if len(words) == 1 and (act := _recorded(words[0])):
            return act, ""
        if len(words) == 1 and (act := _only_in_tables(words[0])):
            return act, f"no act of a treaty event: {words[0]}"
        if len(several) == 1:
            return "", f"no act that is known: {words[0]}"
        act = "consent-to-be-bound" if all(map(_binds, several)) else ""
        return act, f"several acts stand in one column: {self.heading}"

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


def _recorded(words: str) -> str:
    """The act of a treaty event that the words name, or empty."""
    for name, act in _ACTS.items():
        if words.lower().startswith(name) and _GOES_ON.fullmatch(words[len(name) :]):
            return act
    return ""


def _only_in_tables(words: str) -> str:
    said = f"{words.lower()} "
    return next((act for name, act in _ONLY_IN_TABLES.items() if said.startswith(f"{name} ")), "")


def _binds(words: str) -> bool:
    return (_recorded(words) or _only_in_tables(words)) in _BINDING
