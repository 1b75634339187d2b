"""The content policy of the editors' pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PREFIX = "/editorial/"

# Wagtail's date pickers, choosers and inline forms bring scripts of their own inside the page;
# handlers in attributes, other servers and frames of others stay shut out.
_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "script-src-elem 'self' 'unsafe-inline'",
        "script-src-attr 'none'",
        "style-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        "frame-src 'self'",
        "frame-ancestors 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    ]
)


class EditorialPolicyMiddleware:
    """Editors' pages carry their own policy and are never kept by a cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(PREFIX):
            response["Content-Security-Policy"] = _POLICY
            response.headers.setdefault("Cache-Control", "no-store")
        return response
