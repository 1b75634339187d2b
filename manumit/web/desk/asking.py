"""The promise, the doors, and a question on its way in."""

from datetime import datetime, timedelta
from math import ceil

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from manumit.contributions.personal import Detail, personal_details
from manumit.desk import selectors, services
from manumit.desk.errors import Busy, Closed, Crowded, Unreadable, UsedUp, WrongSecret
from manumit.web import screening
from manumit.web.desk import cookies
from manumit.web.desk.carrying import BUSY
from manumit.web.desk.forms import LONGEST, AskForm, CaseForm, QuickForm, looked
from manumit.web.screening import Asked

_ROWS_OF_A_MEMO = 16
_HOURS_FROM = 120  # minutes: what is longer is said in hours


@require_GET
def promise_page(request: HttpRequest) -> HttpResponse:
    """What is promised and what is not, before anything is typed; then three doors."""
    context = {
        "is_open": selectors.is_open(on=timezone.localdate()),
        "wait": _wait(selectors.crowded_until(timezone.now())),
    }
    return render(request, "desk/promise.html", context)


@require_http_methods(["GET", "POST"])
def quick_page(request: HttpRequest) -> HttpResponse:
    """A quick question."""
    return _door(request, QuickForm)


@require_http_methods(["GET", "POST"])
def case_page(request: HttpRequest) -> HttpResponse:
    """A question about a case, guided."""
    return _door(request, CaseForm)


@csrf_exempt
@sensitive_post_parameters()
@require_POST
def from_guide_page(request: HttpRequest) -> HttpResponse:
    """A quick question that begins with what the screening guide found, for the asker to change.

    Nothing is kept, and the page that it comes from has no cookie for a token: a forged request shows a
    form to fill in.
    """
    _expect_open()
    asked = Asked.read(request.POST)
    memo = render_to_string("desk/memo.txt", screening.outcome_of(asked, timezone.localdate()))
    until = selectors.crowded_until(timezone.now())
    form = QuickForm(initial={"text": memo[:LONGEST]}, crowded=until is not None)
    form.fields["text"].widget.attrs["rows"] = _ROWS_OF_A_MEMO
    return _form(request, form, until)


def _expect_open() -> None:
    if not selectors.is_open(on=timezone.localdate()):
        raise Closed(_("The desk is not open. Call somebody: see Help now."))


def _door(request: HttpRequest, kind: type[AskForm]) -> HttpResponse:
    """Nothing is kept before it was looked through and sent; then the receipt is shown, once."""
    _expect_open()
    until = selectors.crowded_until(timezone.now())
    form = kind(request.POST or None, crowded=until is not None)
    if not form.is_valid():
        return _form(request, form, until)
    found = personal_details(form.looked_at())
    if request.POST.get("act") != "send" or request.POST.get("looked") != looked(found):
        return _form(request, form, until, found=found)
    try:
        return _sent(request, form)
    except Crowded as error:
        # It may have filled since the form was read: now there is a field for a word.
        until, form = error.until, kind(request.POST, crowded=True)
        form.add_error(
            "word", _("Send it again later, or give the five words. What you wrote stays here.")
        )
    except WrongSecret:
        form.add_error("word", _("No door opens with these words. Look at each of them again."))
    except Unreadable:
        form.add_error("word", _("They are five words, spelt as you were told them."))
    except UsedUp as error:
        form.add_error("word", str(error))
    except Busy:
        return _form(request, form, until, found=found, told=BUSY, status=429)
    return _form(request, form, until, found=found)


def _wait(until: datetime | None) -> str:
    """In how long a moment comes, rounded up; nothing for none."""
    if until is None:
        return ""
    minutes = max(1, ceil((until - timezone.now()) / timedelta(minutes=1)))
    if minutes < _HOURS_FROM:
        words = ngettext("in about %(many)d minute", "in about %(many)d minutes", minutes)
        return words % {"many": minutes}
    hours = ceil(minutes / 60)
    return ngettext("in about %(many)d hour", "in about %(many)d hours", hours) % {"many": hours}


def _form(
    request: HttpRequest,
    form: AskForm,
    until: datetime | None,
    *,
    found: list[Detail] | None = None,
    told: str | Promise = "",
    status: int = 200,
) -> HttpResponse:
    """The form to fill in, with what was noticed in it once it was looked through."""
    context = {
        "form": form,
        "found": found,
        "looked": "" if found is None else looked(found),
        "is_case": isinstance(form, CaseForm),
        "wait": _wait(until),
        "told": told,
    }
    return render(request, "desk/ask.html", context, status=status)


def _sent(request: HttpRequest, form: AskForm) -> HttpResponse:
    at = timezone.now()
    receipt, holder = services.ask(
        question=form.question(),
        submission=form.cleaned_data["form"],
        at=at,
        word=form.cleaned_data.get("word", ""),
    )
    page = render(request, "desk/receipt.html", {"receipt": receipt, "is_new": True})
    return cookies.begin(request, page, holder, at)
