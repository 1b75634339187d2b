"""Pages of the site: those that teach, those about the Centre, and the glossary."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from manumit.library import selectors as library
from manumit.pages import selectors as pages
from manumit.pages.errors import PageNotFound
from manumit.pages.types import Page, Shown
from manumit.reference import BadKey, page_of

_FIRST = "en"
# One page of all the terms would be too heavy for a poor telephone.
_OF_HARM = ("exploitation", "act", "means", "indicator")
_OF_WORK = ("cross-cutting", "practice-area", "support-stage", "form")
# Pages with an address of their own, which every page of the site leads to.
_OWN_ADDRESS = {
    "home": "web:home",
    "about": "web:about",
    "legal-notice": "web:legal-notice",
    "accessibility": "web:accessibility",
    "glossary": "web:glossary",
}


def learn_page(request: HttpRequest) -> HttpResponse:
    """Every page that teaches, in its order."""
    shown = pages.pages_in("learn", _language(request))
    return render(request, "web/learn.html", {"rows": shown})


def lesson_page(request: HttpRequest, name: str) -> HttpResponse:
    """One page that teaches; ``read=th`` in another language than the reader's."""
    shown = _page(request, name)
    if shown is None or shown.page.section != "learn":
        raise Http404(f"There is no page {name}.")
    rows = pages.pages_in("learn", _language(request))
    return render(request, "web/sitepage.html", {"shown": shown, "rows": rows})


def preview_page(request: HttpRequest, page: Page) -> HttpResponse:
    """A page as readers would have it, for whoever writes it. Named in the settings."""
    return render(request, "web/sitepage.html", {"shown": pages.as_shown(page)})


def about_page(request: HttpRequest) -> HttpResponse:
    """About the Centre, with what is on its shelves in numbers."""
    context = {"shown": _page(request, "about"), "statistics": library.statistics()}
    return render(request, "web/about.html", context)


def legal_notice_page(request: HttpRequest) -> HttpResponse:
    """Who answers for this site, and for what."""
    return render(request, "web/sitepage.html", {"shown": _page(request, "legal-notice")})


def accessibility_page(request: HttpRequest) -> HttpResponse:
    """What was tested for whom, and what is known not to work."""
    return render(request, "web/sitepage.html", {"shown": _page(request, "accessibility")})


def glossary_page(request: HttpRequest) -> HttpResponse:
    """Every term in every language, with the word each instrument uses.

    First what is done to people; with ``part=work`` the words of those who work on it.
    """
    of_work = request.GET.get("part") == "work"
    context = {
        "schemes": library.glossary(of=_OF_WORK if of_work else _OF_HARM),
        "of_work": of_work,
        "shown": _page(request, "glossary") if of_work else None,
    }
    return render(request, "web/glossary.html", context)


def page_by_key(request: HttpRequest, key: str) -> HttpResponse:
    """From the key of a page to where readers have it. Raises Http404."""
    try:
        name, language = page_of(key)
        shown = pages.page(name, language)
    except (BadKey, PageNotFound) as error:
        raise Http404(str(error)) from error
    href = (
        reverse(_OWN_ADDRESS[name]) if name in _OWN_ADDRESS else reverse("web:lesson", args=[name])
    )
    read = f"?read={shown.page.language}" if shown.page.language != _FIRST else ""
    return redirect(f"{href}{read}")


def _page(request: HttpRequest, name: str) -> Shown | None:
    """The page in the reader's language; None where the Centre has not written it."""
    try:
        return pages.page(name, _language(request))
    except PageNotFound:
        return None


def _language(request: HttpRequest) -> str:
    return request.GET.get("read") or get_language() or _FIRST
