"""A work's page, a page of its text, and the permalink of each passage."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from manumit.base.reader import Name, named, reader_language
from manumit.library import selectors as library
from manumit.library.errors import WorkNotFound
from manumit.reference import BadKey, is_eid, kind_of, parse_key
from manumit.web.citing import IN_TIME
from manumit.web.days import Asked, asked_day
from manumit.web.paging import page_number, paged
from manumit.web.pictures import chain_picture
from manumit.web.timeline import time_picture
from manumit.web.views.citator import asks_for_citations, citations_beside, citations_page
from manumit.web.views.directory import organisation_page
from manumit.web.views.learn import page_by_key
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
        return redirect("web:work", tidy, permanent=True)
    kind = kind_of(address)
    if kind == "organisation":
        return organisation_page(request, address)
    if kind == "page":
        return page_by_key(request, address)
    key, eid = _take_apart(address)
    work = find_work(request, key)
    if isinstance(work, HttpResponse):
        return work
    try:
        return _page_of(request, work, eid)
    except WorkNotFound as error:
        raise Http404(str(error)) from error


def _page_of(request: HttpRequest, work: Any, eid: str) -> HttpResponse:
    asked = asked_day(request)
    if asks_for_citations(request):
        return citations_page(request, work, eid, asked.on)
    if asks_for_changes(request):
        return changes_page(request, work, eid)
    if asks_for_status(request) and work.kind == "instrument":
        return instrument_status_page(request, work)
    library.take_texts(work)
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


def _work_page(request: HttpRequest, work: Any, asked: Asked) -> HttpResponse:
    on = asked.on
    texts = library.texts_on(work, on)
    language = request.GET.get("language") or _readers_own(work, texts)
    context: dict[str, Any] = {
        "work": work,
        "asked": asked,
        "texts": texts,
        "contents_language": language,
        "in_time": library.languages_in_time(work),
        "defines": library.defines_terms(work, on),
        "relations": [row for row in library.work_margin(work) if not library.is_treatment(row)],
        "citations": citations_beside(work),
    }
    if work.kind == "judgment":
        context |= _of_judgment(work, asked)
    if work.kind == "instrument" and work.binding:
        context["standing_at_home"] = standing_at_home(work.key, on)
    if work.kind in IN_TIME:
        context |= _in_time(work, context["relations"], asked)
        context["applied"] = library.applied_in(work)
    if work.kind != "publication":
        rows = library.contents(work, language, on)
        context |= {"contents": _short(rows), "states": library.states(rows)}
    return render(request, f"web/{work.kind}.html", context)


def _readers_own(work: Any, texts: Sequence[Any]) -> str:
    """The language of the reader where a text is held in it, else the work's."""
    held, reader = {text.language for text in texts}, reader_language()
    return next((tag for tag in (reader.tag, *reader.also_reads) if tag in held), work.language)


def _of_judgment(judgment: Any, asked: Asked) -> dict[str, Any]:
    findings, applied = library.findings_of(judgment), library.law_applied(judgment)
    library.tell_findings(findings, asked.today)
    library.tell_applied(judgment, applied, asked.today)
    return {"findings": findings, "law_applied": applied, **_chain(judgment)}


def _in_time(work: Any, relations: Sequence[Any], asked: Asked) -> dict[str, Any]:
    """Where a law stands on the day, and its life."""
    moments = library.timeline(work, relations, asked.today)
    looked = library.gist_day(work)
    return {
        "gist_day": looked,
        "other_day": asked.explicit and looked and looked > asked.on,
        "standing": library.standing(work, asked.on, asked.today),
        "moments": moments,
        "time": time_picture(moments, asked.on, asked.today),
    }


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


def _reading_page(request: HttpRequest, work: Any, asked: Asked) -> HttpResponse:
    """The running text of the day; where none is held, the page says what is."""
    text = library.text_on(work, request.GET["read"], asked.on)
    if text is None and not library.has_text(work):
        raise Http404(f"The Centre holds no text of {work.title}.")
    reading = library.reading_page(text, page_number(request)) if text else None
    if reading:
        library.tell_citations(work, reading.wordings, asked.today)
    context = {
        "work": work,
        "asked": asked,
        "reading": reading,
        "texts": library.texts_on(work, asked.on),
        "wanted": request.GET["read"],
        **_standing(work, asked),
    }
    return render(request, "web/reading.html", context)


def _passage_page(request: HttpRequest, work: Any, eid: str, asked: Asked) -> HttpResponse:
    page = _for_reader(library.passage_page(work, eid, asked.on))
    library.tell_citations(work, [piece.wording for piece in page.said], asked.today)
    for findings in (page.about, page.drawn):
        library.tell_findings(findings, asked.today)
    context = {
        "work": work,
        "page": page,
        "heading": _heading(page, work),
        "about": paged(request, page.about, size=10),
        "applied": page.applied[:20],
        "citations": citations_beside(work, eid),
        "in_time": library.languages_in_time(work),
        "asked": asked,
        **_standing(work, asked),
    }
    if work.kind in IN_TIME:
        context |= _since(work, eid, asked)
    if page.said:
        text = page.said[0].text
        context["reading_page"] = library.page_of(text, page.unit)
        context["reading_language"] = text.language
    return render(request, "web/passage.html", context)


def _for_reader(page: library.PassagePage) -> library.PassagePage:
    """The passage with the wording in the reader's language first."""
    reader = reader_language()
    own = (reader.tag, *reader.also_reads)
    return replace(page, said=sorted(page.said, key=lambda piece: piece.text.language not in own))


def _heading(page: library.PassagePage, work: Any) -> Name:
    """The heading that is printed in the reader's language, else that of the record."""
    first = next(iter(page.said), None)
    whole = page.unit.eid == page.passage.eid
    if first and whole and first.wording.heading and first.text.language != work.language:
        return named(first.wording.heading, first.text.language)
    return named(page.heading, work.language)


def _standing(work: Any, asked: Asked) -> dict[str, Any]:
    if work.kind not in IN_TIME:
        return {}
    return {"standing": library.standing(work, asked.on, asked.today)}


def _since(work: Any, eid: str, asked: Asked) -> dict[str, Any]:
    """What became of the provision since the day asked about, and since its gist was written."""
    then = library.Rest(work.pk, eid, asked.on)
    looked = library.gist_day(work)
    written = library.Rest(work.pk, eid, looked) if looked else None
    became = library.what_became_of({rest for rest in (then, written) if rest}, asked.today)
    holds = became[then].fate == "same"
    return {
        "became": became[then] if asked.explicit else None,
        "gist_day": looked,
        "other_day": asked.explicit and looked and looked > asked.on and not holds,
        "gist_became": became[written] if written else None,
    }
