"""What holds for every page of the desk, whatever the page itself does."""

import logging
import traceback
from collections.abc import Callable
from urllib.parse import urlsplit

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.desk.errors import Busy, DeskError, NotThere, SealingError
from manumit.web.desk.carrying import BUSY
from manumit.web.uploads import InMemory, is_too_large

_log = logging.getLogger("manumit.desk")
_PREFIX = "/desk/"
_BROKEN = gettext_lazy(
    "This cannot be opened: it is not what was sealed here. The desk has been told."
)
# Left to Django, whose answers hold nothing of what was sent.
_DJANGOS = (Http404, PermissionDenied, SuspiciousOperation)


class DeskMiddleware:
    """Nothing is stored on the way in, on the way out, or in between.

    Stands before what first reads a form: from then on files would be on the disk.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        # The quick exit is a form, and browsers hold where it leads to this list.
        exit_to = urlsplit(settings.MANUMIT_EXIT)
        places = [SELF, f"{exit_to.scheme}://{exit_to.netloc}"] if exit_to.netloc else [SELF]
        self.strict = csp_update({"form-action": places})(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(_PREFIX):
            return self.get_response(request)
        if is_too_large(request):
            return _told(request, 413, _("What you sent is too large. A file has at most 15 MB."))
        request.upload_handlers = [InMemory(request)]
        response = self.strict(request)
        response.headers["Cache-Control"] = "no-store, private"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say what is wrong; log a fault by its kind and place, never by its words."""
        if not request.path_info.startswith(_PREFIX) or isinstance(error, _DJANGOS):
            return None
        match error:
            case NotThere():
                return _told(request, 404, _("There is nothing here that you can open."))
            case Busy():
                return _told(request, 429, BUSY)
            case DeskError():
                return _told(request, 409, str(error))
            case SealingError():
                return _told(request, 409, _BROKEN)
        places = traceback.extract_tb(error.__traceback__)
        where = " < ".join(f"{one.filename}:{one.lineno}" for one in reversed(places))
        _log.error("%s at %s", type(error).__name__, where)
        return _told(request, 500, _("Something failed here. The fault is ours, not yours."))


def _told(request: HttpRequest, status: int, what: str | Promise) -> HttpResponse:
    return render(request, "desk/told.html", {"what": what}, status=status)
