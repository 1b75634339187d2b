"""Pages of the site as rows: one row a page and language."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from wagtail.models import PreviewableMixin

from manumit.library.types import Confidence, Reviewed
from manumit.reference import SITE, BadKey, page_of


class PageQuerySet(models.QuerySet[Any]):
    """Pages."""

    def published(self) -> "PageQuerySet":
        """What readers may see."""
        return self.filter(live=True)


class Page(PreviewableMixin, Reviewed):
    """One page in one language. Pages of one ``name`` say the same in several languages."""

    KIND: ClassVar[str] = "page"

    key = models.CharField(max_length=200, unique=True)
    name = models.CharField(max_length=80, editable=False)
    title = models.CharField(max_length=500)
    language = models.CharField(max_length=16, default="en")
    section = models.CharField(max_length=8)
    position = models.PositiveIntegerField(default=0)
    gist = models.CharField(max_length=500, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    translation = models.JSONField(default=dict, blank=True)  # as manumit.records.Translation
    questions = models.JSONField(default=list, blank=True)  # as manumit.records.Question, in order
    confidence = models.CharField(max_length=12, choices=Confidence, default=Confidence.UNVERIFIED)
    sources = models.JSONField(default=list, blank=True)  # as manumit.records.Source, in order
    body = models.TextField(blank=True)  # Markdown, the project's own words
    # The name that Wagtail would give it is that of its own pages.
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="locked_site_pages",
    )

    objects: ClassVar[Any] = PageQuerySet.as_manager()

    class Meta:
        verbose_name = "page of the site"
        verbose_name_plural = "pages of the site"
        ordering = ["section", "position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["name", "language"], name="pages_one_page_a_language"),
            models.CheckConstraint(
                condition=Q(live=False) | ~Q(sources=[]),
                name="pages_published_has_source",
                violation_error_message="A published page needs at least one source.",
            ),
            models.CheckConstraint(
                condition=Q(live=False) | Q(withdrawn_at=None),
                name="pages_withdrawn_is_not_live",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def beginnings_of_keys(cls) -> frozenset[str]:
        """Pages of the site belong to no jurisdiction."""
        return frozenset({SITE})

    @property
    def kind(self) -> str:
        """The kind of its record."""
        return self.KIND

    def clean(self) -> None:
        """Refuse a key of another shelf, or of another language."""
        try:
            _, language = page_of(self.key)
        except BadKey as error:
            raise ValidationError({"key": "Write a key such as site/page/about/en."}) from error
        super().clean()
        if language != self.language.lower():
            raise ValidationError({"language": f"The key ends with another language: {language}."})

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """What readers would see if it were published as it is being written."""
        shown: HttpResponse = import_string(settings.MANUMIT_PAGE_PREVIEW)(request, self)
        return shown

    def _derive(self) -> None:
        """The name that the key gives it; none while the key is no page's."""
        try:
            self.name, _ = page_of(self.key)
        except BadKey:
            self.name = ""
