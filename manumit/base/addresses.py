"""Whole addresses of pages here."""

from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpRequest

from manumit.base.edition import edition_of


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
