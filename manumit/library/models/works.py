"""The Work and what every kind of it carries.

Wagtail's mixins stand on Work itself, so that one table can be asked for what is published.
``docs/adr/0003`` says what was tried.
"""

from typing import Any, ClassVar, Self

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.models import Orderable

from manumit.library.models.reviewed import Reviewed
from manumit.library.querysets import WorkQuerySet
from manumit.reference import BadKey, parse_key
from manumit.vocab.types import Concept, System


class Kind(models.TextChoices):
    """The four kinds of work."""

    INSTRUMENT = "instrument", "instrument"
    LEGISLATION = "legislation", "legislation"
    JUDGMENT = "judgment", "judgment"
    PUBLICATION = "publication", "publication"


class Confidence(models.TextChoices):
    """How sure the Centre is of the record's facts."""

    HIGH = "high", "checked against an authoritative source"
    MEDIUM = "medium", "main facts checked"
    UNVERIFIED = "unverified", "not yet verified"


class Work(Reviewed):
    """Anything with an identity of its own on the shelves."""

    KIND: ClassVar[Kind]

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=16, choices=Kind, editable=False)
    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="works")
    title = models.CharField(max_length=500)
    language = models.CharField(max_length=16, default="en")
    titles = models.JSONField(default=dict, blank=True)  # language -> title
    short_titles = models.JSONField(default=dict, blank=True)  # language -> [short title]
    identifiers = models.JSONField(default=dict, blank=True)  # scheme -> number or numbers
    official_url = models.URLField(max_length=500, blank=True)
    body = models.TextField(blank=True)  # Markdown, the project's own words
    # The day a reader would cite it by, as far as it is known: 2000, 2000-11 or 2000-11-15.
    dated = models.CharField(max_length=10, blank=True, db_index=True, editable=False)
    confidence = models.CharField(max_length=12, choices=Confidence, default=Confidence.UNVERIFIED)
    sources = models.JSONField(default=list, blank=True)  # as manumit.records.Source, in order
    topics = ParentalManyToManyField(Concept, blank=True, related_name="works")
    practice_areas = ParentalManyToManyField(Concept, blank=True, related_name="works_in_practice")
    objects: ClassVar[Any] = WorkQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(live=False) | ~models.Q(sources=[]),
                name="library_published_has_source",
                violation_error_message="A published record needs at least one source.",
            ),
            models.CheckConstraint(
                condition=models.Q(live=False) | models.Q(withdrawn_at=None),
                name="library_withdrawn_is_not_live",
            ),
            models.CheckConstraint(condition=models.Q(kind__in=Kind), name="library_known_kind"),
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def get_base_content_type(cls) -> ContentType:
        """The kind's own type: Wagtail's workflow looks objects up by it and must not get a Work."""
        return cls.get_content_type()  # type: ignore[no-any-return]

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Keep a revision of one of the four kinds; a bare Work would lose its own fields."""
        if type(self) is Work:
            raise TypeError("save the revision of the judgment, instrument, … and not of its Work")
        return super().save_revision(*args, **kwargs)

    def as_kind(self) -> Self:
        """The work as its own kind: the Judgment, Instrument, … it is."""
        return self if type(self) is not Work else getattr(self, self.kind)

    def _derive(self) -> None:
        if type(self) is not Work:
            self.kind = self.KIND
            self.dated = self.date_to_cite()
        super()._derive()

    def date_to_cite(self) -> str:
        """The day of this kind that a citation gives; each kind says its own."""
        raise NotImplementedError


def check_key(key: str) -> None:
    """Raise ValidationError on the field ``target_key`` when the text is no key."""
    try:
        parse_key(key)
    except BadKey as error:
        raise ValidationError({"target_key": str(error)}) from error


class Relation(Orderable):
    """A typed link from one work to another, kept where its record states it.

    ``kind`` may be active (``considers``) or passive (``considered_by``). The other work may not
    be on the shelves yet: then ``target`` is empty and ``target_key`` waits for it.
    """

    work = ParentalKey(Work, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=24)
    target_key = models.CharField(max_length=200, blank=True, db_index=True)
    target = models.ForeignKey(
        Work, null=True, blank=True, on_delete=models.SET_NULL, related_name="incoming_relations"
    )
    on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["work", "kind", "target_key"], name="library_one_relation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.target_key}"

    def clean(self) -> None:
        """A work that was chosen brings its key; refuse a key that is none."""
        if self.target and not self.target_key:
            self.target_key = self.target.key
        check_key(self.target_key)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Never keep pointing at another work than the one named."""
        if self.target and self.target.key != self.target_key:
            self.target = None
        super().save(*args, **kwargs)
