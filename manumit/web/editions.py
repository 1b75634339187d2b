"""Whether a page is being made for an offline edition, for templates."""

from typing import Any

from django.http import HttpRequest

from manumit.base.edition import edition_of


def context(request: HttpRequest) -> dict[str, Any]:
    """For every template: ``edition``."""
    return {"edition": edition_of(request)}
