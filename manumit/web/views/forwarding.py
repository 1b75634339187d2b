"""Forwarding a case, a report, a link or a correction: filled in, looked at, sent, followed."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from manumit.contributions import selectors as contributions
from manumit.contributions import services
from manumit.contributions.errors import ContributionError, NoSuchReceipt
from manumit.contributions.types import Contribution, What
from manumit.web.form_tokens import own_form, token_for
from manumit.web.forward_forms import AnswerForm, ForwardForm, TakedownForm, page_here
from manumit.web.visitors import account_of

_MOST_BYTES = 16 * 1024 * 1024  # the file and the words
_FEW_BYTES = 200 * 1024
_REFUSED = 422


@sensitive_post_parameters()
@own_form("forward", most_bytes=_MOST_BYTES)
@require_http_methods(["GET", "POST"])
def forward_page(request: HttpRequest) -> HttpResponse:
    """The form; what we know of what was filled in; and then its receipt."""
    if request.method == "GET":
        return _form_page(request, ForwardForm(initial=_initial(request)))
    if request.POST.get("step") == "send":
        return _send(request)
    form = ForwardForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form_page(request, form, status=_REFUSED)
    try:
        receipt, one = services.begin(
            said=form.said(),
            file=form.file_bytes(),
            by=account_of(request),
            at=timezone.now(),
            receipt=request.POST.get("receipt", ""),
        )
    except ContributionError as error:
        form.add_error(None, str(error))
        return _form_page(request, form, status=_REFUSED)
    return _looked_page(request, form, receipt, one)


@sensitive_post_parameters()
@own_form("takedown", most_bytes=_FEW_BYTES)
@require_http_methods(["GET", "POST"])
def takedown_page(request: HttpRequest) -> HttpResponse:
    """A request that something be taken down; it is sent in one step."""
    form = TakedownForm(request.POST or None, initial={"about": request.GET.get("about", "")})
    if request.method == "POST" and form.is_valid():
        try:
            at = timezone.now()
            receipt, _ = services.begin(said=form.said(), file=b"", by=account_of(request), at=at)
            services.send(receipt=receipt, at=at)
            return _to_receipt(receipt)
        except ContributionError as error:
            form.add_error(None, str(error))
    context = {"form": form, "token": token_for("takedown")}
    return render(request, "web/takedown.html", context, status=_REFUSED if form.errors else 200)


@sensitive_post_parameters()
@own_form("receipt", most_bytes=_FEW_BYTES)
@require_http_methods(["GET", "POST"])
def receipt_page(request: HttpRequest, receipt: str) -> HttpResponse:
    """What became of it; an answer to a question, or taking it back."""
    try:
        one = contributions.by_receipt(receipt)
    except NoSuchReceipt:
        return render(request, "web/no_receipt.html", {"token": token_for("follow")}, status=404)
    form = AnswerForm(request.POST if request.POST.get("step") == "answer" else None)
    if request.method == "POST" and _act(request, form, receipt):
        return _to_receipt(receipt)
    context = {
        "one": one,
        "receipt": receipt,
        "form": form,
        "messages_of": contributions.messages_of(one),
        "published": contributions.is_published(one),
        "token": token_for("receipt"),
        "withdrawing": request.GET.get("withdraw") == "1",
    }
    return render(request, "web/receipt.html", context, status=_REFUSED if form.errors else 200)


@sensitive_post_parameters()
@own_form("follow", most_bytes=_FEW_BYTES)
@require_POST
def follow(request: HttpRequest) -> HttpResponse:
    """From a receipt that was typed to its page."""
    typed = "".join(request.POST.get("receipt", "").split())[:60].strip("/")
    return (
        _to_receipt(typed.replace("/", "")) if typed else HttpResponseRedirect(_address("forward"))
    )


def _act(request: HttpRequest, form: AnswerForm, receipt: str) -> bool:
    """Do what was asked for; where it cannot be done, the form says why."""
    try:
        if request.POST.get("step") == "withdraw":
            services.withdraw(receipt=receipt, at=timezone.now())
        elif form.is_valid():
            text = form.cleaned_data["text"]
            services.answer(receipt=receipt, text=text, at=timezone.now())
        else:
            return False
    except ContributionError:
        return True  # the page tells where it stands by now
    return True


def _send(request: HttpRequest) -> HttpResponse:
    try:
        receipt = request.POST.get("receipt", "")
        services.send(receipt=receipt, at=timezone.now())
    except ContributionError as error:
        form = ForwardForm({"what": What.CASE})
        form.add_error(None, str(error))
        return _form_page(request, form, status=_REFUSED)
    return _to_receipt(receipt)


def _form_page(request: HttpRequest, form: ForwardForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "token": token_for("forward"),
        "follow_token": token_for("follow"),
        "receipt": request.POST.get("receipt", ""),
        "about": page_here(form["about"].value() or ""),
    }
    return render(request, "web/forward.html", context, status=status)


def _looked_page(
    request: HttpRequest, form: ForwardForm, receipt: str, one: Contribution
) -> HttpResponse:
    looked = contributions.look(one, drafts=False)
    context: dict[str, Any] = {
        "form": form,
        "one": one,
        "file": contributions.attachment_of(one),
        "looked": looked,
        "receipt": receipt,
        "about": one.about,
        "token": token_for("forward"),
    }
    return render(request, "web/forward_looked.html", context)


def _initial(request: HttpRequest) -> dict[str, str]:
    about = request.GET.get("about", "")
    return {"about": about, "what": What.CORRECTION if about else What.CASE}


def _to_receipt(receipt: str) -> HttpResponse:
    """See other: going back and sending again sends nothing twice."""
    response = HttpResponseRedirect(_address("receipt", receipt=receipt))
    response.status_code = 303
    return response


def _address(name: str, **parts: str) -> str:
    return reverse(f"web:{name}", kwargs=parts or None)
