"""What holds for every public page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Pages for people with an account, which need a session, and the desk's.
_NOT_PUBLIC = ("/editorial/", "/account/", "/desk/")
# What somebody forwards, and what they are told of it: nobody's cache keeps it.
_KEPT_NOWHERE = (*_NOT_PUBLIC, "/forward")


class PublicPagesMiddleware:
    """Public pages set no cookie and may be kept by a cache that asks whether they still hold.

    A reader leaves no trace by reading. A cookie on a public page is a mistake in the code, and
    the page fails rather than send it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.cookies and not request.path_info.startswith(_NOT_PUBLIC):
            raise RuntimeError(f"{request.path} is public and must not set a cookie")
        kept = not request.path_info.startswith(_KEPT_NOWHERE)
        response.headers.setdefault(
            "Cache-Control", "public, no-cache" if kept else "private, no-store"
        )
        return response
