"""The desk's staff and their keys."""

from django.conf import settings
from django.db import models


class Member(models.Model):
    """Somebody of the desk, with keys of their own; who begins anew becomes another member.

    ``person`` is the name in seals. The public keys here are believed with a certificate only.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    person = models.CharField(max_length=32, unique=True)
    shown_as = models.CharField(max_length=60)
    sealing_key = models.BinaryField()
    signing_key = models.BinaryField()
    on_duty = models.BooleanField(default=False)
    has_code = models.BooleanField(default=False)  # typed the recovery code back
    left_on = models.DateField(null=True)

    class Meta:
        ordering = ["shown_as", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(left_on=None),
                name="desk_member_once_an_account",
            ),
        ]

    def __str__(self) -> str:
        return self.shown_as


class Credential(models.Model):
    """A secret by which a member opens their keys: a verifier, and the keys wrapped."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="credentials")
    kind = models.CharField(max_length=10)
    verifier = models.BinaryField()
    wrapped = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "kind"], name="desk_credential_once_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.member}"


class Certificate(models.Model):
    """The offline desk key's word for a member's keys; ``roles`` are sorted, with commas between."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="certificates")
    roles = models.CharField(max_length=60)
    first_day = models.DateField()
    last_day = models.DateField()
    signature = models.BinaryField(unique=True)

    class Meta:
        ordering = ["-last_day", "-pk"]

    def __str__(self) -> str:
        return f"{self.member}: {self.roles} until {self.last_day}"


class Conflict(models.Model):
    """A name whose cases a member must not read, under an epoch key."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="conflicts")
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"a conflict of {self.member}"
