"""A position whole: a statement to print and to cite, with its acts, sources and timeline."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from manumit.base.addresses import absolute
from manumit.treaties import selectors as treaties
from manumit.treaties.errors import NoSuchInstrument
from manumit.treaties.types import Position
from manumit.web.days import Asked, asked_day
from manumit.web.position_line import timeline
from manumit.web.views.status.asked import territories, territory_or_404
from manumit.web.views.status.rows import Row, party_row, row


def statement_page(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Where the territory stands under the instrument on the day (``on``)."""
    asked = asked_day(request)
    territory_or_404(code)
    try:
        found = treaties.position_of(key, code, asked.on)
    except NoSuchInstrument as error:
        raise Http404(str(error)) from error
    today = timezone.localdate()
    periods = treaties.history_of(key, code, until=max(today, asked.on))
    context: dict[str, Any] = {
        "row": row(found),
        "record": treaties.instrument_names()[key],
        "code": code,
        "here": absolute(request, request.path),
        "where": treaties.name_of(code),
        "asked": asked,
        "today": today,
        "sources": treaties.sources_of(found),
        "laws": treaties.implementing_laws(key, code, asked.on),
        "rules": _rules(found),
        "periods": [(period, party_row(period.position)) for period in periods],
        "timeline": timeline(periods, today=today, marked=asked.on),
        "territories": territories(code),
        **_company(found, asked),
    }
    return render(request, "web/status_statement.html", context)


def _rules(found: Position) -> list[treaties.Rule]:
    return [rule for rule in treaties.RULES if rule.code in found.rules]


def _company(found: Position, asked: Asked) -> dict[str, Row | list[Row]]:
    """The parent instrument and the amending ones, each with its own position on the day."""
    company: dict[str, Row | list[Row]] = {
        "amended_by": [
            row(treaties.position_of(key, found.territory, asked.on)) for key in found.amended_by
        ]
    }
    if found.parent:
        company["parent"] = row(treaties.position_of(found.parent, found.territory, asked.on))
    return company
