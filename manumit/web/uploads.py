"""What strangers send is bounded before it is read, and their files stay in memory until they are sealed.

Django would write larger ones to the disk, in clear and of any size, on every page that takes or refuses a form.
"""

from collections.abc import Callable
from io import BytesIO
from typing import IO, Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.contributions.cleaning import MAX_BYTES

MOST_BYTES = MAX_BYTES + 2**20  # of a whole request: a file and what stands around it


def is_too_large(request: HttpRequest) -> bool:
    """Whether more is said to come than any page takes; where no length is said, Django reads nothing."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES


class BoundedMiddleware:
    """Larger requests are refused unread, whatever their address: no page here takes more.

    Stands behind the desk, which says it with its own page, and before all that reads forms.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_too_large(request):
            return render(request, "413.html", status=413)
        return self.get_response(request)


class InMemory(FileUploadHandler):
    """Keeps a file in memory. How much can come is bounded before: by the length of the request."""

    file: IO[Any]

    def new_file(self, *args: Any, **more: Any) -> None:
        """A file begins."""
        super().new_file(*args, **more)
        self.file = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """A piece of it."""
        self.file.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The whole of it."""
        self.file.seek(0)
        return InMemoryUploadedFile(
            self.file,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
        )
