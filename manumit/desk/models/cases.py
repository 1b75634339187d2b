"""Consultations: sealed bytes, and of what they hold no more than a day, a state and a length."""

from django.db import models

from manumit.desk.models.people import Member


class State(models.TextChoices):
    """How far a consultation is."""

    NEW = "new"
    IN_HAND = "in hand"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Consultation(models.Model):
    """One asker's case. Who asked is known to nobody but by the receipt."""

    case = models.CharField(max_length=32, unique=True)
    locator = models.BinaryField(unique=True)
    verifier = models.BinaryField()
    wrapped = models.BinaryField()
    # Of the form that sent it, so that a form sent twice is one case.
    submission = models.BinaryField(unique=True)
    receipt_typed = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    received_on = models.DateField()
    moved_on = models.DateField()
    answer_by = models.DateField(null=True)

    class Meta:
        ordering = ["received_on", "pk"]

    def __str__(self) -> str:
        return f"a consultation of {self.received_on}"

    @property
    def asker(self) -> str:
        """The asker's name in seals."""
        return f"asker {self.case}"

    @property
    def is_open(self) -> bool:
        """Whether anything can still be written."""
        return self.state not in {State.WITHDRAWN, State.CLOSED}


class Exclusion(models.Model):
    """Who must not read a consultation, and by whose word."""

    class Why(models.TextChoices):
        """By whose word."""

        ASKER = "the asker's wish"
        REGISTER = "the register of conflicts"
        DECLARED = "declared"

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="exclusions"
    )
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=30, choices=Why)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "member"], name="desk_exclusion_once_a_member"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.why}"


class Vault(models.Model):
    """A generation of one of a consultation's two keys. ``is_stale``: somebody left who had it."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="vaults")
    purpose = models.CharField(max_length=10)
    generation = models.PositiveIntegerField(default=1)
    address = models.BinaryField()
    introduction = models.BinaryField(null=True)  # of the asker; content only
    earlier = models.BinaryField(null=True)
    is_stale = models.BooleanField(default=False)

    class Meta:
        ordering = ["generation"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "purpose", "generation"], name="desk_vault_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.generation}"


class Grant(models.Model):
    """The newest key of a consultation, sealed to one person; without a member, to the asker."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="grants")
    purpose = models.CharField(max_length=10)
    person = models.CharField(max_length=40)
    member = models.ForeignKey(Member, null=True, on_delete=models.CASCADE, related_name="grants")
    generation = models.PositiveIntegerField(default=1)
    sealed = models.BinaryField()
    # What its holder is to the case; kept when the key is changed.
    is_assigned = models.BooleanField(default=False)
    cleared_on = models.DateField(null=True)  # said to have no conflict
    is_news = models.BooleanField(default=True)
    is_told = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "purpose", "person"], name="desk_grant_once_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} to {self.member or 'the asker'}"


class Record(models.Model):
    """Something that was written, sealed to its place."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="records")
    purpose = models.CharField(max_length=10)
    generation = models.PositiveIntegerField()
    name = models.CharField(max_length=32, unique=True)
    kind = models.CharField(max_length=10)
    sequence = models.PositiveIntegerField()
    author = models.CharField(max_length=40)
    sealed = models.BinaryField()
    written_on = models.DateField()
    about = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "sequence"], name="desk_record_once_a_place"
            ),
            # One answer goes out for a draft, whoever is faster.
            models.UniqueConstraint(
                fields=["about"],
                condition=models.Q(kind="release"),
                name="desk_record_one_release_a_draft",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.sequence}"


class File(models.Model):
    """A sealed file in the desk's folder, under ``name``; what it was called is in its record."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=32, unique=True)
    generation = models.PositiveIntegerField()

    def __str__(self) -> str:
        return "a sealed file"


class Approval(models.Model):
    """A custodian lets a handler see the names until a moment; the reason is sealed."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="approvals"
    )
    generation = models.PositiveIntegerField()
    handler = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    custodian = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()
    sealed = models.BinaryField()

    class Meta:
        ordering = ["-until"]

    def __str__(self) -> str:
        return f"{self.handler} until {self.until}"
