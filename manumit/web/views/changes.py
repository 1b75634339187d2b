"""What changed on this site, month by month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from manumit.directory import selectors as directory
from manumit.journal import selectors as journal
from manumit.journal.types import READERS_HEAR_OF, Told
from manumit.library import selectors as library
from manumit.pages import selectors as pages
from manumit.web.paging import paged

_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """A change as a reader sees it: ``title`` is empty where readers have the thing no more.

    ``facts`` are the changed fields by name, with what they said and say where that is shown.
    """

    told: Told
    title: str
    facts: list[tuple[str, Any, Any]]


def changes_page(request: HttpRequest) -> HttpResponse:
    """The public changes of the month asked for (``month=2026-11``), else of this one."""
    this_month = timezone.localdate().replace(day=1)
    month = _month(request.GET.get("month", ""), this_month)
    found = journal.entries(
        actions=READERS_HEAR_OF,
        among=[library.keys_readers_knew(), directory.published_keys(), pages.published_keys()],
        begins=_begins(month),
        ends=_begins(_next(month)),
    )
    page = paged(request, found, _A_PAGE)
    context = {
        "month": month,
        "page": page,
        "rows": list(_rows(journal.told(page))),
        "earlier": _before(month) if _reaches_back(month) else None,
        "later": _next(month) if month < this_month else None,
    }
    return render(request, "web/changes_here.html", context)


def _rows(told: list[Told]) -> Iterator[Row]:
    keys = {one.subject for one in told}
    titles = library.titles_of(keys) | directory.titles_of(keys) | pages.titles_of(keys)
    for one in told:
        yield Row(one, titles.get(one.subject, ""), _facts(one) if one.what == "changed" else [])


def _facts(told: Told) -> list[tuple[str, Any, Any]]:
    pairs = ((name, *pair) for name, pair in told.fields.items())
    return [(name.replace("_", " "), _open(was), _open(now)) for name, was, now in pairs]


def _open(value: Any) -> Any:
    """A value that readers can read; of words that the journal keeps as a digest, nothing."""
    return "" if isinstance(value, str) and len(value) == 64 and value.isalnum() else value


def _month(given: str, otherwise: date) -> date:
    """The first day of a month written as 2026-11; what is none, or yet to come, is the other."""
    try:
        return min(date.fromisoformat(f"{given}-01"), otherwise)
    except ValueError:
        return otherwise


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _before(month: date) -> date:
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def _begins(month: date) -> datetime:
    return timezone.make_aware(datetime.combine(month, time()))


def _reaches_back(month: date) -> bool:
    first = journal.first_moment()
    return first is not None and first < _begins(month)
