"""What this place is, how sure it is of what it says, and how to run one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.library import selectors as library


def about_page(request: HttpRequest) -> HttpResponse:
    """About the Centre, with what is on its shelves in numbers."""
    return render(request, "web/about.html", {"statistics": library.statistics()})
