"""The checker: a list of citations or a draft is pasted, and each citation is looked up."""

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from manumit.library import selectors as library

_LONGEST = 200_000  # characters read of what is pasted: a long judgment


# Nothing is changed and nobody is signed in here, so a forged request does no harm; a token would
# need a cookie, and these pages set none.
@csrf_exempt
@require_http_methods(["GET", "POST"])
def checker_page(request: HttpRequest) -> HttpResponse:
    """The form, and what was found in the text that came with it. Nothing of it is kept."""
    text = request.POST.get("text", "").replace("\r\n", "\n")
    checked = library.check_text(text[:_LONGEST]) if text.strip() else []
    context: dict[str, Any] = {
        "text": text,
        "checked": checked,
        "counts": Counter(each.state for each in checked).most_common(),
        "cut": len(text) > _LONGEST,
        "longest": _LONGEST,
    }
    return render(request, "web/check.html", context)
