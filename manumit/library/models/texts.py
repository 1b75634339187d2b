"""Texts, Passages, and the wording that a text gives to a passage.

A Passage is an address inside a Work and outlives any one text: the same section in English and
Chinese, before and after an amendment, is one Passage. What a Text says there is its Wording.
A Passage without any wording may still carry the gist of an editor (``docs/adr/0002``).

Plain Django on purpose: imports update these rows in place and never delete them.
"""

from typing import Any, ClassVar

from django.db import models

from manumit.library.models.works import Work
from manumit.library.querysets import PassageQuerySet, TextQuerySet
from manumit.reference import label_of
from manumit.vocab.types import Concept


class Passage(models.Model):
    """The smallest piece that can be cited: ``key#eid``."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="passages")
    eid = models.CharField(max_length=120)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children"
    )
    heading = models.CharField(max_length=500, blank=True)
    gist = models.TextField(blank=True)
    penalty = models.CharField(max_length=500, blank=True)
    topics = models.ManyToManyField(Concept, blank=True, related_name="passages")
    noted = models.BooleanField(default=False)  # the work's record speaks of it
    position = models.PositiveIntegerField(default=0)  # reading order within the work
    retired_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = PassageQuerySet.as_manager()

    class Meta:
        ordering = ["work", "position", "eid"]
        constraints = [
            models.UniqueConstraint(fields=["work", "eid"], name="library_one_passage_an_eid"),
        ]

    def __str__(self) -> str:
        return f"{self.work.title}, {self.label()}"

    def label(self, language: str = "en") -> str:
        """How a reader writes it: ``Section 129(1)``."""
        return label_of(self.eid, language)

    @property
    def address(self) -> str:
        """Its one name: ``hk/law/cap-200#sec_129``."""
        return f"{self.work.key}#{self.eid}"


class Text(models.Model):
    """What a work says in one language over one period."""

    class Authority(models.TextChoices):
        AUTHENTIC = "authentic", "authentic text"
        OFFICIAL = "official-translation", "official translation"
        UNOFFICIAL = "unofficial", "unofficial text"

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=16)
    valid_from = models.DateField(null=True, blank=True)  # empty: as far back as is known
    valid_to = models.DateField(null=True, blank=True)  # the last day; empty: still holds
    authority = models.CharField(max_length=20, choices=Authority)
    title = models.CharField(max_length=500, blank=True)
    official_url = models.URLField(max_length=500, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    format = models.CharField(max_length=24)
    digest = models.CharField(max_length=64)  # SHA-256 of the parsed content
    notes = models.JSONField(default=list, blank=True)  # what a human should look at
    imported_at = models.DateTimeField()
    # When its citations were read; empty: not yet, or a work has arrived that puts one in doubt.
    linked_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[Any] = TextQuerySet.as_manager()

    class Meta:
        ordering = ["work", "language", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_from=None)
                | models.Q(valid_to=None)
                | models.Q(valid_from__lte=models.F("valid_to")),
                name="library_text_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    authority__in=["authentic", "official-translation", "unofficial"]
                ),
                name="library_text_known_authority",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.work.key} ({self.language}, from {self.valid_from or 'the beginning'})"


class Wording(models.Model):
    """What one text says at one passage, sanitised HTML and the plain words of it.

    Elements inside ``html`` carry the eids of the addresses below this passage as their ids.
    """

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="wordings")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="wordings")
    kind = models.CharField(max_length=24)
    number = models.CharField(max_length=60, blank=True)  # as printed
    heading = models.CharField(max_length=500, blank=True)
    html = models.TextField(blank=True)
    plain = models.TextField(blank=True)
    status = models.CharField(max_length=24, blank=True)
    since = models.DateField(null=True, blank=True)
    # The publisher's name of the provision through all versions, where it has one.
    lasting_id = models.CharField(max_length=200, blank=True)
    position = models.PositiveIntegerField()  # order within the text

    class Meta:
        ordering = ["text", "position"]
        constraints = [
            models.UniqueConstraint(fields=["text", "passage"], name="library_one_wording"),
        ]

    def __str__(self) -> str:
        return f"{self.passage} ({self.text.language})"
