"""The Work and what every kind of it carries.

Wagtail's mixins stand on Work itself, so that one table can be asked for what is published.
``docs/adr/0003`` says what was tried.
"""

import re
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, Orderable, RevisionMixin, WorkflowMixin

from manumit.journal import services as journal
from manumit.journal.types import BeforeAndAfter
from manumit.library.models.telling import facts_told
from manumit.library.querysets import WorkQuerySet
from manumit.reference import BadKey, parse_key, system_codes, system_of
from manumit.vocab.types import Concept, System

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


class Kind(models.TextChoices):
    """The four kinds of work."""

    INSTRUMENT = "instrument", "instrument"
    LEGISLATION = "legislation", "legislation"
    JUDGMENT = "judgment", "judgment"
    PUBLICATION = "publication", "publication"


class State(models.TextChoices):
    """Where a work stands on its way to readers; computed from Wagtail's draft and workflow."""

    DRAFT = "draft", "draft"
    IN_REVIEW = "in_review", "in review"
    PUBLISHED = "published", "published"
    WITHDRAWN = "withdrawn", "withdrawn"


class Confidence(models.TextChoices):
    """How sure the Centre is of the record's facts."""

    HIGH = "high", "checked against an authoritative source"
    MEDIUM = "medium", "main facts checked"
    UNVERIFIED = "unverified", "not yet verified"


class Work(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, ClusterableModel):
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
    why = models.CharField(
        "why this change",
        max_length=300,
        default="",
        blank=True,
        help_text="One line for the journal, which readers see: what you changed and why.",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    # What the record said when a collection file last set it; empty if none ever did.
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

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

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Settle what is derived before anything is checked."""
        self._derive()
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        """Refuse what no record may say: a key or a language that is none."""
        super().clean()
        try:
            parse_key(self.key)
        except BadKey as error:
            raise ValidationError({"key": str(error)}) from error
        if system_of(self.key) not in system_codes():
            raise ValidationError({"key": "The first part is the code of no jurisdiction or body."})
        if not _LANGUAGE.fullmatch(self.language):
            raise ValidationError({"language": "Write a language tag such as en, zh-Hant or th."})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Settle what is derived, then save."""
        self._derive()
        super().save(*args, **kwargs)

    def with_content_json(self, content: Any) -> Any:
        """A revision's content as a work, with what belongs to no revision as it stands now."""
        work = super().with_content_json(content)
        work.withdrawn_at = self.withdrawn_at
        work.loaded_digest = self.loaded_digest
        work.live_revision = self.live_revision
        return work

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        """Put a revision before readers and tell the journal, in one transaction.

        One that is scheduled for later is only noted by Wagtail; it is told when its hour comes.
        Raises NotToBePublished where a gate of the settings refuses it.
        """
        with transaction.atomic():
            _ask_the_gates(revision.as_object())
            if _is_for_later(revision):
                self._keep_what_is_live(revision)
                return super().publish(revision, user=user, **kwargs)
            before = self._facts_held() if self.live else None
            type(self).objects.filter(pk=self.pk).update(withdrawn_at=None)
            self.withdrawn_at = None
            result = super().publish(revision, user=user, **kwargs)
            change = BeforeAndAfter(before, self._facts_held())
            self._record("published", user, revision.as_object().why, change)
        return result

    def unpublish(self, *args: Any, user: Any = None, why: str = "", **kwargs: Any) -> None:
        """Take the work from readers and tell the journal, in one transaction.

        Readers knew it: its address says from now on that it was withdrawn.
        """
        with transaction.atomic():
            before = self._facts_held()
            super().unpublish(*args, user=user, **kwargs)
            self.withdrawn_at = timezone.now()
            type(self).objects.filter(pk=self.pk).update(withdrawn_at=self.withdrawn_at)
            self._record("unpublished", user, why, BeforeAndAfter(before, None))

    @property
    def state(self) -> State:
        """Draft, in review, published or withdrawn."""
        if self.live:
            return State.PUBLISHED
        if self.withdrawn_at:
            return State.WITHDRAWN
        return State.IN_REVIEW if self.workflow_in_progress else State.DRAFT

    def as_kind(self) -> Self:
        """The work as its own kind: the Judgment, Instrument, … it is."""
        return self if type(self) is not Work else getattr(self, self.kind)

    def _derive(self) -> None:
        if type(self) is not Work:
            self.kind = self.KIND
            self.dated = self.date_to_cite()
        self.system_id = system_of(self.key)

    def date_to_cite(self) -> str:
        """The day of this kind that a citation gives; each kind says its own."""
        raise NotImplementedError

    def _keep_what_is_live(self, scheduled: Any) -> None:
        """Readers go on reading the live row until the hour of the scheduled revision comes.

        Wagtail hides a live work that has no revision of its own, as a loaded one has none.
        """
        if not self.live or self.live_revision_id:
            return
        kept = type(self).objects.get(pk=self.pk).save_revision(changed=False, clean=False)
        type(kept).objects.filter(pk=kept.pk).update(created_at=self.last_published_at)
        self.live_revision, self.latest_revision = kept, scheduled
        type(self).objects.filter(pk=self.pk).update(live_revision=kept, latest_revision=scheduled)

    def _facts_held(self) -> dict[str, Any]:
        """The facts as readers have them: those of the row, whatever a draft says."""
        return facts_told(type(self).objects.get(pk=self.pk))

    def _record(self, action: str, user: Any, why: str, change: BeforeAndAfter) -> None:
        # Wagtail calls publish and unpublish without a clock, so this is the edge that reads it.
        at = timezone.now()
        journal.append(action=action, subject=self.key, by=user, at=at, why=why, change=change)


def check_key(key: str) -> None:
    """Raise ValidationError on the field ``target_key`` when the text is no key."""
    try:
        parse_key(key)
    except BadKey as error:
        raise ValidationError({"target_key": str(error)}) from error


def _ask_the_gates(work: Any) -> None:
    """Let everything that the settings put before publication look. Raises NotToBePublished."""
    for name in settings.MANUMIT_PUBLISHING_GATES:
        import_string(name)(work)


def _is_for_later(revision: Any) -> bool:
    hour = revision.as_object().go_live_at
    return hour is not None and hour > timezone.now()


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
