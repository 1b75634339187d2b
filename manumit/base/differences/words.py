"""Which words of a line stayed, went and came."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from icu4py.breakers import WordBreaker
from rapidfuzz.distance import LCSseq

Change = Literal["same", "gone", "new"]
# Below this share of words in common, two lines are no two readings of one: they are shown whole.
_AKIN = 0.4
# Sameness between two changes that is shorter is a coincidence (", ", "of") and tears words apart.
_ISLAND = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, and whether it stayed, went or came."""

    change: Change
    text: str


def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both, in reading order; what went stands before what came in its place."""
    if before == after:
        return (Piece("same", after),) if after else ()
    old, new = words(before), words(after)
    if likeness(old, new) < _AKIN:
        return _merged([Piece("gone", before), Piece("new", after)])
    return _merged(_without_islands(_merged(_pieces(old, new))))


def words(text: str) -> list[str]:
    """The words of a text and all that stands between them; joined they are the text."""
    return [str(word) for word in WordBreaker(text, "en")] if text else []


def likeness(old: list[str], new: list[str]) -> float:
    """How much of the longer text both have in common, by words, from 0 to 1."""
    return float(LCSseq.normalized_similarity(_telling(old), _telling(new)))


def _telling(text: list[str]) -> list[str]:
    return [word for word in text if word[:1].isalnum() or word[-1:].isalnum()]


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for step in LCSseq.opcodes(old, new):
        if step.tag == "equal":
            yield Piece("same", "".join(new[step.dest_start : step.dest_end]))
        if step.tag in ("delete", "replace"):
            yield Piece("gone", "".join(old[step.src_start : step.src_end]))
        if step.tag in ("insert", "replace"):
            yield Piece("new", "".join(new[step.dest_start : step.dest_end]))


def _without_islands(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Take short sameness between changes as changed: whole phrases are read, not crumbs."""
    for at, piece in enumerate(pieces):
        inside = 0 < at < len(pieces) - 1
        if piece.change == "same" and inside and len(piece.text.strip()) < _ISLAND:
            yield Piece("gone", piece.text)
            yield Piece("new", piece.text)
        else:
            yield piece


def _merged(pieces: Iterator[Piece] | list[Piece]) -> tuple[Piece, ...]:
    """Pieces of one change joined; within a stretch of changes, all that went first."""
    merged: list[Piece] = []
    for same, run in groupby(pieces, key=lambda piece: piece.change == "same"):
        stretch = list(run)
        changes: tuple[Change, ...] = ("same",) if same else ("gone", "new")
        for change in changes:
            text = "".join(piece.text for piece in stretch if piece.change == change)
            if text:
                merged.append(Piece(change, text))
    return tuple(merged)
