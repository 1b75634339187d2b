"""Filters that have a name."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q


class WorkQuerySet(models.QuerySet[Any]):
    """Works, of all kinds or of one."""

    def published(self) -> "WorkQuerySet":
        """What readers may see."""
        return self.filter(live=True)

    def about(self, codes: list[str]) -> "WorkQuerySet":
        """Works with any of these topics."""
        return self.filter(topics__code__in=codes).distinct()


class TextQuerySet(models.QuerySet[Any]):
    """Texts of works."""

    def on(self, day: date) -> "TextQuerySet":
        """Texts that hold on the day; an open end counts as holding."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day)
        )


class PassageQuerySet(models.QuerySet[Any]):
    """Passages of works."""

    def standing(self) -> "PassageQuerySet":
        """Passages that some text or record still has."""
        return self.filter(retired_at=None)


class CitationQuerySet(models.QuerySet[Any]):
    """Citations in the texts of works."""

    def standing(self) -> "CitationQuerySet":
        """Citations that nobody has rejected."""
        return self.exclude(state="rejected")

    def shown(self) -> "CitationQuerySet":
        """Standing citations in works that readers may see, of works that readers may see."""
        return self.standing().filter(work__live=True, target__live=True)
