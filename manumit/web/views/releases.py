"""The Centre's own publications, by month and by series."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.library import selectors as library
from manumit.web.paging import paged


def releases_page(request: HttpRequest) -> HttpResponse:
    """Every release, newest first, under the month it came out in; ``series`` narrows to one."""
    wanted = request.GET.get("series", "")
    rows = library.all_releases(series=wanted)
    page = paged(request, rows)
    context = {
        "page": page,
        "months": [(month, list(works)) for month, works in groupby(page, _month)],
        "series": library.series_of_releases(),
        "wanted": wanted,
    }
    return render(request, "web/releases.html", context)


def _month(work: Any) -> str:
    """As exact as the day of publication is known, and no more exact than a month."""
    return str(work.dated[:7])
