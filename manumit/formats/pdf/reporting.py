"""What a human should look at: what was taken out of a print, what a machine read, what is lost."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from manumit.formats.pdf.layout import Layout
from manumit.formats.pdf.margins import Removed
from manumit.formats.pdf.printing import Print

_READ_FROM_PRINT = (
    "Read from print: paragraphs, columns and headings are told from where the words stand. Pages "
    "are counted from the first of the file's {}."
)
_NUMBERS = re.compile(r"\d+")
_SHOWN = 5
_WORDS_SHOWN = 12
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class PrintFacts:
    """Which pages are pictures, and which were read by a machine, ours or another's."""

    pages: int
    pictures: tuple[int, ...]
    read_by_us: tuple[int, ...]
    read_by_others: tuple[int, ...]
    unknown: int

    @classmethod
    def of(cls, found: Print) -> "PrintFacts":
        """Of the pages as they were read."""
        return cls(
            pages=len(found.pages),
            pictures=() if found.read_by_us else found.pictures,
            read_by_us=found.pictures if found.read_by_us else (),
            read_by_others=tuple(page.number for page in found.pages if page.read_by_machine),
            unknown=sum(page.unknown for page in found.pages),
        )


def report(layout: Layout, facts: PrintFacts, *, language_known: bool) -> list[str]:
    """One sentence each."""
    notes = [_READ_FROM_PRINT.format(facts.pages)]
    notes += _machine_notes(facts)
    notes += _removed_notes(layout.removed)
    if layout.cut:
        shown = ", ".join(layout.cut[:_WORDS_SHOWN])
        notes.append(
            f"Hyphens that only cut a word at the end of a line were taken out of "
            f"{len(layout.cut)} words: {shown}{', …' if len(layout.cut) > _WORDS_SHOWN else ''}."
        )
    if facts.unknown:
        notes.append(f"Characters that the file gives no meaning show as �: {facts.unknown}.")
    if not language_known:
        notes.append("The text is too short to tell its language; it was taken for English.")
    return notes


def _machine_notes(facts: PrintFacts) -> list[str]:
    notes = []
    if facts.read_by_us:
        notes.append(
            f"Read by machine (Tesseract) from pictures, not checked: pages {_list(facts.read_by_us)}."
        )
    if facts.read_by_others:
        notes.append(
            "The text is a machine's reading of a scan, made by whoever made the file, not "
            f"checked: pages {_list(facts.read_by_others)}."
        )
    if facts.pictures:
        notes.append(
            f"Pages that are pictures without text were left out: {_list(facts.pictures)}."
        )
    return notes


def _removed_notes(removed: list[Removed]) -> list[str]:
    notes = []
    if heads := [one for one in removed if one.kind == "head"]:
        patterns = {_NUMBERS.sub("#", one.text): one.text[:_LONGEST] for one in reversed(heads)}
        shown = "; ".join(list(patterns.values())[-_SHOWN:][::-1])
        notes.append(
            f"Running heads were left out on pages {_pages(heads)}, {len(heads)} lines: {shown}."
        )
    if numbers := [one for one in removed if one.kind == "number"]:
        notes.append(f"Page numbers were left out on pages {_pages(numbers)}.")
    if strokes := [one for one in removed if one.kind == "strokes"]:
        notes.append(f"Strokes above footnotes were left out on pages {_pages(strokes)}.")
    return notes


def _pages(removed: list[Removed]) -> str:
    return _list(sorted({one.page for one in removed}))


def _list(numbers: Iterable[int]) -> str:
    """``1 to 3, 7`` from 1, 2, 3, 7."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number == stretches[-1][-1] + 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    return ", ".join(
        str(one[0]) if len(one) == 1 else f"{one[0]} to {one[-1]}" for one in stretches
    )
