"""Who cites a work and whom it cites: beside it, on pages of their own, and as a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from manumit.library import selectors as library
from manumit.web.names import group_name, relation_name
from manumit.web.paging import paged
from manumit.web.pictures import neighbourhood_picture

_BESIDE = 10  # rows in a margin
_PAGE = 20
_MOST_OPEN = 200  # citations of works not held that a page lists
_MOST_CANDIDATES = 20
_WAYS = {"cited-by": library.cited_by, "cites": library.cites}


@dataclass(frozen=True, slots=True)
class Beside:
    """One way of citing in the margin: how many works there are, and the first of them."""

    way: str
    total: int
    lines: Sequence[library.CitationLine]


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter as a link: following ``query`` chooses it, or takes it off again."""

    name: str
    count: int
    chosen: bool
    query: str


def citations_beside(work: Any, eid: str = "") -> list[Beside]:
    """What stands in the margin of a work or a passage, for each way that has any."""
    found = [_beside(way, find(work, eid)) for way, find in _WAYS.items()]
    return [each for each in found if each.total]


def asks_for_citations(request: HttpRequest) -> bool:
    """Whether the address asks for the page of citations (``?cited-by=1`` or ``?cites=1``)."""
    return any(way in request.GET for way in _WAYS)


def citations_page(request: HttpRequest, work: Any, eid: str, on: date) -> HttpResponse:
    """All works that cite this one, or that it cites, by court, kind and treatment.

    Raises WorkNotFound for a passage that the work did not have on the day.
    """
    way = next(way for way in _WAYS if way in request.GET)
    citations = _WAYS[way](work, eid)
    group, treatment = request.GET.get("group", ""), request.GET.get("treatment", "")
    rows = paged(request, citations.works(group=group, treatment=treatment), size=_PAGE)
    if eid and not rows:
        library.passage_page(work, eid, on)
    context: dict[str, Any] = {
        "work": work,
        "way": way,
        "eid": eid,
        "rows": rows,
        "lines": citations.lines(rows),
        "groups": _choices(request.GET, "group", citations.groups(treatment=treatment)),
        "treatments": _choices(request.GET, "treatment", citations.treated()),
    }
    if not eid:
        context["picture"] = neighbourhood_picture(work, *library.neighbourhood(work))
        context["open"] = library.open_cites(work)[:_MOST_OPEN] if way == "cites" else []
    return render(request, "web/citations.html", context)


def which_page(request: HttpRequest) -> HttpResponse:
    """The works between which nothing in a citation decides (``key=…&key=…``)."""
    works = library.works_with_keys(request.GET.getlist("key")[:_MOST_CANDIDATES])
    return render(request, "web/which.html", {"works": list(works.values())})


def _beside(way: str, citations: library.Citations) -> Beside:
    works = citations.works()
    first = list(works[: _BESIDE + 1])
    # Counting them all is the dearer question, and most works have few.
    total = works.count() if len(first) > _BESIDE else len(first)
    return Beside(way, total, citations.lines(first[:_BESIDE]) if first else [])


def _choices(given: QueryDict, name: str, groups: Sequence[library.Group]) -> list[Choice]:
    return [_choice(given, name, group) for group in groups]


def _choice(given: QueryDict, name: str, group: library.Group) -> Choice:
    changed = given.copy()
    changed.pop("page", None)
    chosen = given.get(name, "") == group.code
    changed[name] = "" if chosen else group.code
    if chosen:
        changed.pop(name)
    shown = relation_name(group.code) if name == "treatment" else group_name(group.code)
    return Choice(shown, group.count, chosen, changed.urlencode())
