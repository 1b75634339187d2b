"""The screening guide, played without a script. Answers travel in the browser's own requests.

They are in no address and no log, no cookie is set, nothing is stored, and no cache may keep a page.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from manumit.base.edition import edition_of
from manumit.guide import selectors as guides
from manumit.guide.types import Question, Section
from manumit.web import screening
from manumit.web.screening import Asked
from manumit.web.views import edition

Page = Callable[[HttpRequest], HttpResponse]


def _unseen(view: Page) -> Page:
    """Kept by no cache, named to no other site, and not written into a report of a fault.

    A forged request does no harm here: nothing is changed and nobody is signed in; a token would need
    a cookie.
    """

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        response = view(request)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        return response

    allowed = require_http_methods(["GET", "POST"])(guarded)
    return csrf_exempt(sensitive_post_parameters()(allowed))


def _answered(view: Callable[[HttpRequest, Asked], HttpResponse]) -> Page:
    """A page that is made of answers; who comes without any is led to the beginning."""

    @wraps(view)
    def page(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return redirect("web:guide")
        return view(request, Asked.read(request.POST))

    return _unseen(page)


@_unseen
def start_page(request: HttpRequest) -> HttpResponse:
    """What the guide is, and where the person is whom it is about."""
    if edition_of(request):
        return edition.guide_page(request)
    codes = guides.jurisdictions(screening.CODE)
    home = [code for code in settings.MANUMIT_HOME_JURISDICTIONS if code in codes]
    places = [*home, *(code for code in codes if code not in home)]
    context = {"guide": guides.guide(screening.CODE), "places": places}
    return _page(request, "start", context)


@_answered
def step_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The next question; the outcome after the last."""
    if "back" in request.POST:
        asked = asked.stepped_back()
    question = guides.next_question(asked.guide, asked.answers, asked.shown)
    if question is None:
        return _outcome(request, asked, "outcome")
    on_path = [each.code for each in guides.path(asked.guide, asked.answers)]
    context = {
        "shown": screening.shown(asked, [question])[0],
        "carried": [*asked.carried(without=question.code), ("shown", question.code)],
        "works": screening.cited_works([question]),
        "number": on_path.index(question.code) + 1,
        "section": _sections(asked, [question])[0][0],
        "can_go_back": bool(asked.shown),
        "danger": asked.in_danger,
    }
    return _page(request, "step", {"guide": asked.guide, **context}, asked)


@_answered
def all_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Every question on one page, with what was answered before."""
    context = {
        "guide": asked.guide,
        "sections": _sections(asked, asked.guide.questions),
        "works": screening.cited_works(asked.guide.questions),
    }
    return _page(request, "all", context, asked)


@_answered
def outcome_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What the answers point to."""
    return _outcome(request, asked, "outcome")


@_answered
def memo_page(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The same with the answers, to print."""
    return _outcome(request, asked, "memo")


def _outcome(request: HttpRequest, asked: Asked, name: str) -> HttpResponse:
    return _page(request, name, screening.outcome_of(asked, timezone.localdate()), asked)


def _sections(
    asked: Asked, questions: Iterable[Question]
) -> list[tuple[Section, list[screening.Shown]]]:
    """Sections with their questions, in the guide's order; those without are left out."""
    rows = screening.shown(asked, questions)
    grouped = [
        (section, [row for row in rows if row.question.section == section.code])
        for section in asked.guide.sections
    ]
    return [(section, below) for section, below in grouped if below]


def _page(
    request: HttpRequest, name: str, context: dict[str, Any], asked: Asked | None = None
) -> HttpResponse:
    """``again`` is what a page in another language is asked with, so that it shows the same."""
    again = list(asked.carried()) if asked else []
    context = {**context, "again": again, "exit": settings.MANUMIT_EXIT}
    return render(request, f"web/guide/{name}.html", context)
