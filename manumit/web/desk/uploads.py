"""Files that are sent to the desk stay in memory until they are sealed.

Django would write larger ones to the disk, in clear. They are bounded instead, and few come at a time.
"""

from io import BytesIO
from typing import IO, Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from manumit.contributions.cleaning import MAX_BYTES

MOST_BYTES = MAX_BYTES + 2**20  # of a whole request: a file and what stands around it


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
