"""Organisations and their services as rows."""

from datetime import date, datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey

from manumit.directory import hours
from manumit.library.types import Confidence, Reviewed
from manumit.reference import kind_of, system_of
from manumit.vocab.types import System


class OrganisationQuerySet(models.QuerySet[Any]):
    """Organisations."""

    def published(self) -> "OrganisationQuerySet":
        """What readers may see."""
        return self.filter(live=True)


class Organisation(Reviewed):
    """Who helps, answers, protects, investigates or pays. Its name everywhere is its key."""

    KIND: ClassVar[str] = "organisation"

    key = models.CharField(max_length=200, unique=True)
    system = models.ForeignKey(
        System, on_delete=models.PROTECT, related_name="organisations", editable=False
    )
    title = models.CharField(max_length=500)
    language = models.CharField(max_length=16, default="en")
    titles = models.JSONField(default=dict, blank=True)  # language -> name
    short_titles = models.JSONField(default=dict, blank=True)  # language -> [short name]
    official_url = models.URLField(max_length=500, blank=True)
    organisation_type = models.CharField(max_length=16)
    body = models.TextField(blank=True)  # Markdown, the project's own words
    confidence = models.CharField(max_length=12, choices=Confidence, default=Confidence.UNVERIFIED)
    sources = models.JSONField(default=list, blank=True)  # as manumit.records.Source, in order

    objects: ClassVar[Any] = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(live=False) | ~Q(sources=[]),
                name="directory_published_has_source",
                violation_error_message="A published record needs at least one source.",
            ),
            models.CheckConstraint(
                condition=Q(live=False) | Q(withdrawn_at=None),
                name="directory_withdrawn_is_not_live",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def kind(self) -> str:
        """The kind of its record."""
        return self.KIND

    def clean(self) -> None:
        """Refuse a key of another shelf."""
        super().clean()
        if kind_of(self.key) != self.KIND:
            raise ValidationError({"key": "Write a key such as hk/organisation/lantern-house."})


class ServiceQuerySet(models.QuerySet[Any]):
    """Services."""

    def published(self) -> "ServiceQuerySet":
        """Services of organisations that readers may see."""
        return self.filter(organisation__live=True)

    def current(self, on: date) -> "ServiceQuerySet":
        """Services whose numbers may be shown as current on the day."""
        return self.filter(expires_on__gte=on)


class Service(models.Model):
    """One thing an organisation does for people, and how it is reached.

    ``channels`` and ``hours`` are lists as in manumit.records.Service; ``covers`` the codes of the
    jurisdictions in which it works, never empty.
    """

    # The field that keeps the order an editor's form has them in.
    sort_order_field: ClassVar[str] = "sort_order"

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="services")
    sort_order = models.PositiveSmallIntegerField(editable=False)
    code = models.CharField(max_length=80)
    name = models.CharField(max_length=200)
    names = models.JSONField(default=dict, blank=True)
    service_type = models.CharField(max_length=24, db_index=True)
    gist = models.TextField()
    serves = models.CharField(max_length=500, blank=True)
    covers = models.JSONField(default=list, blank=True)
    channels = models.JSONField()
    address = models.CharField(max_length=500, blank=True)
    confidential_address = models.BooleanField(default=False)
    hours = models.JSONField(default=list, blank=True)
    always = models.BooleanField(default=False)
    public_holidays = models.CharField(max_length=8, default="unknown")
    languages = models.JSONField(default=list, blank=True)
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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """It works where its organisation is unless it says more."""
        self.covers = self.covers or [system_of(self.organisation.key)]
        super().save(*args, **kwargs)

    def open_until(self, at: datetime) -> datetime | None:
        """The local time at which what is open at this moment closes; None where nothing is open."""
        return hours.open_until(self.hours, self._local(at))

    def opens_next(self, at: datetime) -> datetime | None:
        """The local time of its next opening after this moment; None where no hours are known."""
        return hours.opens_next(self.hours, self._local(at))

    def _local(self, at: datetime) -> datetime:
        return hours.local_time(self.organisation.system_id, at)
