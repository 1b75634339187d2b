"""In which language a page is: its address says so, ``/lang/th/help`` (``docs/adr/0026``)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, get_script_prefix, resolve, set_script_prefix
from django.utils.encoding import escape_uri_path
from django.utils.translation import override

from manumit.base.edition import edition_of
from manumit.base.languages import SOURCE, Language, language_meant, languages
from manumit.base.reader import reader_language

_ADDRESS = re.compile(r"/lang/(?P<tag>[A-Za-z0-9_-]+)(?P<rest>/.*)?", re.DOTALL)
# Rooms whose pages are for readers; accounts, editors and programs are spoken to in English.
_FOR_READERS = ("web", "desk")


@dataclass(frozen=True, slots=True)
class Choice:
    """A language in which a page can be had. ``whole``: this very page, not only its front page."""

    language: Language
    href: str
    is_here: bool
    whole: bool


class LanguageMiddleware:
    """Takes the language off the path; every address made meanwhile carries it by itself.

    Stands before whatever looks at ``path_info``. A page that is not whole in the language is shown
    in English, at its English address. A tag in another writing leads to the one address of its page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        found = _ADDRESS.fullmatch(request.path_info)
        language = language_meant(found["tag"]) if found else None
        if not found or not language:
            return self.get_response(request)
        # One slash: an address that begins with two would lead to another host.
        path = f"/{(found['rest'] or '').lstrip('/')}"
        is_address = found["rest"] and found["tag"] == language.tag
        if not is_address or not is_whole(language, path):
            return _led_to(request, language if is_whole(language, path) else None, path)
        request.path_info = path
        return self._in(language, request)

    def _in(self, language: Language, request: HttpRequest) -> HttpResponse:
        before = get_script_prefix()
        set_script_prefix(before + language.prefix)
        try:
            with override(language.code):
                return self.get_response(request)
        finally:
            set_script_prefix(before)


def is_whole(language: Language, path: str) -> bool:
    """Whether the page at ``path``, without a language, can be had in this one."""
    return _has(language, _view_for_readers(path))


def _view_for_readers(path: str) -> str:
    """The name of the view that answers there; empty for one that is no page for readers."""
    if path.startswith(tuple(settings.MANUMIT_STAFF_PAGES)):
        return ""
    try:
        page = resolve(path)
    except Resolver404:
        return ""
    return page.view_name if page.namespace in _FOR_READERS else ""


def _has(language: Language, view: str) -> bool:
    whole = not language.pages or view in language.pages
    return bool(view) and whole and language.tag != SOURCE


def in_language(language: Language, path: str, query: str = "") -> str:
    """The address in that language of ``path``, which bears none."""
    address = f"{_base()}{language.prefix}{escape_uri_path(path.removeprefix('/'))}"
    return f"{address}?{query}" if query else address


def without_language(address: str) -> str:
    """An address made for this page's reader, as it is for everyone."""
    return _base() + address.removeprefix(get_script_prefix())


def choices(request: HttpRequest) -> list[Choice]:
    """The languages, each with where it leads; none on a page that is in English alone.

    None either where the address names a case of the desk: an answer of "not there" repeats nothing. None
    where the desk answers a form: its address shows another page, without what was typed or the receipt.
    """
    path, here = request.path_info, reader_language()
    view, match = _view_for_readers(path), request.resolver_match
    if match and match.namespace == "desk" and (match.kwargs or request.method == "POST"):
        return []
    if not view:
        return []
    query = request.META.get("QUERY_STRING", "") if request.method == "GET" else ""
    found = []
    for language in _offered(request):
        whole = language.tag == SOURCE or _has(language, view)
        href = in_language(language, path, query) if whole else in_language(language, "/")
        found.append(Choice(language, href, language == here, whole))
    return found


def _offered(request: HttpRequest) -> list[Language]:
    """Those of the centre; those of an offline edition, where it has more than one."""
    edition = edition_of(request)
    if edition is None:
        return list(languages().values())
    return [languages()[tag] for tag in edition.languages if len(edition.languages) > 1]


def _base() -> str:
    """What stands before every address, whatever the language."""
    return get_script_prefix().removesuffix(reader_language().prefix)


def _led_to(request: HttpRequest, language: Language | None, path: str) -> HttpResponse:
    if request.method not in ("GET", "HEAD"):
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(in_language(language or languages()[SOURCE], path, query))
