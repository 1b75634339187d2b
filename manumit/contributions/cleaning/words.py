"""Plain text: it carries nothing but its words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.contributions.cleaning.types import Cleaned
from manumit.contributions.errors import NotCleaned

_WHAT_TO_SEND = gettext_lazy(
    "Send a PDF, a Word document (.docx), a JPEG or PNG picture, or plain text."
)


def clean_text(data: bytes) -> Cleaned:
    """Text in UTF-8 without control signs; markup is no text. Raises NotCleaned."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotCleaned(_and_what_to_send(_("This kind of file is not taken."))) from error
    if text.lstrip().startswith("<") or "\0" in text:
        raise NotCleaned(_and_what_to_send(_("Web pages and programs are not taken.")))
    kept = "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")
    return Cleaned("txt", kept.encode())


def _and_what_to_send(refused: str) -> str:
    return f"{refused} {_WHAT_TO_SEND}"
