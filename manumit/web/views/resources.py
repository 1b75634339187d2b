"""Resources: reports, guidelines, learning tools, websites."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.library import selectors as library
from manumit.web.paging import paged


def resources_page(request: HttpRequest) -> HttpResponse:
    """Publications by type, the newest first, beside the Centre's own releases.

    ``type=report`` lists all of one type.
    """
    publications = library.publications()
    wanted = request.GET.get("type", "")
    if wanted:
        rows = paged(request, publications.filter(publication_type=wanted))
        return render(request, "web/resources_of_type.html", {"type": wanted, "rows": rows})
    by_type = defaultdict(list)
    for publication in publications:
        by_type[publication.publication_type].append(publication)
    context = {"releases": library.releases(12), "by_type": dict(sorted(by_type.items()))}
    return render(request, "web/resources.html", context)
