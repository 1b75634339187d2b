"""What changed for a territory between two days."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from manumit.treaties import selectors as treaties
from manumit.web.views.status.asked import territories, territory_or_404
from manumit.web.views.status.rows import Row, row


@dataclass(frozen=True, slots=True)
class Changed:
    """An instrument whose answer differs, before and after."""

    before: Row
    after: Row


def status_changes_page(request: HttpRequest, code: str) -> HttpResponse:
    """``from`` and ``to`` are days; without them the last twelve months."""
    territory_or_404(code)
    today = timezone.localdate()
    first, misread_first = _day(request, "from", today.replace(year=today.year - 1, day=1))
    last, misread_last = _day(request, "to", today)
    days = sorted((first, last))
    found = treaties.changes_between(code, days[0], days[1])
    context = {
        "code": code,
        "where": treaties.name_of(code),
        "first": days[0],
        "last": days[1],
        "misread": misread_first or misread_last,
        "changes": [Changed(row(each.before), row(each.after)) for each in found],
        "territories": territories(code),
    }
    return render(request, "web/status_changes.html", context)


def _day(request: HttpRequest, name: str, otherwise: date) -> tuple[date, str]:
    """The day of that name in the address, else ``otherwise`` and what was given instead of one."""
    given = request.GET.get(name, "").strip()
    try:
        return date.fromisoformat(given), ""
    except ValueError:
        return otherwise, given[:40]
