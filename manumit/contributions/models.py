"""What was forwarded. What people tell is sealed in the database; what reviewers count is not."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from manumit.base.sealing import SealedBytesField, SealedTextField


class What(models.TextChoices):
    """What is forwarded."""

    CASE = "case", "a case"
    REPORT = "report", "a report"
    LINK = "link", "a link"
    CORRECTION = "correction", "a correction"
    TAKEDOWN = "takedown", "a request to take something down"


class Rights(models.TextChoices):
    """Whether the Centre may publish what is forwarded."""

    PUBLIC = "public", "an official text that anyone may publish"
    MINE = "mine", "mine, and the Centre may publish it"
    ALLOWED = "allowed", "its owner allows it"
    UNKNOWN = "unknown", "not known: cite it, do not publish the file"


class Anonymous(models.TextChoices):
    """Whether persons in it must stay anonymous."""

    YES = "yes", "yes"
    NO = "no", "no"
    UNKNOWN = "unknown", "not known"


class Stands(models.TextChoices):
    """Where a contribution stands."""

    BEGUN = "begun", "not sent yet"
    RECEIVED = "received", "waiting for a reviewer"
    ASKED = "asked", "waiting for an answer"
    ACCEPTED = "accepted", "accepted"
    DECLINED = "declined", "declined"
    WITHDRAWN = "withdrawn", "taken back"


WAITING = (Stands.RECEIVED, Stands.ASKED)


class Contribution(models.Model):
    """One thing that somebody forwarded.

    ``about`` is the key or passage whose page it was forwarded from. ``credit`` is the name under
    which the contributor wants to be thanked, empty for none. ``key`` is the work it became, or the
    work that was taken down. What was taken back or declined keeps no words (``empty``).
    """

    receipt = models.CharField(max_length=64, unique=True, editable=False)  # its SHA-256
    what = models.CharField(max_length=12, choices=What)
    stands = models.CharField(max_length=12, choices=Stands, default=Stands.BEGUN)
    about = models.CharField(max_length=400, blank=True)
    citation = SealedTextField()
    address = SealedTextField()
    text = SealedTextField()
    rights = models.CharField(max_length=12, choices=Rights, default=Rights.UNKNOWN)
    anonymous = models.CharField(max_length=12, choices=Anonymous, default=Anonymous.UNKNOWN)
    email = SealedTextField()
    credit = SealedTextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    begun_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = SealedTextField()
    key = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        ordering = ["received_at", "pk"]
        indexes = [models.Index(fields=["stands", "begun_at"], name="contributions_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stands__in=Stands), name="contributions_known_state"
            ),
            models.CheckConstraint(
                condition=models.Q(stands=Stands.BEGUN) | ~models.Q(received_at=None),
                name="contributions_sent_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} of {self.begun_at:%Y-%m-%d}"

    @property
    def waits(self) -> bool:
        """Whether nobody has decided on it."""
        return self.stands in WAITING

    def empty(self) -> None:
        """Keep that it came and what became of it, and nothing that anyone told."""
        self.citation = self.address = self.text = self.email = self.credit = ""
        Attachment.objects.filter(contribution=self).delete()
        Message.objects.filter(contribution=self).delete()


class Attachment(models.Model):
    """The file of a contribution, cleaned. The name it came under is not kept."""

    contribution = models.OneToOneField(
        Contribution, on_delete=models.CASCADE, related_name="attachment"
    )
    kind = models.CharField(max_length=8)  # pdf, docx, jpeg, png, txt
    size = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64, db_index=True)  # keyed, of the file as it came
    data = SealedBytesField()
    removed = models.JSONField(default=list)  # kinds of things that were taken out

    objects: ClassVar[Any] = models.Manager()

    def __str__(self) -> str:
        return f"forwarded.{self.kind}"


class Message(models.Model):
    """A question of a reviewer or an answer of the contributor."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, related_name="messages"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_question = models.BooleanField()
    text = SealedTextField()
    at = models.DateTimeField()

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{'question' if self.is_question else 'answer'} of {self.at:%Y-%m-%d}"


class Clearance(models.Model):
    """Somebody looked at what might tell who a person is, and answers for publishing it.

    ``digest`` is of the passages that were shown: other words ask for another look.
    """

    key = models.CharField(max_length=200, db_index=True)
    digest = models.CharField(max_length=64)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    objects: ClassVar[Any] = models.Manager()

    def __str__(self) -> str:
        return f"{self.key} on {self.at:%Y-%m-%d}"
