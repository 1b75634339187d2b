"""The terms that a law defines, in each of its languages."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.library import selectors as library
from manumit.web.days import Asked
from manumit.web.paging import paged

_PAGE = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A definition with its languages in the order in which they are shown."""

    definition: library.Definition
    terms: list[tuple[str, str]]
    meanings: list[tuple[str, str]]


def asks_for_terms(request: HttpRequest) -> bool:
    """Whether the address asks for the terms a law defines (``?terms=1``)."""
    return "terms" in request.GET


def terms_page(request: HttpRequest, work: Any, asked: Asked) -> HttpResponse:
    """Every term the texts of a day define, with its pair and its meaning in each language."""

    def in_order(by_language: dict[str, str]) -> list[tuple[str, str]]:
        return sorted(by_language.items(), key=lambda one: (one[0] != work.language, one[0]))

    rows = [
        Row(one, in_order(one.terms), in_order(one.meanings))
        for one in library.definitions(work, asked.on)
    ]
    shown = paged(request, rows, size=_PAGE)
    context = {
        "work": work,
        "asked": asked,
        "rows": shown,
        "standing": library.standing(work, asked.on, asked.today),
    }
    return render(request, "web/terms.html", context)
