"""Addresses of works, and whole addresses of pages here."""

from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse

from manumit.base.edition import edition_of

_UNQUOTED = "/~:@!$&'()*+,;="  # what Django, too, leaves as it is in a path


def of_work(key: str, eid: str = "") -> str:
    """The page of a work, or of a passage of it, in the language of the page being made.

    What ``reverse`` says, in a tenth of its time: a judgment has two thousand such links, a page of
    hits forty.
    """
    place = f"{key}/{eid}" if eid else key
    return _before_works(get_script_prefix()) + quote(place, safe=_UNQUOTED)


@lru_cache(maxsize=64)  # of prefixes, which are the languages
def _before_works(prefix: str) -> str:
    return reverse("web:work", args=["-"]).removesuffix("-")


def in_mail(address: str) -> str:
    """A whole address of a page here as a mail says it: at the address that the operator has named.

    Who asks for the mail chooses the port of the host that they say they see, and whoever gets it may follow.
    """
    if not settings.MANUMIT_ADDRESS:
        return address
    path = urlunsplit(urlsplit(address)._replace(scheme="", netloc=""))
    return f"{settings.MANUMIT_ADDRESS}{path}"


def absolute(request: HttpRequest, path: str) -> str:
    """The page's address as others reach it, whatever a proxy in front says to us.

    In an offline edition that is the centre's, or where nobody said which that is the path alone.
    """
    if edition := edition_of(request):
        return f"{edition.address}{path}"
    address = request.build_absolute_uri(path)
    if settings.SESSION_COOKIE_SECURE:  # the operator's word that a proxy in front speaks HTTPS
        address = address.replace("http://", "https://", 1)
    return address
