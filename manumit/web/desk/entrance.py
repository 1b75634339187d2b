"""The way of staff to the desk: a role, keys of their own, and the keys opened in this browser."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from manumit.accounts.selectors import roles_of
from manumit.accounts.types import Role, User
from manumit.desk import selectors, services
from manumit.desk.errors import NotAllowed, NotFresh, WrongSecret
from manumit.desk.types import Holder, Member
from manumit.web.desk import cookies
from manumit.web.desk.carrying import sent_but

_View = Callable[..., HttpResponse]
_PROOF = "proof"
_DESK = {Role.DESK_ADVISER, Role.DESK_CUSTODIAN}


def for_desk(view: _View) -> _View:
    """Whoever has one of the desk's roles; the gate has asked for a second factor before."""

    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        if not _DESK & set(roles_of(_account(request))):
            raise PermissionDenied
        return view(request, **parts)

    return guarded


def for_holder(view: _View) -> _View:
    """Whoever has opened their keys here; others are led to do so.

    Where the desk wants to know once more who it is, or the keys were put away while somebody wrote, the password is
    asked for and what was sent comes again with it.
    """

    @for_desk
    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        holder = cookies.member(request, timezone.now())
        if holder is None:
            return _opened_again(request, lambda holder: view(request, holder, **parts))
        try:
            return view(request, _proved(request, holder), **parts)
        except NotFresh:
            return _ask_proof(request)
        except _WrongProof:
            return _ask_proof(request, is_wrong=True)

    return guarded


class _WrongProof(Exception):
    """The password that was given with a form is not theirs."""


def _proved(request: HttpRequest, holder: Holder) -> Holder:
    """The holder, with the proof that was sent, if any was."""
    proof = request.POST.get(_PROOF)
    if proof is None:
        return holder
    try:
        return cookies.prove_anew(request, proof, timezone.now())
    except WrongSecret:
        raise _WrongProof from None


def _opened_again(request: HttpRequest, then: Callable[[Holder], HttpResponse]) -> HttpResponse:
    """Open the keys by the password and go on with what was sent; ask for it where it is not there, or not right."""
    member = selectors.member_of(_account(request))
    if member is None or request.method != "POST":
        return redirect("desk:unlock")
    proof, at = request.POST.get(_PROOF), timezone.now()
    if proof is None:
        return _ask_proof(request, is_away=True)
    try:
        holder = services.unlock(member=member, password=proof, at=at)
    except WrongSecret:
        return _ask_proof(request, is_away=True, is_wrong=True)
    return cookies.begin(request, then(holder), holder, at)


def _ask_proof(
    request: HttpRequest, *, is_away: bool = False, is_wrong: bool = False
) -> HttpResponse:
    """The password, and with it all that was to be done: it goes back to the browser and is kept nowhere."""
    context = {
        "carried": sent_but(request, _PROOF),
        "is_away": is_away,
        "is_wrong": is_wrong,
    }
    return render(request, "desk/staff_proof.html", context)


def _makes_anew(request: HttpRequest) -> bool:
    """Whether old keys would be lost: who finds an adviser's browser alone must not do that to them."""
    return bool(request.POST.get("anew"))


# allauth has no types
_freshly_proved: Callable[[_View], _View] = reauthentication_required(enabled=_makes_anew)


class _PasswordForm(forms.Form):
    """A password for the desk alone."""

    password = forms.CharField(
        label=gettext_lazy("A password for the desk alone"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        max_length=500,
        validators=[validate_password],
    )


class EnrolForm(_PasswordForm):
    """Keys of one's own."""

    shown_as = forms.CharField(
        label=gettext_lazy("The name that askers see; it need not be yours"), max_length=60
    )


class RecoverForm(_PasswordForm):
    """A new password by the code on paper."""

    code = forms.CharField(label=gettext_lazy("The recovery code from your paper"), max_length=100)


@require_http_methods(["GET", "POST"])
@for_desk
@_freshly_proved
def enrol_page(request: HttpRequest) -> HttpResponse:
    """Make one's keys; the recovery code is shown once."""
    account = _account(request)
    held = selectors.member_of(account)
    if held and not request.POST.get("anew"):
        return redirect("desk:unlock")
    form = EnrolForm(request.POST or None)
    if form.is_valid():
        sent, at = form.cleaned_data, timezone.now()
        holder, code = services.enrol(
            account=account, shown_as=sent["shown_as"], password=sent["password"], at=at
        )
        page = render(request, "desk/staff_code.html", {"code": code})
        return cookies.begin(request, page, holder, at)
    return render(request, "desk/staff_form.html", {"form": form, "what": "enrol"})


@require_http_methods(["GET", "POST"])
@for_desk
def unlock_page(request: HttpRequest) -> HttpResponse:
    """Open one's keys by the password, or by the code with a new password."""
    member = selectors.member_of(_account(request))
    if member is None:
        return redirect("desk:enrol")
    told = ""
    if request.method == "POST":
        try:
            return _unlocked(request, member)
        except WrongSecret:
            told = _("That did not open your keys.")
    form = RecoverForm()
    return render(request, "desk/staff_unlock.html", {"told": told, "form": form})


def _unlocked(request: HttpRequest, member: Member) -> HttpResponse:
    at = timezone.now()
    if not request.POST.get("code"):
        password = request.POST.get("password", "")
        holder = services.unlock(member=member, password=password, at=at)
        return cookies.begin(request, redirect("desk:list"), holder, at)
    form = RecoverForm(request.POST)
    if not form.is_valid():
        raise NotAllowed(_("The new password is too weak."))
    holder = services.recover(member=member, **form.cleaned_data, at=at)
    return cookies.begin(request, redirect("desk:list"), holder, at)


@require_POST
@for_desk
def prove_code(request: HttpRequest) -> HttpResponse:
    """The recovery code is typed back: then one goes on duty."""
    member = selectors.member_of(_account(request))
    if member is None:
        return redirect("desk:enrol")
    try:
        services.prove_recovery(member=member, code=request.POST.get("code", ""))
    except WrongSecret:
        return render(request, "desk/staff_code.html", {"wrong": True})
    return redirect("desk:list")


@require_POST
@for_desk
def lock(request: HttpRequest) -> HttpResponse:
    """Shut one's keys away."""
    return cookies.end(request, redirect("desk:unlock"))


def _account(request: HttpRequest) -> User:
    return cast(User, request.user)
