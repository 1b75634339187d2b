"""Jurisdictions, forums and concepts as rows, so that works can point at them.

The facts are those of ``manumit.reference``, with what was accepted here of changes to concepts
(``docs/adr/0030``). Rows are never deleted: what the reference no longer names is retired.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit import reference
from manumit.base.naming import in_language
from manumit.base.places import court_name, place_name
from manumit.base.reader import Name, name_for_reader


class System(models.Model):
    """A jurisdiction or an international system: the first part of a work's key."""

    code = models.CharField(max_length=8, primary_key=True)
    names = models.JSONField()  # language -> name
    kind = models.CharField(
        max_length=16, choices=[("jurisdiction", "jurisdiction"), ("system", "system")]
    )
    part_of = models.CharField(max_length=8, blank=True)
    languages = models.JSONField(default=list)
    timezone = models.CharField(max_length=40, blank=True)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> Name:
        """The name for the reader of the page."""
        return (
            place_name(self.code)
            if self.code in reference.systems()
            else name_for_reader(self.names, self.code)
        )

    def name(self, language: str = "en") -> str:
        """The system's name in the language, else in English."""
        return in_language(self.names, language, self.code)


class Forum(models.Model):
    """A court or body that decides."""

    code = models.CharField(max_length=32, primary_key=True)
    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="forums")
    names = models.JSONField()
    level = models.CharField(max_length=24, blank=True)
    forum_type = models.CharField(max_length=32, blank=True)
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    position = models.PositiveIntegerField(default=0)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["system", "position", "code"]
        verbose_name_plural = "forums"

    def __str__(self) -> Name:
        """The name with its jurisdiction, for the reader of the page."""
        return court_name(self.code)

    def name(self, language: str = "en") -> str:
        """The forum's name in the language, else in English."""
        return in_language(self.names, language, self.code)


class Concept(models.Model):
    """A term of one scheme: a topic, an act, a means, an indicator, a practice area."""

    scheme = models.CharField(max_length=32)
    code = models.CharField(max_length=64)
    broader = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="narrower"
    )
    definition = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["scheme", "position", "code"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code"], name="vocab_one_concept_a_code"),
        ]

    def __str__(self) -> Name:
        """The name for the reader of the page."""
        return name_for_reader(self._preferred(), self.code)

    def name(self, language: str = "en") -> str:
        """The preferred label in the language, else in English."""
        return in_language(self._preferred(), language, self.code)

    def _preferred(self) -> dict[str, str]:
        labels = [one for one in self.labels.all() if one.kind == "pref" and not one.instrument]
        return {label.language: label.text for label in labels}


class Label(models.Model):
    """How a language, and at times one instrument in that language, calls a concept."""

    LONGEST: ClassVar[int] = 200

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="labels")
    language = models.CharField(max_length=16)
    text = models.CharField(max_length=LONGEST)
    kind = models.CharField(max_length=4, choices=[("pref", "preferred"), ("alt", "alternative")])
    instrument = models.CharField(max_length=200, blank=True)  # the key of the work that says so
    confirmed = models.BooleanField(default=True)

    class Meta:
        ordering = ["concept", "language", "kind", "text"]
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "language", "text", "kind", "instrument"],
                name="vocab_one_label_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} ({self.language})"


class Proposal(models.Model):
    """What somebody proposed of the vocabularies, and what a second person said to it."""

    class Stands(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting", "waits for a second person"
        ACCEPTED = "accepted", "accepted"
        DECLINED = "declined", "declined"
        REPLACED = "replaced", "accepted, and replaced since"
        IN_FILES = "in_files", "accepted, and in the files by now"

    source = models.CharField(max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    stands = models.CharField(max_length=8, choices=Stands, default=Stands.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True


class Change(Proposal):
    """A change to a concept: one statement of what it is to say."""

    class What(models.TextChoices):
        """What is changed of the concept; ``text`` says what it is to be."""

        NAME = "name", "its name in a language"
        ALSO = "also", "another name in a language"
        DROP = "drop", "a name that is wrong, to be dropped"
        WORD = "word", "the word that one law or instrument uses"
        DEFINITION = "definition", "its definition, in English"
        BROADER = "broader", "the concept it stands below"

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(max_length=12, choices=What)
    language = models.CharField(max_length=16, blank=True)
    text = models.CharField(max_length=1000, blank=True)
    instrument = models.CharField(max_length=200, blank=True)  # the key of the work that says so

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("by")), name="vocab_a_second_person_decides"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.text}"


class NewConcept(Proposal):
    """A concept that the vocabularies lack; accepted, each thing it says is a ``Change`` of its own."""

    scheme = models.CharField(max_length=32)
    code = models.CharField(max_length=64)
    names = models.JSONField()  # language -> name
    definition = models.CharField(max_length=1000)
    broader = models.CharField(max_length=64, blank=True)  # the code of a concept of the scheme

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("by")),
                name="vocab_a_second_person_decides_on_concepts",
            ),
            models.UniqueConstraint(
                fields=["scheme", "code"],
                condition=~models.Q(stands="declined"),
                name="vocab_one_new_concept_a_code",
            ),
        ]

    def __str__(self) -> str:
        return str(self.names["en"])
