"""Headings at the end of a paragraph's text, where the next paragraph has not begun yet.

The source keeps no line breaks: ``... August 2006. THE FACTS I. THE CIRCUMSTANCES OF THE CASE
A. Background`` follows the paragraph it does not belong to.
"""

import re
from dataclasses import dataclass

# A heading's mark: what stands before the gap, from the widest heading to the narrowest.
_MARK = re.compile(
    r"(?<!\S)(?:(?P<roman>[IVX]{1,6}) ?\.|(?P<letter>[A-Z]) ?\.|(?P<digit>\d{1,2}) ?\."
    r"|(?P<small>\(?[a-z]\))|(?P<small_roman>\(?[ivx]{2,5}\)))[\t\xa0]"
)
_LEVELS = {"roman": 1, "letter": 2, "digit": 3, "small": 4, "small_roman": 5}
_UNMARKED_LEVEL = 6
_CAPITALS = re.compile(
    r"(?:^|(?<=[.;:”»)…\]] )|(?<=[.;:”»)…\]][\t\xa0]))"
    r"[A-ZÀ-ÞŒ][A-ZÀ-ÞŒ’' ,/()\-–§\t\xa0]{3,200}$"
)
_LAST_WORDS = re.compile(
    r"(?<![ \xa0][vc])[.;!?][”’»)]?[ \t\xa0](?P<words>[A-ZÀ-Þ][^.;:!?”»\t]{2,120})$"
)
_LEADING_CAPITALS = re.compile(r"(?:[A-ZÀ-ÞŒ’'(),-]{2,}\s){2,}(?=[A-ZÀ-Þ][^\WA-ZÀ-Þ])")
_SENTENCES = re.compile(r"[a-zà-ÿ)]{2}[.;:][”»]? [A-ZÀ-Þ“]")
_OPENS_WIDEST = re.compile(
    r"(?:AS TO )?THE (?:FACTS|LAW)\s|EN (?:FAIT|DROIT)\s|PROC[EÉ]DURE\s|INTRODUCTION\s"
)
_WIDEST = re.compile(
    r"(?:AS TO )?THE (?:FACTS|LAW)\b|EN (?:FAIT|DROIT)\b|PROC[EÉ]DURE\b|INTRODUCTION\b"
    r"|RELEVANT (?:LEGAL|DOMESTIC|EUROPEAN|INTERNATIONAL)\b|LEGAL FRAMEWORK\b|LE CADRE JURIDIQUE\b"
    r"|COMPLAINTS?\b|GRIEFS?\b|SUBJECT MATTER\b|L’OBJET\b|THE COURT’S ASSESSMENT\b"
)
_ENDS_A_SENTENCE = tuple(".;:,”»)!?")
_LONGEST = 320
_MOST = 12


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level (0 the widest), its mark as printed and its words."""

    level: int
    mark: str
    words: str


def peel_headings(text: str, *, capitals_only: bool = False) -> tuple[str, list[Heading]]:
    """Part a paragraph's text from the headings after it, given in the order of the text.

    With ``capitals_only`` a heading must be in capitals: on the first page, where names with
    initials stand, everything else looks like one.
    """
    headings: list[Heading] = []
    while len(headings) < _MOST and (found := _last_heading(text, capitals_only=capitals_only)):
        start, heading = found
        headings.append(heading)
        text = text[:start].rstrip()
    return text, headings[::-1]


def _last_heading(text: str, *, capitals_only: bool) -> tuple[int, Heading] | None:
    for find in (_marked, _capitals, _unmarked):
        found = find(text)
        if found and (found[1].words.isupper() or not capitals_only):
            return found
    return None


def _capitals(text: str) -> tuple[int, Heading] | None:
    found = _CAPITALS.search(text, max(0, len(text) - _LONGEST))
    if not found:
        return None
    start, words = found.start(), found[0].strip()
    opening = _OPENS_WIDEST.match(words)
    if opening and opening.end() < len(words):
        # Two headings in a row: this time the narrower one.
        start, words = start + opening.end(), words[opening.end() :]
    level = 0 if _WIDEST.match(words) else 1
    return start, Heading(level, "", words)


def _marked(text: str) -> tuple[int, Heading] | None:
    marks = list(_MARK.finditer(text, max(0, len(text) - _LONGEST)))
    if not marks:
        return None
    last = marks[-1]
    words = text[last.end() :].strip()
    if not _is_heading(words):
        return None
    level = _LEVELS[last.lastgroup or "roman"]
    return last.start(), Heading(level, last[0].strip(), words)


def _is_heading(words: str) -> bool:
    if not words or not (words[0].isupper() or words[0] in "“«‘") or _SENTENCES.search(words):
        return False
    return words.endswith("...") or not words.endswith(_ENDS_A_SENTENCE) or _all_capitals(words)


def _all_capitals(words: str) -> bool:
    return words.isupper() and words.endswith(")")


def _unmarked(text: str) -> tuple[int, Heading] | None:
    if text.endswith(_ENDS_A_SENTENCE):
        return None
    found = _LAST_WORDS.search(text, max(0, len(text) - _LONGEST))
    if not found:
        return None
    start, words = found.start("words"), found["words"]
    capitals = _LEADING_CAPITALS.match(words)
    if capitals:
        # A heading in capitals comes before this one; it is peeled next.
        start, words = start + capitals.end(), words[capitals.end() :]
    return start, Heading(_UNMARKED_LEVEL, "", words.strip())
