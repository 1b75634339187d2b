"""Law and practice: treaties and instruments, and the law of each jurisdiction."""

from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.library import selectors as library
from manumit.web.paging import paged


def law_page(request: HttpRequest) -> HttpResponse:
    """Legislation by jurisdiction, instruments by the body that made them.

    ``system=hk`` lists all of one; ``kind`` says which of the two.
    """
    if code := request.GET.get("system", ""):
        return _of_system(request, code, request.GET.get("kind", "legislation"))
    context = {
        "legislation": _by_system(library.legislation().order_by("system", "title")),
        "instruments": _by_system(library.instruments().order_by("system", "dated")),
    }
    return render(request, "web/law.html", context)


def _of_system(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    works = library.instruments() if kind == "instrument" else library.legislation()
    rows = paged(request, works.filter(system=code))
    context = {"system": library.system(code), "kind": kind, "rows": rows}
    return render(request, "web/law_of_system.html", context)


def _by_system(works: Any) -> list[tuple[Any, list[Any]]]:
    """Each system with its works: those at home first, then those with most."""
    groups = groupby(works, key=lambda work: work.system)
    found = [(system, list(rows)) for system, rows in groups]
    home = settings.MANUMIT_HOME_JURISDICTIONS
    return sorted(found, key=lambda pair: (_rank(pair[0].code, home), -len(pair[1])))


def _rank(code: str, home: list[str]) -> int:
    return home.index(code) if code in home else len(home)
