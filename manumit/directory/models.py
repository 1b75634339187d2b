"""Organisations and their services as rows."""

from datetime import date, datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from manumit.directory import hours
from manumit.vocab.types import System


class OrganisationQuerySet(models.QuerySet[Any]):
    """Organisations."""

    def published(self) -> "OrganisationQuerySet":
        """What readers may see."""
        return self.filter(status="published")


class Organisation(models.Model):
    """Who helps, answers, protects, investigates or pays. Its name everywhere is its key."""

    key = models.CharField(max_length=200, unique=True)
    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="organisations")
    title = models.CharField(max_length=500)
    language = models.CharField(max_length=16, default="en")
    titles = models.JSONField(default=dict, blank=True)  # language -> name
    short_titles = models.JSONField(default=dict, blank=True)  # language -> [short name]
    status = models.CharField(max_length=12)
    official_url = models.URLField(max_length=500, blank=True)
    organisation_type = models.CharField(max_length=16)
    body = models.TextField(blank=True)  # Markdown, the project's own words
    confidence = models.CharField(max_length=12)
    sources = models.JSONField(default=list)  # as manumit.records.Source, in order

    objects: ClassVar[Any] = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="published") | ~Q(sources=[]),
                name="directory_published_has_source",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ServiceQuerySet(models.QuerySet[Any]):
    """Services."""

    def published(self) -> "ServiceQuerySet":
        """Services of organisations that readers may see."""
        return self.filter(organisation__status="published")

    def current(self, on: date) -> "ServiceQuerySet":
        """Services whose numbers may be shown as current on the day."""
        return self.filter(expires_on__gte=on)


class Service(models.Model):
    """One thing an organisation does for people, and how it is reached.

    ``channels`` and ``hours`` are lists as in manumit.records.Service; ``covers`` the codes of the
    jurisdictions in which it works, never empty.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="services"
    )
    sort_order = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=80)
    name = models.CharField(max_length=200)
    names = models.JSONField(default=dict)
    service_type = models.CharField(max_length=24, db_index=True)
    gist = models.TextField()
    serves = models.CharField(max_length=500, blank=True)
    covers = models.JSONField(default=list)
    channels = models.JSONField()
    address = models.CharField(max_length=500, blank=True)
    confidential_address = models.BooleanField(default=False)
    hours = models.JSONField(default=list)
    always = models.BooleanField(default=False)
    public_holidays = models.CharField(max_length=8, default="unknown")
    languages = models.JSONField(default=list)
    cost = models.CharField(max_length=16, default="unknown")
    passes_on = models.CharField(max_length=8, default="unknown")
    passes_on_note = models.CharField(max_length=500, blank=True)
    verified_on = models.DateField()
    verified_by = models.CharField(max_length=80)
    expires_on = models.DateField(db_index=True)

    objects: ClassVar[Any] = ServiceQuerySet.as_manager()

    class Meta:
        ordering = ["organisation", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"], name="directory_one_service_once"
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gt=models.F("verified_on")),
                name="directory_trust_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(confidential_address=False) | Q(address=""),
                name="directory_hidden_place_has_no_address",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def open_until(self, at: datetime) -> datetime | None:
        """The local time at which what is open at this moment closes; None where nothing is open."""
        return hours.open_until(self.hours, self._local(at))

    def opens_next(self, at: datetime) -> datetime | None:
        """The local time of its next opening after this moment; None where no hours are known."""
        return hours.opens_next(self.hours, self._local(at))

    def _local(self, at: datetime) -> datetime:
        return hours.local_time(self.organisation.system_id, at)
