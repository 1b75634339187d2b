"""What became of each passage between two texts of a work."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from manumit.base.differences import (
    Line,
    LineChange,
    Piece,
    compare_lines,
    compare_words,
    lines_of,
)
from manumit.library.models import Text, Wording

Change = Literal["same", "changed", "renumbered", "new", "gone"]
CHANGES: tuple[Change, ...] = ("changed", "renumbered", "new", "gone", "same")


@dataclass(frozen=True, slots=True)
class PassageChange:
    """What became of one passage between two versions; one side is missing where it came or went.

    ``renumbered``: it stands at another address now, whether its words changed or not. ``reworded``
    is whether its number, heading, words or status differ.
    """

    change: Change
    before: Wording | None
    after: Wording | None
    reworded: bool

    @property
    def wording(self) -> Wording:
        """The newer wording, or the one that went."""
        found = self.after or self.before
        assert found is not None
        return found

    def heading(self) -> tuple[Piece, ...]:
        """Number and heading, word by word."""
        return compare_words(_heading(self.before), _heading(self.after))

    def lines(self) -> list[LineChange]:
        """The words, line by line."""
        return compare_lines(_lines(self.before), _lines(self.after))

    def statuses(self) -> tuple[str, str] | None:
        """The status before and after, where it is another one."""
        if not self.before or not self.after or self.before.status == self.after.status:
            return None
        return self.before.status, self.after.status


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a text, passage by passage, in the order of the newer one."""

    before: Text
    after: Text
    changes: Sequence[PassageChange]

    def counts(self) -> dict[Change, int]:
        """How many passages stayed, changed, went and came."""
        counted = Counter(each.change for each in self.changes)
        return {change: counted[change] for change in CHANGES}


def compare_texts(before: Text, after: Text) -> Comparison:
    """What changed from one text to another of the same work and language."""
    old, new = _wordings(before), _wordings(after)
    pairs = _pairs(old, new)
    partners = {new_row.pk: old_row for old_row, new_row in pairs}
    gone = _gone_after(old, {row.pk for row, _ in pairs})
    changes = [_gone(row) for row in gone.get(None, [])]
    for row in new:
        partner = partners.get(row.pk)
        changes.append(change_between(partner, row))
        changes += [_gone(lost) for lost in gone.get(partner.pk, [])] if partner else []
    return Comparison(before, after, changes)


def change_between(before: Wording | None, after: Wording) -> PassageChange:
    """What became of one wording in a later one."""
    if before is None:
        return PassageChange("new", None, after, reworded=True)
    reworded = told(before) != told(after)
    if before.passage_id != after.passage_id:
        return PassageChange("renumbered", before, after, reworded)
    return PassageChange("changed" if reworded else "same", before, after, reworded)


def told(row: Wording) -> tuple[str, ...]:
    """What a reader would notice: not markup, not white space, not the day of the version."""
    return (*_heading(row).split(), "|", *row.plain.split(), "|", row.status)


def _wordings(text: Text) -> list[Wording]:
    return list(text.wordings.select_related("passage").order_by("position"))


def _pairs(old: Sequence[Wording], new: Sequence[Wording]) -> list[tuple[Wording, Wording]]:
    """Which two wordings are of one provision: by the publisher's lasting id, else by address."""
    pairs = _by(_named(old), _named(new))
    done = {row.pk for pair in pairs for row in pair}
    left_old = {row.passage_id: row for row in old if row.pk not in done}
    left_new = {row.passage_id: row for row in new if row.pk not in done}
    return pairs + _by(left_old, left_new)


def _named(rows: Sequence[Wording]) -> dict[str, Wording]:
    """By lasting id; one that two passages bear says nothing."""
    counted = Counter(row.lasting_id for row in rows)
    return {row.lasting_id: row for row in rows if row.lasting_id and counted[row.lasting_id] == 1}


def _by(old: Mapping[Any, Wording], new: Mapping[Any, Wording]) -> list[tuple[Wording, Wording]]:
    return [(row, new[name]) for name, row in old.items() if name in new]


def _gone_after(old: Iterable[Wording], kept: set[int]) -> dict[int | None, list[Wording]]:
    """What went, by the wording before it that stayed: there a reader looks for it."""
    gone: dict[int | None, list[Wording]] = {}
    last: int | None = None
    for row in old:
        if row.pk in kept:
            last = row.pk
        else:
            gone.setdefault(last, []).append(row)
    return gone


def _gone(row: Wording) -> PassageChange:
    return PassageChange("gone", row, None, reworded=True)


def _heading(row: Wording | None) -> str:
    return f"{row.number} {row.heading}".strip() if row else ""


def _lines(row: Wording | None) -> list[Line]:
    return lines_of(row.html) if row else []
