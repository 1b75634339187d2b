"""Status of treaties for one territory on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from manumit.reference import system_of
from manumit.treaties import selectors as treaties
from manumit.web.answers import ANSWERS, SIGNS
from manumit.web.days import Asked, asked_day
from manumit.web.views.status.asked import bodies, territories, territory_or_404
from manumit.web.views.status.rows import Row, instrument_rows


@dataclass(frozen=True, slots=True)
class Group:
    """The positions with one answer."""

    code: str
    name: str
    sign: str
    rows: list[Row]


def status_home(request: HttpRequest) -> HttpResponse:
    """The first territory at home, or the one chosen in the form."""
    wanted = request.GET.get("territory", "") or settings.MANUMIT_HOME_JURISDICTIONS[0]
    query = request.GET.copy()
    query.pop("territory", None)
    given = f"?{query.urlencode()}" if any(query.values()) else ""
    return redirect(reverse("web:status", args=[territory_or_404(wanted)]) + given)


def status_page(request: HttpRequest, code: str) -> HttpResponse:
    """Every binding instrument: ``on`` a day, ``body`` who made it, ``topic`` what it is about."""
    asked, body = asked_day(request), request.GET.get("body", "")
    topic = request.GET.get("topic", "")
    territory_or_404(code)
    found = treaties.positions_of(code, asked.on)
    held = treaties.instrument_names()
    rows = instrument_rows(each for each in found if _wanted(each.instrument, held, body, topic))
    context = {
        "code": code,
        "where": treaties.name_of(code),
        "asked": asked,
        "groups": _groups(rows),
        "total": len(rows),
        "territories": territories(code),
        "bodies": bodies([each.instrument for each in found], body),
        "topic": topic,
        **_through(code, asked),
    }
    return render(request, "web/status.html", context)


def _wanted(key: str, held: Mapping[str, Any], body: str, topic: str) -> bool:
    return (not body or system_of(key) == body) and (not topic or topic in held[key].topics)


def _groups(rows: list[Row]) -> list[Group]:
    groups = [
        Group(
            code,
            str(name),
            SIGNS[code],
            sorted((r for r in rows if r.answer == code), key=_by_name),
        )
        for code, name in ANSWERS.items()
    ]
    return [group for group in groups if group.rows]


def _by_name(one: Row) -> tuple[str, str]:
    return system_of(one.position.instrument), one.name.casefold()


def _through(code: str, asked: Asked) -> dict[str, Any]:
    """Which state acts for the territory on the day, where it is not the territory itself."""
    territory = treaties.territory_named(code)
    state = territory.acting_on(asked.on)
    if not territory.responsible:
        return {"state": ""}
    return {"state": treaties.name_within(state) if state else "", "depends": True}
