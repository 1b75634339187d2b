"""What was written comes again with the next form: the server keeps nothing that is not sealed, and nobody writes it twice."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

BUSY = gettext_lazy("Too much is being tried at this moment. Wait a minute, then try again.")


def sent_but(request: HttpRequest, *secrets: str) -> list[tuple[str, str]]:
    """The fields of a form that was sent, for ``web/parts/carried.html``, without those that prove who it is."""
    left_out = {*secrets, "csrfmiddlewaretoken"}
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        for value in values
        if name not in left_out
    ]
