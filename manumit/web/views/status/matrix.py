"""Instruments by states of the region: who is bound by what, on a day."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.reference import system_of
from manumit.treaties import selectors as treaties
from manumit.treaties.types import Position
from manumit.web import names
from manumit.web.answers import ANSWERS, SIGNS, answer_of
from manumit.web.days import asked_day
from manumit.web.views.status.asked import bodies, region

_FIRST = "un"


@dataclass(frozen=True, slots=True)
class Cell:
    """An answer as a sign, a word and its group."""

    sign: str
    word: str
    answer: str


def _cell(position: Position) -> Cell:
    answer = answer_of(position)
    return Cell(SIGNS[answer], str(ANSWERS[answer]), answer)


def matrix_page(request: HttpRequest) -> HttpResponse:
    """``on`` a day, ``body`` who made the instruments."""
    asked = asked_day(request)
    codes = region(asked.on)
    held = treaties.instrument_names()
    every = [key for key, record in held.items() if record.binding]
    body = request.GET.get("body", "")
    if body not in {system_of(key) for key in every}:
        body = _FIRST if any(system_of(key) == _FIRST for key in every) else ""
    keys = [key for key in every if system_of(key) == body]
    rows = [
        (key, names.short_title(held[key]), [_cell(each) for each in row])
        for key, row in treaties.matrix(keys, codes, asked.on)
    ]
    context = {
        "asked": asked,
        "columns": [(code, treaties.name_of(code)) for code in codes],
        "rows": rows,
        "bodies": bodies(every, body),
    }
    return render(request, "web/status_matrix.html", context)
