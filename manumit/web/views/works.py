"""A work's page, a page of its text, and the permalink of each passage."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from manumit.library import selectors as library
from manumit.library.errors import WorkNotFound
from manumit.reference import BadKey, is_eid, kind_of, parse_key
from manumit.web.paging import page_number, paged
from manumit.web.pictures import chain_picture
from manumit.web.views.citator import asks_for_citations, citations_beside, citations_page
from manumit.web.views.directory import organisation_page
from manumit.web.views.status import (
    asks_for_status,
    instrument_status_page,
    standing_at_home,
)
from manumit.web.views.terms import asks_for_terms, terms_page
from manumit.web.views.versions import asks_for_changes, changes_page

_LONG = 250  # rows of a table of contents


def work_or_passage(request: HttpRequest, address: str) -> HttpResponse:
    """The page of a key, or of a passage where the last part is an eid (``…/sec_129``).

    ``on=2020-01-31`` shows the law as it stood that day; ``read=en&page=2`` the running text;
    ``cited-by=1`` and ``cites=1`` its citations; ``changes=1`` what changed from version to version, ``terms=1`` the terms that a law defines.
    """
    tidy = address.rstrip("/")
    if tidy != address:
        return redirect(f"/{tidy}", permanent=True)
    if kind_of(address) == "organisation":
        return organisation_page(request, address)
    key, eid = _take_apart(address)
    work = find_work(request, key)
    if isinstance(work, HttpResponse):
        return work
    try:
        return _page_of(request, work, eid)
    except WorkNotFound as error:
        raise Http404(str(error)) from error


def _page_of(request: HttpRequest, work: Any, eid: str) -> HttpResponse:
    asked = _day(request)
    if asks_for_citations(request):
        return citations_page(request, work, eid, asked.on)
    if asks_for_changes(request):
        return changes_page(request, work, eid)
    if asks_for_status(request) and work.kind == "instrument":
        return instrument_status_page(request, work)
    if eid:
        return _passage_page(request, work, eid, asked)
    if asks_for_terms(request):
        return terms_page(request, work, asked)
    if "read" in request.GET:
        return _reading_page(request, work, asked)
    return _work_page(request, work, asked)


def _take_apart(address: str) -> tuple[str, str]:
    """Key and eid. A word such as ``sched`` may end either; then what is on the shelves decides."""
    key, _, last = address.rpartition("/")
    if not is_eid(last) or ("_" not in last and library.is_held(address)):
        return address, ""
    return key, last


def find_work(request: HttpRequest, key: str) -> Any:
    """The published work, or the page that says it was withdrawn. Raises Http404."""
    try:
        parse_key(key)
        return library.published_work(key)
    except (BadKey, WorkNotFound) as error:
        if library.is_withdrawn(key):
            return render(request, "web/withdrawn.html", status=410)
        raise Http404(f"There is nothing at {key}.") from error


@dataclass(frozen=True, slots=True)
class _Asked:
    """The day the reader asks about. ``misread`` is what was given instead of a day."""

    on: date
    explicit: bool
    misread: str


def _day(request: HttpRequest) -> _Asked:
    given = request.GET.get("on", "")
    try:
        return _Asked(date.fromisoformat(given), explicit=True, misread="")
    except ValueError:
        return _Asked(timezone.localdate(), explicit=False, misread=given[:40])


def _work_page(request: HttpRequest, work: Any, asked: _Asked) -> HttpResponse:
    on = asked.on
    language = request.GET.get("language", work.language)
    context: dict[str, Any] = {
        "work": work,
        "asked": asked,
        "texts": library.texts_on(work, on),
        "in_time": library.languages_in_time(work),
        "defines": library.defines_terms(work, on),
        "relations": [row for row in library.work_margin(work) if not library.is_treatment(row)],
        "citations": citations_beside(work),
    }
    if work.kind == "judgment":
        context |= {
            "findings": library.findings_of(work),
            "law_applied": library.law_applied(work),
            **_chain(work),
        }
    if work.kind == "instrument" and work.binding:
        context["standing"] = standing_at_home(work.key, on)
    if work.kind in ("instrument", "legislation"):
        context["applied"] = library.applied_in(work)
    if work.kind != "publication":
        context["contents"] = _short(library.contents(work, language, on))
    return render(request, f"web/{work.kind}.html", context)


def _chain(judgment: Any) -> dict[str, Any]:
    """The case through the courts, as a list and as a picture."""
    chain = library.chain_of(judgment)
    if not chain:
        return {}
    done = [each for each in library.treatments_among(chain) if each[1] != "related"]
    steps = [(one, [(kind, two) for who, kind, two in done if who.pk == one.pk]) for one in chain]
    return {"chain": steps, "picture": chain_picture(judgment, chain, done)}


def _short(rows: list[library.ContentsRow]) -> list[library.ContentsRow]:
    """A long law is listed by its parts, which list their sections, and what its record notes."""
    if len(rows) <= _LONG:
        return rows
    return [row for row in rows if row.depth == 0 or row.passage.noted]


def _reading_page(request: HttpRequest, work: Any, asked: _Asked) -> HttpResponse:
    text = library.text_on(work, request.GET["read"], asked.on)
    if text is None:
        raise Http404(f"The Centre holds no text of {work.title} for that day.")
    context = {
        "work": work,
        "asked": asked,
        "reading": library.reading_page(text, page_number(request)),
        "texts": library.texts_on(work, asked.on),
    }
    return render(request, "web/reading.html", context)


def _passage_page(request: HttpRequest, work: Any, eid: str, asked: _Asked) -> HttpResponse:
    page = library.passage_page(work, eid, asked.on)
    context = {
        "work": work,
        "page": page,
        "about": paged(request, page.about, size=10),
        "applied": page.applied[:20],
        "citations": citations_beside(work, eid),
        "in_time": library.languages_in_time(work),
        "asked": asked,
    }
    if page.said:
        text = page.said[0].text
        context["reading_page"] = library.page_of(text, page.unit)
        context["reading_language"] = text.language
    return render(request, "web/passage.html", context)
