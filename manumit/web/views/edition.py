"""The pages that only an offline edition has, or that it has otherwise than the centre."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.base.edition import edition_of
from manumit.directory import selectors as directory
from manumit.library import selectors as library
from manumit.web import guide_printed


def edition_page(request: HttpRequest) -> HttpResponse:
    """What the edition is, of which day, what is in it and what is not. The centre has no such page."""
    edition = edition_of(request)
    if edition is None:
        raise Http404("This is the centre itself, and no edition of it.")
    context = {
        "statistics": library.statistics(),
        "services": directory.count_services(edition.day),
    }
    return render(request, "web/edition/about.html", context)


def search_page(request: HttpRequest) -> HttpResponse:
    """Search that needs no centre: a script reads the files of the edition."""
    return render(request, "web/edition/search.html")


def guide_page(request: HttpRequest) -> HttpResponse:
    """The whole screening guide, to go through by hand."""
    context = {**guide_printed.whole_guide(), "exit": settings.MANUMIT_EXIT}
    return render(request, "web/edition/guide.html", context)
