"""Law and practice: treaties and instruments, and the law of the home jurisdictions."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.library import selectors as library


def law_page(request: HttpRequest) -> HttpResponse:
    """Instruments by the body that made them, legislation by jurisdiction."""
    instruments = sorted(library.instruments(), key=lambda work: (work.system_id, work.dated))
    laws = list(library.legislation().order_by("system", "title"))
    context = {
        "instruments": _by_system(instruments),
        "legislation": _by_system(laws),
    }
    return render(request, "web/law.html", context)


def _by_system(works: list) -> list:  # type: ignore[type-arg]  # rows of two kinds, for a template
    groups = groupby(works, key=lambda work: work.system)
    return [(system, list(rows)) for system, rows in groups]
