"""Law suggested for a case, beside its question; what an adviser picks goes with the answer."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from manumit.desk import selectors, services
from manumit.desk.errors import NotAllowed
from manumit.desk.types import Enclosed, Entry, Holder, Kind
from manumit.reference import systems
from manumit.research import selectors as research
from manumit.research.errors import ResearchError
from manumit.research.types import Place, Suggestions
from manumit.search.errors import SearchUnavailable
from manumit.web.desk.entrance import for_holder
from manumit.web.desk.forms import LANGUAGES, TextForm

_TOLD = (Kind.QUESTION, Kind.MORE)
_GROUPS = {
    "provisions": gettext_lazy("Provisions"),
    "judgments": gettext_lazy("Judgments"),
    "instruments": gettext_lazy("Treaties and standards"),
    "guidance": gettext_lazy("Guidance and reports"),
}


@require_http_methods(["GET", "POST"])
@for_holder
def research_page(request: HttpRequest, holder: Holder, case: str) -> HttpResponse:
    """Authorities for what the asker told, each with why. The words stay in this process's memory."""
    found = selectors.case_file(holder, case, on=timezone.localdate())
    sent = request.POST
    if sent.get("act") == "draft":
        _keep(request, holder, case)
        return redirect("desk:staff-case", case=case)
    drafts = [one for one in found if one.kind is Kind.DRAFT and not one.refused]
    context: dict[str, Any] = {
        "case": case,
        "draft": drafts[-1] if drafts else None,
        "systems": sorted((one.name(), one.code) for one in systems().values()),
        "languages": LANGUAGES.items(),
        "today": timezone.localdate(),
    }
    try:
        suggested = _suggested(found, sent.get("place", ""), _day(sent.get("on", "")))
        context |= {
            "suggested": suggested,
            "groups": _grouped(suggested),
            "whose": _whose(suggested.reading.place),
        }
    except (ResearchError, SearchUnavailable) as error:
        context["told"] = str(error)
    return render(request, "desk/research.html", context)


def _suggested(found: list[Entry], place: str, on: date | None) -> Suggestions:
    asked = [one.parts for one in found if one.kind in _TOLD]
    told = "\n\n".join(text for parts in asked for text in parts.values() if text)
    where = "\n".join(parts.get("where", "") for parts in asked)
    today = timezone.localdate()
    return research.suggest(told, where=where, jurisdiction=place, today=today, on=on)


def _whose(place: Place) -> str:
    """Whose law it is, and how that is known; nothing where the adviser said so."""
    name = systems()[place.code].name()
    return "" if place.known == "given" else research.known_place(place, name)


def _grouped(suggested: Suggestions) -> list[tuple[Any, list[tuple[Any, str]]]]:
    """The authorities under their headings, each with its reasons in words."""
    return [
        (title, [(one, "; ".join(map(research.said, one.why))) for one in suggested.of(group)])  # type: ignore[arg-type]  # a key is a group
        for group, title in _GROUPS.items()
    ]


def _keep(request: HttpRequest, holder: Holder, case: str) -> None:
    """The words and what was picked, as the newest draft."""
    form, sent = TextForm(request.POST), request.POST
    if not form.is_valid():
        raise NotAllowed(_("Write some words to go with the law; at most 20,000 letters."))
    language = sent.get("language", "")
    picks = [(key, eid) for key, _mark, eid in (one.partition("#") for one in sent.getlist("pick"))]
    services.write_draft(
        holder=holder,
        case=case,
        text=form.cleaned_data["text"],
        enclosed=Enclosed(
            picks,
            language if language in LANGUAGES else "en",
            _day(sent.get("law_on", "")) or timezone.localdate(),
        ),
        at=timezone.now(),
    )


def _day(typed: str) -> date | None:
    try:
        return parse_date(typed)
    except ValueError:
        return None
