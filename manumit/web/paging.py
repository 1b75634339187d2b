"""Long lists, a page at a time."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest


def page_number(request: HttpRequest) -> int:
    """The page asked for; what is no sensible number is the first."""
    given = request.GET.get("page", "")
    return max(1, int(given)) if given.isdecimal() and len(given) < 6 else 1


def paged(request: HttpRequest, rows: Sequence[Any] | Any, size: int = 30) -> Page[Any]:
    """The page of the rows that the request asks for; past the end, the last."""
    return Paginator(rows, size).get_page(page_number(request))
