"""The operative part: what the court decided, point by point."""

import re
from dataclasses import dataclass

from manumit.formats.hudoc.numbering import find_numbering

_HEADING = re.compile(
    r"(?:for\sthese\sreasons|par\sces\smotifs)\s?,?\s(?:the|la)\s(?:court|commission|cour)\b"
    r"(?:\s?,?\s(?:unanimously|by\sa\smajority|à\s(?:l['’]unanimité|la\smajorité)))?\s?,?",
    re.IGNORECASE,
)
_VERBS = (
    "Adjourns|Considers|Decides|Declares|Dismisses|Holds|Joins|Orders|Reserves|Rejects|Strikes|Takes"
    "|Ajourne|Décide|Déclare|Dit|Joint|Prend|Raye|Rejette|Réserve|DECLARES|DECIDES"
)
_NEXT_POINT = re.compile(rf"(?<=[;.])[ \t\xa0]+(?=(?:{_VERBS})\b)")


@dataclass(frozen=True, slots=True)
class Point:
    """One point; ``printed`` is its number as printed, empty where the source lost it."""

    number: int
    printed: str
    text: str


def read_operative(text: str) -> tuple[str, str, list[Point]]:
    """The heading, words between it and the first point, and the points."""
    heading = _HEADING.match(text)
    cut = heading.end() if heading else 0
    head, rest = text[:cut].strip(), text[cut:].strip()
    marks = find_numbering(rest)
    if marks:
        ends = [mark.start for mark in marks[1:]] + [len(rest)]
        points = [
            Point(mark.number, rest[mark.start : mark.end].strip(), rest[mark.end : end].strip())
            for mark, end in zip(marks, ends, strict=True)
        ]
        return head, rest[: marks[0].start].strip(), points
    pieces = [piece.strip() for piece in _NEXT_POINT.split(rest) if piece.strip()]
    return head, "", [Point(at, "", piece) for at, piece in enumerate(pieces, 1)]
