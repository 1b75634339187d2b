"""What changed for a territory between two days."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from manumit.treaties import selectors as treaties
from manumit.web.views.status.asked import day_of, territories, territory_or_404
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
    first = day_of(request, "from", otherwise=today.replace(year=today.year - 1, day=1))
    last = day_of(request, "to", otherwise=today)
    days = sorted((first.on, last.on))
    found = treaties.changes_between(code, days[0], days[1])
    context = {
        "code": code,
        "where": treaties.name_of(code),
        "first": days[0],
        "last": days[1],
        "misread": first.misread or last.misread,
        "changes": [Changed(row(each.before), row(each.after)) for each in found],
        "territories": territories(code),
    }
    return render(request, "web/status_changes.html", context)
