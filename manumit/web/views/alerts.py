"""Mail for new releases: asked for, confirmed, ended. Opening a link does nothing; its button does."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from manumit.alerts import services
from manumit.alerts.errors import NoSuchLink, TooMany
from manumit.base.addresses import absolute, in_mail
from manumit.web.form_tokens import own_form, token_for

_FEW_BYTES = 20 * 1024
_REFUSED = 422


class SubscribeForm(forms.Form):
    """An address."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


@sensitive_post_parameters()
@own_form("subscribe", most_bytes=_FEW_BYTES)
@require_http_methods(["GET", "POST"])
def subscribe_page(request: HttpRequest) -> HttpResponse:
    """The form; then, whatever the address, that a mail is on its way."""
    form = SubscribeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.ask(
                address=form.cleaned_data["email"],
                language=get_language() or "en",
                link=lambda end: in_mail(absolute(request, reverse("web:subscribed", args=[end]))),
                at=timezone.now(),
            )
        except TooMany:
            return render(request, "429.html", status=429)
        return render(request, "web/subscribe.html", {"asked": True})
    context = {"form": form, "token": token_for("subscribe")}
    return render(request, "web/subscribe.html", context, status=_REFUSED if form.errors else 200)


@csrf_exempt  # the link itself is the key: nobody else has it
@require_http_methods(["GET", "POST"])
def confirm_page(request: HttpRequest, token: str) -> HttpResponse:
    """A button; programs that open links in mails confirm nothing."""
    if request.method == "POST":
        try:
            services.confirm(token=token, at=timezone.now())
        except NoSuchLink:
            return render(request, "web/subscribe.html", {"gone": True}, status=404)
    context = {"confirm": request.method == "GET", "confirmed": request.method == "POST"}
    return _kept_by_nobody(render(request, "web/subscribe.html", context))


@csrf_exempt  # mail programs send it by themselves, and the link itself is the key
@require_http_methods(["GET", "POST"])
def leave_page(request: HttpRequest, token: str) -> HttpResponse:
    """A button, and what a mail program sends when its reader ends a subscription with one click."""
    if request.method == "POST":
        try:
            services.leave(token=token)
        except NoSuchLink:
            return render(request, "web/subscribe.html", {"gone": True}, status=404)
    context = {"leave": request.method == "GET", "left": request.method == "POST"}
    return _kept_by_nobody(render(request, "web/subscribe.html", context))


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
