"""The desk's list, and one case: conflict first, then reading, people, drafts, answers, names."""

from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from manumit.desk import selectors, services
from manumit.desk.errors import NotAllowed, NotThere
from manumit.desk.types import Enclosed, Holder, Kind, Listed, Member
from manumit.web.desk.downloads import download
from manumit.web.desk.entrance import for_holder
from manumit.web.desk.forms import TextForm, labelled
from manumit.web.desk.paragraphs import offered, with_paragraph

_SHOWING = {"insert", "names"}  # acts that change nothing: the page is shown with more on it


@require_http_methods(["GET", "POST"])
@for_holder
def list_page(request: HttpRequest, holder: Holder) -> HttpResponse:
    """What is to be done, what is due first. Words are looked for by POST: no address holds them."""
    words, at, member = request.POST.get("q", "")[:200], timezone.now(), _member(holder)
    found = selectors.search(holder, words, on=timezone.localdate())
    context = {
        "rows": selectors.listed(member, at=at),
        "words": words,
        "found": found,
        "member": member,
        "fingerprint": selectors.fingerprint_of(member),
        "is_certified": selectors.is_certified(member, on=timezone.localdate()),
        "counts": selectors.statistics(),
    }
    return render(request, "desk/staff_list.html", context)


@require_http_methods(["GET", "POST"])
@for_holder
def conflicts_page(request: HttpRequest, holder: Holder) -> HttpResponse:
    """One's own names in the register of conflicts."""
    member = _member(holder)
    if request.method == "POST":
        drop = request.POST.get("drop", "")
        if drop.isdecimal():
            services.drop_conflict(member=member, pk=int(drop))
        else:
            services.add_conflict(member=member, term=request.POST.get("term", ""))
        return redirect("desk:conflicts")
    return render(request, "desk/staff_conflicts.html", {"terms": selectors.conflicts_of(member)})


@require_http_methods(["GET", "POST"])
@for_holder
def staff_case_page(request: HttpRequest, holder: Holder, case: str) -> HttpResponse:
    """One case. Without a grant there is nothing here."""
    listed = selectors.one_listed(_member(holder), case, at=timezone.now())
    act = request.POST.get("act", "")
    if request.method == "POST" and act not in _SHOWING:
        return _done(request, holder, case)
    context: dict[str, Any] = {"row": listed, "case": listed.consultation}
    if listed.may_read and not listed.is_cleared:
        context["parties"] = selectors.parties_of(holder, case, on=timezone.localdate())
        return render(request, "desk/staff_conflict.html", context)
    context |= _opened(holder, listed)
    if act == "names":
        context["names"] = selectors.names_in(holder, case, at=timezone.now())
    if act == "insert":
        context["writing"] = with_paragraph(request.POST)
    return render(request, "desk/staff_case.html", context)


def _opened(holder: Holder, listed: Listed) -> dict[str, Any]:
    case = listed.consultation.case
    readers = selectors.readers_of(case)
    context: dict[str, Any] = {
        "readers": readers,
        "reading": {one.member_id for one in readers},
        "staff": selectors.staff(),
        "paragraphs": offered(),
    }
    if not listed.may_read:
        return context
    found = selectors.case_file(holder, case, on=timezone.localdate())
    drafts = [one for one in found if one.kind is Kind.DRAFT]
    out = selectors.history(found)
    newest = drafts[-1] if drafts and drafts[-1].name not in out else None
    shown = [one for one in found if one.kind is not Kind.RELEASE or one.refused]
    return context | {
        "rows": [(one, list(labelled(dict(one.parts))), out.get(one.name)) for one in shown],
        "newest": newest,
        "may_release": newest is not None and not newest.is_by(holder),
    }


def _done(request: HttpRequest, holder: Holder, case: str) -> HttpResponse:
    at, sent = timezone.now(), request.POST
    match sent.get("act"):
        case "clear":
            services.clear(holder=holder, case=case, at=at)
        case "conflict":
            services.declare_conflict(holder=holder, case=case, at=at)
            return redirect("desk:list")
        case "assign":
            members = [int(pk) for pk in sent.getlist("members") if pk.isdecimal()]
            services.settle_readers(holder=holder, case=case, members=members, at=at)
        case "note":
            services.write_note(holder=holder, case=case, text=_text(request), at=at)
        case "draft":
            services.write_draft(
                holder=holder,
                case=case,
                text=_text(request),
                enclosed=_enclosed(holder, case),
                at=at,
            )
        case "release":
            services.release(holder=holder, case=case, draft=sent.get("draft", ""), at=at)
        case "due":
            services.set_deadline(holder=holder, case=case, day=_day(sent.get("day", "")))
        case "approve":
            _approve(request, holder, case, at)
        case "close":
            services.close(holder=holder, case=case, at=at)
        case _:
            raise NotAllowed(_("Nothing was changed."))
    return redirect("desk:staff-case", case=case)


def _enclosed(holder: Holder, case: str) -> Enclosed | None:
    """The law in the newest draft, which stays when its words are written anew."""
    found = selectors.case_file(holder, case, on=timezone.localdate())
    drafts = [one for one in found if one.kind is Kind.DRAFT and not one.refused]
    return drafts[-1].enclosed if drafts else None


def _approve(request: HttpRequest, holder: Holder, case: str, at: datetime) -> None:
    handler, days = request.POST.get("handler", ""), request.POST.get("days", "")
    if not handler.isdecimal() or days not in {"1", "3", "7", "14"}:
        raise NotAllowed(_("Say who, and for how long."))
    services.approve(
        holder=holder,
        case=case,
        handler=int(handler),
        until=at + timedelta(days=int(days)),
        reason=request.POST.get("reason", "")[:500],
        at=at,
    )


@require_GET
@for_holder
def staff_file_page(request: HttpRequest, holder: Holder, case: str, name: str) -> HttpResponse:
    """A file of a case, to be saved."""
    return download(*selectors.staff_file(holder, case, name, on=timezone.localdate()))


def _text(request: HttpRequest) -> str:
    form = TextForm(request.POST)
    if not form.is_valid():
        raise NotAllowed(_("Nothing was written: a text has at most 20,000 letters."))
    return str(form.cleaned_data["text"])


def _day(typed: str) -> date | None:
    try:
        return parse_date(typed)
    except ValueError:
        return None


def _member(holder: Holder) -> Member:
    if holder.member is None:
        raise NotThere
    return holder.member
