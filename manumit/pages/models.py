"""Pages of the site as rows: one row a page and language."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q


class PageQuerySet(models.QuerySet[Any]):
    """Pages."""

    def published(self) -> "PageQuerySet":
        """What readers may see."""
        return self.filter(status="published")


class Page(models.Model):
    """One page in one language. Pages of one ``name`` say the same in several languages."""

    key = models.CharField(max_length=200, unique=True)
    name = models.CharField(max_length=80)
    title = models.CharField(max_length=500)
    language = models.CharField(max_length=16)
    status = models.CharField(max_length=12)
    section = models.CharField(max_length=8)
    position = models.PositiveIntegerField(default=0)
    gist = models.CharField(max_length=500, blank=True)
    checked_on = models.DateField(null=True)
    translation = models.JSONField(null=True)  # as manumit.records.Translation
    questions = models.JSONField(default=list)  # as manumit.records.Question, in order
    confidence = models.CharField(max_length=12)
    sources = models.JSONField(default=list)  # as manumit.records.Source, in order
    body = models.TextField(blank=True)  # Markdown, the project's own words

    objects: ClassVar[Any] = PageQuerySet.as_manager()

    class Meta:
        ordering = ["section", "position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["name", "language"], name="pages_one_page_a_language"),
            models.CheckConstraint(
                condition=~Q(status="published") | ~Q(sources=[]),
                name="pages_published_has_source",
            ),
        ]

    def __str__(self) -> str:
        return self.title
