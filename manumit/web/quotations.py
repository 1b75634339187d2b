"""Quotations of what was found, with the words that answer marked."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


def marked(pieces: Iterable[Any]) -> SafeString:
    """Pieces of a quotation, each with its ``text``, in one; what is ``highlighted`` is marked."""
    html = "".join(
        f"<mark>{escape(piece.text)}</mark>" if piece.highlighted else escape(piece.text)
        for piece in pieces
    )
    return mark_safe(html)  # noqa: S308  # every text in it is escaped
