"""Coming back: an asker reads, asks on, adds, withdraws, deletes, leaves."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from manumit.contributions.cleaning import clean_apart
from manumit.contributions.errors import NotCleaned
from manumit.desk import selectors, services
from manumit.desk.errors import Busy, NotAllowed, Unreadable, WrongSecret
from manumit.desk.types import Holder, Kind, Upload
from manumit.web.desk import cookies
from manumit.web.desk.carrying import BUSY, sent_but
from manumit.web.desk.downloads import download
from manumit.web.desk.forms import LONGEST_RECEIPT, TextForm, labelled

_View = Callable[..., HttpResponse]
_RECEIPT = "typed"
_WRITTEN = {"more", "names"}  # what somebody has written a while at


def for_asker(view: _View) -> _View:
    """Whoever has no session is asked for the receipt, at whatever address.

    A session ends while somebody writes: what they wrote then comes again with the receipt.
    """

    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        holder = cookies.asker(request, timezone.now())
        if holder:
            return view(request, holder, **parts)
        if request.POST.get("act") in _WRITTEN:
            return _by_receipt(request, lambda holder: view(request, holder, **parts))
        return redirect("desk:back")

    return guarded


@require_http_methods(["GET", "POST"])
def back_page(request: HttpRequest) -> HttpResponse:
    """The receipt is typed in."""
    return _by_receipt(request, lambda _holder: redirect("desk:mine"))


def _by_receipt(request: HttpRequest, then: Callable[[Holder], HttpResponse]) -> HttpResponse:
    """Go on with the case that the receipt opens; ask for it where it is not there, or not right."""
    typed, wrong, status = request.POST.get(_RECEIPT), "", 200
    if typed is not None:
        try:
            holder = services.come_back(typed=typed)
            return cookies.begin(request, then(holder), holder, timezone.now())
        except Unreadable as error:
            wrong = _unreadable(error)
        except WrongSecret:
            wrong = _("No case opens with this receipt. Look at each word again.")
        except Busy:
            wrong, status = str(BUSY), 429
    carried = sent_but(request, _RECEIPT)
    # One word of ten is mistyped: the other nine stay where they are.
    context = {"wrong": wrong, "typed": (typed or "")[:LONGEST_RECEIPT], "carried": carried}
    return render(request, "desk/back.html", context, status=status)


def _unreadable(error: Unreadable) -> str:
    if error.word is None:
        return _("A receipt has ten words, or 26 letters and digits.")
    return _("Word %(number)d is none of the words of receipts.") % {"number": error.word}


@require_http_methods(["GET", "POST"])
@for_asker
def receipt_page(request: HttpRequest, holder: Holder) -> HttpResponse:
    """The receipt is typed back, or another is made instead of one that was not written down."""
    if request.method == "POST" and request.POST.get("act") == "new":
        receipt = services.new_receipt(holder=holder)
        return render(request, "desk/receipt.html", {"receipt": receipt})
    typed = request.POST.get(_RECEIPT, "")[:LONGEST_RECEIPT]
    if typed and services.type_back(holder=holder, typed=typed):
        return redirect("desk:mine")
    return render(request, "desk/receipt.html", {"wrong": bool(typed)})


@require_http_methods(["GET", "POST"])
@for_asker
def mine_page(request: HttpRequest, holder: Holder) -> HttpResponse:
    """My case: what I wrote, what was answered, and what I can do."""
    told = ""
    if request.method == "POST":
        try:
            done = _do(request, holder)
        except (NotCleaned, NotAllowed) as error:
            told = str(error)
        else:
            return done
    found = selectors.thread(holder, on=timezone.localdate())
    rows = [(one, list(labelled(dict(one.parts)))) for one in found]
    context = {"rows": rows, "case": holder.consultation, "told": told, "Kind": Kind}
    return render(request, "desk/mine.html", context)


def _do(request: HttpRequest, holder: Holder) -> HttpResponse:
    at, act = timezone.now(), request.POST.get("act")
    match act:
        case "more":
            services.write_more(holder=holder, text=_text(request), at=at)
        case "names":
            services.add_names(holder=holder, text=_text(request), at=at)
        case "file":
            services.add_file(holder=holder, upload=_upload(request), at=at)
        case "withdraw":
            services.withdraw(holder=holder, at=at)
        case "delete" if request.POST.get("sure"):
            services.delete(holder=holder)
            return cookies.end(request, render(request, "desk/deleted.html"))
        case "shut":
            return cookies.end(request, redirect("desk:promise"))
        case _:
            raise NotAllowed(_("Nothing was changed."))
    return redirect("desk:mine")


def _text(request: HttpRequest) -> str:
    form = TextForm(request.POST)
    if not form.is_valid():
        raise NotAllowed(_("Nothing was written: a text has at most 20,000 letters."))
    return str(form.cleaned_data["text"])


def _upload(request: HttpRequest) -> Upload:
    """The file without what tells who made it. Raises NotCleaned."""
    sent = request.FILES.get("file")
    if not isinstance(sent, UploadedFile):
        raise NotAllowed(_("Choose a file first."))
    cleaned = clean_apart(sent.read())
    return Upload(sent.name or "", cleaned.kind, cleaned.data)


@require_GET
@for_asker
def file_page(request: HttpRequest, holder: Holder, name: str) -> HttpResponse:
    """One of my files."""
    return download(*selectors.file_of_asker(holder, name, on=timezone.localdate()))


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """The quick exit: nothing is left for the back button."""
    response = HttpResponseRedirect(settings.MANUMIT_EXIT)
    response.status_code = 303
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response.delete_cookie(settings.CSRF_COOKIE_NAME)
    return cookies.end(request, response)
