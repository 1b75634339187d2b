"""What is drafted, reviewed and put before readers, whatever it is: Wagtail's mixins and the journal.

``docs/adr/0003`` says what was tried.
"""

import re
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from manumit.journal import services as journal
from manumit.journal.types import BeforeAndAfter
from manumit.library.models.telling import facts_told
from manumit.reference import BadKey, parse_key, system_codes, system_of

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


class State(models.TextChoices):
    """Where a record stands on its way to readers; computed from Wagtail's draft and workflow."""

    DRAFT = "draft", "draft"
    IN_REVIEW = "in_review", "in review"
    PUBLISHED = "published", "published"
    WITHDRAWN = "withdrawn", "withdrawn"


class Reviewed(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, ClusterableModel):
    """A record with a ``key`` that editors draft and a second person puts before readers."""

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

    first_published_at: Any  # Wagtail's own, which has no types

    class Meta:
        abstract = True

    @classmethod
    def permission_to(cls, act: str) -> str:
        """The permission that somebody needs for an act on such a record: view, change, unlock …"""
        return f"{cls._meta.app_label}.{act}_{cls._meta.model_name}"

    @classmethod
    def beginnings_of_keys(cls) -> Collection[str]:
        """What the first part of a key may be: the codes of jurisdictions and bodies."""
        return system_codes()

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
        if system_of(self.key) not in self.beginnings_of_keys():
            raise ValidationError({"key": "The first part is the code of no jurisdiction or body."})
        if not _LANGUAGE.fullmatch(self.language):
            raise ValidationError({"language": "Write a language tag such as en, zh-Hant or th."})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Settle what is derived, then save."""
        self._derive()
        super().save(*args, **kwargs)

    def with_content_json(self, content: Any) -> Any:
        """A revision's content as a record, with what belongs to no revision as it stands now."""
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
            published = revision.as_object()
            _do_what_follows(published)
            change = BeforeAndAfter(before, self._facts_held())
            self._record("published", user, published.why, change)
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
    def was_seen(self) -> bool:
        """Whether readers see it or ever saw it: then its address says what became of it, for good."""
        return bool(self.live or self.first_published_at or self.withdrawn_at)

    def stand_as(self, status: str, *, digest: str, at: datetime) -> None:
        """Stand where a collection file of this digest says, from this moment; nothing is saved yet."""
        self.live = status == State.PUBLISHED
        self.withdrawn_at = at if status == State.WITHDRAWN else None
        # Nothing waits beside the row: an editor's later draft is told from what was loaded by this.
        self.has_unpublished_changes = False
        self.loaded_digest = digest
        if self.live:
            self.first_published_at = self.first_published_at or at
            self.last_published_at = at

    @property
    def state(self) -> State:
        """Draft, in review, published or withdrawn."""
        if self.live:
            return State.PUBLISHED
        if self.withdrawn_at:
            return State.WITHDRAWN
        return State.IN_REVIEW if self.workflow_in_progress else State.DRAFT

    def _derive(self) -> None:
        """What follows from the rest: the system that the key begins with."""
        self.system_id = system_of(self.key)

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


def _ask_the_gates(work: Any) -> None:
    """Let everything that the settings put before publication look. Raises NotToBePublished."""
    for name in settings.MANUMIT_PUBLISHING_GATES:
        import_string(name)(work)


def _do_what_follows(record: Any) -> None:
    """Let everything that the settings put after publication be done with what was published."""
    for name in settings.MANUMIT_AFTER_PUBLISHING:
        # Wagtail publishes without a clock, so this is the edge that reads it.
        import_string(name)(record=record, at=timezone.now())


def _is_for_later(revision: Any) -> bool:
    hour = revision.as_object().go_live_at
    return hour is not None and hour > timezone.now()
