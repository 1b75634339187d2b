"""An answer as a letter with the law enclosed: made when it is asked for, in memory, and kept nowhere."""

from collections.abc import Callable
from datetime import date
from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from manumit import papers
from manumit.base.addresses import absolute
from manumit.desk import selectors
from manumit.desk.errors import NotAllowed, NotThere
from manumit.desk.types import Entry, Holder
from manumit.library.errors import WorkNotFound
from manumit.research import selectors as research
from manumit.research.types import Pick
from manumit.web.desk.downloads import save
from manumit.web.desk.entrance import for_holder
from manumit.web.desk.mine import for_asker

_FORMATS: dict[str, Callable[[papers.Pack], bytes]] = {
    "pdf": papers.as_pdf,
    "zip": papers.as_zip,
    "txt": lambda pack: papers.as_text(pack).encode(),
}


@require_GET
@for_asker
def my_pack(request: HttpRequest, holder: Holder, name: str, kind: str) -> HttpResponse:
    """An answer that went out, for its asker."""
    return _given(request, selectors.thread(holder, on=timezone.localdate()), name, kind)


@require_GET
@for_holder
def staff_pack(
    request: HttpRequest, holder: Holder, case: str, name: str, kind: str
) -> HttpResponse:
    """A draft as the asker will have it, for who reads it before it goes out."""
    return _given(request, selectors.case_file(holder, case, on=timezone.localdate()), name, kind)


def _given(request: HttpRequest, found: list[Entry], name: str, kind: str) -> HttpResponse:
    entry = next((one for one in found if one.name == name and one.enclosed), None)
    if entry is None or kind not in _FORMATS:
        raise NotThere
    try:
        return save("answer", kind, _FORMATS[kind](_pack(request, entry)))
    except WorkNotFound as error:
        raise NotAllowed(
            _("A work in this answer is not on the shelves any more: %(what)s") % {"what": error}
        ) from error
    except papers.NoFont as error:
        raise NotAllowed(
            _("This letter cannot be printed here: %(why)s") % {"why": error}
        ) from error


def _pack(request: HttpRequest, entry: Entry) -> papers.Pack:
    enclosed = entry.enclosed
    if enclosed is None:
        raise NotThere
    return research.pack(
        [Pick(key, eid) for key, eid in enclosed.picks],
        words=[each.strip() for each in entry.text.split("\n\n") if each.strip()],
        language=enclosed.language,
        on=enclosed.on,
        dated=entry.on,
        centre=settings.WAGTAIL_SITE_NAME,
        address_of=partial(_address, request),
    )


def _address(request: HttpRequest, key: str, eid: str, on: date | None) -> str:
    # From the root: it stands in a letter, and what is relative here would name the case in it.
    path = "/" + "/".join(filter(None, [key, eid]))
    return absolute(request, path + (f"?on={on:%Y-%m-%d}" if on else ""))
