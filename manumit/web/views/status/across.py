"""One instrument across territories: a table and a map."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.treaties import selectors as treaties
from manumit.treaties.errors import NoSuchInstrument
from manumit.web.answers import answer_of
from manumit.web.days import asked_day
from manumit.web.maps import MapPicture, map_picture
from manumit.web.views.status.asked import region
from manumit.web.views.status.rows import Row, party_row


def asks_for_status(request: HttpRequest) -> bool:
    """Whether the address asks who is bound (``?status=1``)."""
    return "status" in request.GET


def instrument_status_page(request: HttpRequest, work: Any) -> HttpResponse:
    """Every state and territory of which an act is recorded, on a day (``on``)."""
    asked = asked_day(request)
    try:
        found = treaties.positions_across(work.key, _whom(work.key, asked.on), asked.on)
    except NoSuchInstrument as error:
        raise Http404(str(error)) from error
    rows = sorted((party_row(each) for each in found), key=_home_first)
    context = {"work": work, "asked": asked, "rows": rows, "map": _map(rows, asked.on)}
    return render(request, "web/instrument_status.html", context)


def standing_at_home(key: str, on: date) -> list[Row]:
    """Where those at home stand, for the margin of the instrument's page."""
    home = settings.MANUMIT_HOME_JURISDICTIONS
    return [party_row(each) for each in treaties.positions_across(key, home, on)]


def _whom(key: str, on: date) -> set[str]:
    """Those who did something under it, and the region."""
    acts = treaties.acts_of(key)
    named = {code for act in acts for code in (act.party, act.territory) if code}
    return {*named, *region(on)}


def _home_first(one: Row) -> tuple[int, str]:
    home = settings.MANUMIT_HOME_JURISDICTIONS
    code = one.position.territory
    return (home.index(code) if code in home else len(home), one.name)


def _map(rows: list[Row], on: date) -> MapPicture:
    answers = {each.position.territory: (answer_of(each.position), each) for each in rows}
    return map_picture(answers, region(on))
