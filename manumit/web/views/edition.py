"""The pages that only an offline edition has, or that it has otherwise than the centre."""

from typing import get_args

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.base.edition import edition_of
from manumit.directory import selectors as directory
from manumit.library import selectors as library
from manumit.records import RECORD_OF_KIND, OrganisationRecord
from manumit.web import guide_printed, names


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
    return render(request, "web/edition/search.html", {"kinds": _kinds()})


def _kinds() -> dict[str, str]:
    """The kinds that results bear in the index, each in words of the reader's language."""
    organisations = get_args(OrganisationRecord.model_fields["organisation_type"].annotation)
    works = {kind: names.kind_name(kind) for kind in RECORD_OF_KIND}
    return works | {kind: names.plain_code(kind) for kind in organisations}


def guide_page(request: HttpRequest) -> HttpResponse:
    """The whole screening guide, to go through by hand."""
    context = {**guide_printed.whole_guide(), "exit": settings.MANUMIT_EXIT}
    return render(request, "web/edition/guide.html", context)
