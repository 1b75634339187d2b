"""Sessions, the desk's own log, and paragraphs to begin an answer with."""

from django.db import models

from manumit.desk.models.cases import Consultation
from manumit.desk.models.people import Member


class Session(models.Model):
    """Somebody's keys, locked: the key to them is in a cookie only, and so is the row's own name.

    ``account_session`` binds a member's to the browser in which they are signed in.
    """

    name_hash = models.BinaryField(unique=True)
    member = models.ForeignKey(Member, null=True, on_delete=models.CASCADE, related_name="+")
    consultation = models.ForeignKey(
        Consultation, null=True, on_delete=models.CASCADE, related_name="+"
    )
    account_session = models.BinaryField()
    locked = models.BinaryField()
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    proved_at = models.DateTimeField(null=True)  # when a member gave their password

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="desk_session_of_one",
                condition=models.Q(member=None) ^ models.Q(consultation=None),
            ),
        ]

    def __str__(self) -> str:
        return "a session"


class Event(models.Model):
    """The desk's own log: a day, what was done and which member did it; never in which case."""

    class Act(models.TextChoices):
        """What can be done."""

        ENROLLED = "enrolled"
        RECOVERED = "used a recovery code"
        REMOVED = "left the desk"
        APPROVED = "let somebody see names"
        SAW_NAMES = "saw names"
        REFUSED = "a seal was broken"
        UNCERTIFIED = "a key without certificate"
        PURGED = "purged a case"
        GAVE_WORD = "gave a door word"
        TOOK_WORD = "took a door word back"

    on = models.DateField()
    act = models.CharField(max_length=30, choices=Act)
    member = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.on}: {self.act}"


class Paragraph(models.Model):
    """A paragraph that fits many answers. It is not sealed: nothing of a case belongs in it."""

    title = models.CharField(max_length=80, unique=True)
    text = models.TextField()
    is_retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["is_retired", "title"]

    def __str__(self) -> str:
        return self.title
