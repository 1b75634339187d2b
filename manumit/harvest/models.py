"""Where things are fetched from, each time that was done, and what became of each thing."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from manumit.harvest.errors import BadSource
from manumit.harvest.kinds import kind_named

_NAME = RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$", "Use lower-case letters, digits and hyphens.")
MOST_LINES = 500  # of reasons that a run keeps; the rest is counted


class Trust(models.TextChoices):
    """As what a thing from a source arrives. Nothing arrives published."""

    DRAFT = "draft", "draft"
    IN_REVIEW = "in_review", "in review"


class SourceQuerySet(models.QuerySet[Any]):
    """Sources."""

    def on(self) -> "SourceQuerySet":
        """Sources that are harvested."""
        return self.filter(enabled=True)


class Source(models.Model):
    """One place that is harvested: a feed, a repository, a query.

    ``settings`` are checked by the kind. ``state`` is what the kind remembers between two runs: how
    far it came, and by what the server recognises that nothing has changed.
    """

    name = models.CharField(max_length=60, unique=True, validators=[_NAME])
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=32)
    address = models.URLField(max_length=500)
    settings = models.JSONField(default=dict, blank=True)
    trust = models.CharField(max_length=12, choices=Trust, default=Trust.DRAFT)
    every_hours = models.PositiveIntegerField(default=24)
    enabled = models.BooleanField(default=True)
    permission = models.CharField(
        max_length=300,
        blank=True,
        help_text="Who permitted us to fetch what robots.txt closes. Empty: robots.txt is obeyed.",
    )
    state = models.JSONField(default=dict, blank=True, editable=False)

    objects: ClassVar[Any] = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(trust__in=Trust), name="harvest_never_published"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse a kind that is none, and settings that it does not have."""
        super().clean()
        if not self.address.startswith(("http://", "https://")):
            raise ValidationError({"address": "Write an address that begins with https://."})
        try:
            kind_named(self.kind).read_settings(self.settings)
        except BadSource as error:
            field = "settings" if "settings" in str(error) else "kind"
            raise ValidationError({field: str(error)}) from error

    def is_due(self, at: datetime) -> bool:
        """Whether its last run is over and long enough ago."""
        last = self.runs.order_by("-started_at").first()
        if last is None or last.ended_at is None:
            return True
        return bool(last.started_at + timedelta(hours=self.every_hours) <= at)


class Run(models.Model):
    """One harvest of one source. A run that was killed has no end and is gone on with.

    ``reasons`` says in a line each what failed; ``to_look_at`` what an editor must decide or check;
    ``broken_off`` why the run ended before the source did, empty where it did not.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="runs")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    fetched = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    reasons = models.JSONField(default=list, blank=True)
    to_look_at = models.JSONField(default=list, blank=True)
    broken_off = models.TextField(blank=True)

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source"],
                condition=models.Q(ended_at=None),
                name="harvest_one_open_run_a_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} on {self.started_at:%Y-%m-%d %H:%M}"

    def add_reason(self, line: str) -> None:
        """Note what failed."""
        _keep(self.reasons, line)

    def add_to_look_at(self, line: str) -> None:
        """Note what an editor must look at."""
        _keep(self.to_look_at, line)


class Became(models.TextChoices):
    """What became of a thing that was fetched."""

    SHELVED = "shelved", "on the shelves, for editors"
    WAITING = "waiting", "waiting for an editor: it would change what readers see"
    FOLDED = "folded", "the twin of something that is here"
    PASSED = "passed", "about none of our topics"
    WATCHED = "watched", "noted, to be read by an editor"
    GONE = "gone", "taken back by its publisher"
    FAILED = "failed", "not readable"
    DECLINED = "declined", "looked at and not wanted"


class Fetched(models.Model):
    """One thing of one source: what it last was and what became of it.

    ``content`` says how its bytes are to be understood; ``held`` keeps them, packed, while an editor
    must decide. ``keys`` are the works that came of it.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="fetched")
    address = models.CharField(max_length=500)
    run = models.ForeignKey(Run, null=True, on_delete=models.SET_NULL, related_name="fetched_now")
    became = models.CharField(max_length=12, choices=Became)
    reason = models.TextField(blank=True)
    keys = models.JSONField(default=list)
    digest = models.CharField(max_length=64, blank=True)
    validators = models.JSONField(default=dict)
    content = models.JSONField(default=dict)
    held = models.BinaryField(null=True)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["source", "address"]
        verbose_name_plural = "fetched"
        indexes = [models.Index(fields=["became"], name="harvest_by_fate")]
        constraints = [
            models.UniqueConstraint(fields=["source", "address"], name="harvest_one_thing_once"),
            models.CheckConstraint(
                condition=~models.Q(became=Became.WAITING) | ~models.Q(held=None),
                name="harvest_what_waits_is_held",
            ),
        ]

    def __str__(self) -> str:
        return self.address


def _keep(lines: list[str], line: str) -> None:
    if len(lines) < MOST_LINES:
        lines.append(line)
    elif len(lines) == MOST_LINES:
        lines.append("… and more")
