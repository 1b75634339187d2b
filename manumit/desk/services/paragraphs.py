"""Paragraphs that fit many answers."""

from manumit.desk.models import Paragraph


def keep_paragraph(*, title: str, text: str) -> None:
    """Keep a paragraph under a title, instead of the one that was there."""
    Paragraph.objects.update_or_create(title=title, defaults={"text": text})


def remove_paragraph(*, pk: int) -> None:
    """Take one away."""
    Paragraph.objects.filter(pk=pk).delete()
