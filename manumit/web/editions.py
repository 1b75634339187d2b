"""Whether a page is being made for an offline edition."""

from typing import Any

from django.http import HttpRequest

from manumit.base.edition import IN_ENVIRON, Edition


def edition_of(request: HttpRequest) -> Edition | None:
    """The edition that the page is for; None where somebody asks the centre itself."""
    found: Edition | None = request.META.get(IN_ENVIRON)
    return found


def context(request: HttpRequest) -> dict[str, Any]:
    """For every template: ``edition``."""
    return {"edition": edition_of(request)}
