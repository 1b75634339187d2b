"""What changed: between two versions of a text, and at one passage through all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from manumit.base.differences import LineChange
from manumit.library import selectors as library
from manumit.web.names import change_name
from manumit.web.paging import paged

_FOLDED = 4  # unchanged lines in a row, from which on they are folded away
_PAGE = 20  # changed passages a page


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines shown as they are, or a stretch of unchanged ones that is folded away."""

    folded: bool
    lines: Sequence[LineChange]


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage that changed, with long stretches of unchanged lines folded."""

    change: library.PassageChange
    lines: Sequence[Lines]


@dataclass(frozen=True, slots=True)
class Row:
    """A passage that changed, after so many that did not."""

    unchanged: int
    change: library.PassageChange

    @property
    def shown(self) -> Shown:
        """The passage as it is shown; compared only when its page is."""
        return show(self.change)


@dataclass(frozen=True, slots=True)
class Step:
    """One reading of a passage, and how it came from the reading before."""

    reading: library.Reading
    change: library.PassageChange | None

    @property
    def shown(self) -> Shown | None:
        """What changed, as it is shown; nothing for the first reading."""
        return show(self.change) if self.change else None

    @property
    def later(self) -> int:
        """How many later versions say the same."""
        return len(self.reading.texts) - 1


def asks_for_changes(request: HttpRequest) -> bool:
    """Whether the address asks what changed (``?changes=1``)."""
    return "changes" in request.GET


def changes_page(request: HttpRequest, work: Any, eid: str) -> HttpResponse:
    """The versions of a text beside each other, or those of one passage.

    ``since`` and ``until`` are days (2018-04-20), ``language`` a tag. Raises WorkNotFound where
    fewer than two versions are held.
    """
    languages = library.languages_in_time(work)
    language = request.GET.get("language", languages[0] if languages else work.language)
    if eid:
        return _passage_page(request, work, eid, language)
    since, until = _day(request, "since"), _day(request, "until")
    if since and until and since > until:
        since, until = until, since
    comparison = library.compare_versions(work, language, since, until)
    rows, after_last = _rows(comparison.changes)
    context = {
        "work": work,
        "language": language,
        "languages": languages,
        "versions": library.versions(work, language),
        "today": timezone.localdate(),
        "comparison": comparison,
        "counts": [(change_name(change), number) for change, number in comparison.counts().items()],
        "total": len(comparison.changes),
        "rows": paged(request, rows, size=_PAGE),
        "after_last": after_last,
    }
    return render(request, "web/changes.html", context)


def _passage_page(request: HttpRequest, work: Any, eid: str, language: str) -> HttpResponse:
    readings = library.readings(work, eid, language)
    if not readings:
        raise Http404(f"The Centre holds no words of this passage in {language}.")
    context = {
        "work": work,
        "eid": eid,
        "language": language,
        "languages": library.languages_in_time(work),
        "steps": _steps(readings),
        "today": timezone.localdate(),
    }
    return render(request, "web/passage_changes.html", context)


def show(change: library.PassageChange) -> Shown:
    """The lines of a change: those that changed, one beside each, and the others folded."""
    found: list[Lines] = []
    for same, run in groupby(change.lines(), key=lambda line: line.change == "same"):
        lines = list(run)
        if not same or len(lines) < _FOLDED:
            found.append(Lines(folded=False, lines=lines))
            continue
        head = lines[:1] if found else []
        rest = lines[len(head) :]
        found += [
            Lines(folded=False, lines=head),
            Lines(folded=True, lines=rest[:-1]),
            Lines(folded=False, lines=rest[-1:]),
        ]
    if found and len(found) > 1 and found[-2].folded:  # nothing follows that the last line leads to
        *kept, folded, last = found
        found = [*kept, Lines(folded=True, lines=[*folded.lines, *last.lines])]
    return Shown(change, found)


def _rows(changes: Sequence[library.PassageChange]) -> tuple[list[Row], int]:
    """The passages that changed; and how many unchanged ones follow the last of them."""
    rows: list[Row] = []
    unchanged = 0
    for change in changes:
        if change.change == "same":
            unchanged += 1
        else:
            rows.append(Row(unchanged, change))
            unchanged = 0
    return rows, unchanged


def _steps(readings: Sequence[library.Reading]) -> list[Step]:
    """Newest first: a reader wants the words that hold, then how they came about."""
    before = [None, *readings[:-1]]
    steps = [
        Step(after, library.change_between(one.wording, after.wording) if one else None)
        for one, after in zip(before, readings, strict=True)
    ]
    return steps[::-1]


def _day(request: HttpRequest, name: str) -> date | None:
    """The day given; the beginning of time where a version has no first day. Nonsense is no day."""
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return date.min if request.GET.get(name) == "beginning" else None
