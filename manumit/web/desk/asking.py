"""The promise, the doors, and a question on its way in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from manumit.contributions.personal import Detail, personal_details
from manumit.desk import selectors, services
from manumit.desk.errors import Closed
from manumit.web import screening
from manumit.web.desk import cookies
from manumit.web.desk.forms import LONGEST, AskForm, CaseForm, QuickForm, looked
from manumit.web.screening import Asked

_ROWS_OF_A_MEMO = 16


@require_GET
def promise_page(request: HttpRequest) -> HttpResponse:
    """What is promised and what is not, before anything is typed; then three doors."""
    return render(
        request, "desk/promise.html", {"is_open": selectors.is_open(on=timezone.localdate())}
    )


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
    form = QuickForm(initial={"text": memo[:LONGEST]})
    form.fields["text"].widget.attrs["rows"] = _ROWS_OF_A_MEMO
    return _form(request, form)


def _expect_open() -> None:
    if not selectors.is_open(on=timezone.localdate()):
        raise Closed(_("The desk is not open. Call somebody: see Help now."))


def _door(request: HttpRequest, kind: type[AskForm]) -> HttpResponse:
    """Nothing is kept before it was looked through and sent; then the receipt is shown, once."""
    _expect_open()
    form = kind(request.POST or None)
    if not form.is_valid():
        return _form(request, form)
    found = personal_details(form.looked_at())
    word = looked(found)
    if request.POST.get("act") != "send" or request.POST.get("looked") != word:
        return _form(request, form, found=found, word=word)
    return _sent(request, form)


def _form(
    request: HttpRequest, form: AskForm, *, found: list[Detail] | None = None, word: str = ""
) -> HttpResponse:
    context = {
        "form": form,
        "found": found,
        "looked": word,
        "is_case": isinstance(form, CaseForm),
    }
    return render(request, "desk/ask.html", context)


def _sent(request: HttpRequest, form: AskForm) -> HttpResponse:
    at = timezone.now()
    receipt, holder = services.ask(
        question=form.question(), submission=form.cleaned_data["form"], at=at
    )
    page = render(request, "desk/receipt.html", {"receipt": receipt, "is_new": True})
    return cookies.begin(request, page, holder, at)
