"""Files made safe to keep: what tells who made them is taken out, and what could run is refused.

A file is known by its bytes, never by its name. What cannot be cleaned is refused with a line that
says what to do.
"""

from collections.abc import Callable

from django.utils.translation import gettext as _

from manumit.contributions.cleaning.apart import clean_apart
from manumit.contributions.cleaning.pdf import clean_pdf
from manumit.contributions.cleaning.pictures import clean_picture
from manumit.contributions.cleaning.types import MAX_BYTES, Cleaned
from manumit.contributions.cleaning.word import clean_word
from manumit.contributions.cleaning.words import clean_text
from manumit.contributions.errors import NotCleaned

__all__ = ["MAX_BYTES", "Cleaned", "clean", "clean_apart"]

_BEGINS: tuple[tuple[bytes, Callable[[bytes], Cleaned]], ...] = (
    (b"%PDF-", clean_pdf),
    (b"PK\x03\x04", clean_word),
    (b"\xff\xd8\xff", clean_picture),
    (b"\x89PNG\r\n\x1a\n", clean_picture),
)


def clean(data: bytes) -> Cleaned:
    """The file without what tells who made it. Raises NotCleaned.

    For files of strangers there is :func:`clean_apart`.
    """
    if not data.strip():
        raise NotCleaned(_("The file is empty."))
    if len(data) > MAX_BYTES:
        raise NotCleaned(_("The file is larger than %(most)s MB.") % {"most": MAX_BYTES // 2**20})
    for begins, cleaner in _BEGINS:
        if data.startswith(begins):
            return cleaner(data)
    return clean_text(data)
