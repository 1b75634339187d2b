"""Where the text of one work cites another.

A citation is an occurrence: some characters of one wording. What it cites may not be on the
shelves yet; then it stays open, with the key, the case or the number that it names
(``docs/adr/0009``). Plain Django: a text that is read again has these rows written anew.
"""

from datetime import date
from typing import Any, ClassVar

from django.db import models

from manumit.library.models.texts import Passage, Wording
from manumit.library.models.works import Kind, Work
from manumit.library.querysets import CitationQuerySet


class Citation(models.Model):
    """One citation in a wording: characters ``start`` to ``end`` of its plain words."""

    class State(models.TextChoices):
        FOUND = "found", "found by the program"
        CORRECTED = "corrected", "corrected by hand"
        REJECTED = "rejected", "rejected by hand"

    # Whose citation it is: the work of the wording's text, kept here to be asked for quickly.
    work = models.ForeignKey(
        Work, on_delete=models.CASCADE, related_name="citations", db_index=False
    )
    wording = models.ForeignKey(
        Wording, on_delete=models.CASCADE, related_name="citations", db_index=False
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()  # what stands there
    kind = models.CharField(max_length=16, choices=Kind)
    cite = models.CharField(max_length=500)  # in its normal form
    case_name = models.TextField(blank=True)  # of a case, where the text names it by its parties
    how = models.CharField(max_length=8)  # known by number, name or a short form
    target_key = models.CharField(max_length=200, blank=True)  # empty where nothing decides
    stem = models.CharField(max_length=200, blank=True)  # the case, where no decision is named
    candidates = models.JSONField(default=list, blank=True)  # keys between which nothing decides
    target = models.ForeignKey(
        Work,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="cited_by",
        db_index=False,
    )
    state = models.CharField(max_length=10, choices=State, default=State.FOUND)

    # The day whose law is cited, and what became of it since, where a selector has told them.
    on: date | None = None
    became: Any = None

    objects: ClassVar[Any] = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["wording", "start"]
        constraints = [
            models.UniqueConstraint(
                fields=["wording", "start", "end"], name="library_one_citation_a_place"
            ),
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")),
                name="library_citation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["found", "corrected", "rejected"]),
                name="library_citation_known_state",
            ),
        ]
        # The foreign keys need no indexes of their own: each begins one of these or a constraint.
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["target", "work"], name="library_citation_cited_by"),
            models.Index(fields=["work", "target"], name="library_citation_cites"),
            models.Index(fields=["target_key"], name="library_citation_key"),
            models.Index(fields=["stem"], name="library_citation_stem"),
            models.Index(fields=["cite"], name="library_citation_cite"),
        ]

    def __str__(self) -> str:
        return self.words


class CitationPin(models.Model):
    """A passage that a citation points at: the address as it is cited, and what is held of it."""

    citation = models.ForeignKey(
        Citation, on_delete=models.CASCADE, related_name="pins", db_index=False
    )
    eid = models.CharField(max_length=120)
    # The passage with that eid, or the nearest one above it that the work has.
    passage = models.ForeignKey(
        Passage, null=True, blank=True, on_delete=models.SET_NULL, related_name="cited_by"
    )

    class Meta:
        ordering = ["citation", "id"]
        constraints = [
            models.UniqueConstraint(fields=["citation", "eid"], name="library_one_citation_pin"),
        ]

    def __str__(self) -> str:
        return self.eid
