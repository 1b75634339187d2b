"""What a page shows."""

from django.http import HttpResponse


def text_of(response: HttpResponse) -> str:
    """The page as it was sent."""
    return response.content.decode()
