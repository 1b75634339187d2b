"""Paragraphs that fit many answers: public law in words that somebody has polished, nothing of a case."""

from manumit.desk.errors import NotAllowed, NotThere
from manumit.desk.models import Paragraph


def keep_paragraph(*, pk: int | None, title: str, text: str) -> None:
    """Write a paragraph, or change the one with this number, which is offered again if it was retired.

    :class:`NotThere` for a number of none; :class:`NotAllowed` for the title of another one.
    """
    row = Paragraph() if pk is None else Paragraph.objects.filter(pk=pk).first()
    if row is None:
        raise NotThere
    if Paragraph.objects.filter(title=title).exclude(pk=row.pk).exists():
        raise NotAllowed("Another paragraph has this title.")
    row.title, row.text, row.is_retired = title, text, False
    row.save()


def retire_paragraph(*, pk: int) -> None:
    """Offer a paragraph no more; whoever changes it brings it back."""
    if not Paragraph.objects.filter(pk=pk).update(is_retired=True):
        raise NotThere
