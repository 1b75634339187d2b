"""The four kinds of work, each with what only it has."""

from datetime import date
from pathlib import PurePath
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.models import Orderable

from manumit.base.days import bounds
from manumit.library.models.provisions import SpeaksOfProvisions
from manumit.library.models.texts import Passage
from manumit.library.models.works import Kind, Work, check_key
from manumit.reference import is_eid
from manumit.vocab.types import Concept, Forum, System


class Instrument(SpeaksOfProvisions, Work):
    """A treaty, protocol, declaration or guideline of an international body."""

    KIND: ClassVar[Kind] = Kind.INSTRUMENT

    instrument_type = models.CharField(max_length=24)
    binding = models.BooleanField(default=True)
    adopted_on = models.CharField(max_length=10, blank=True)
    adopted_by = models.CharField(max_length=300, blank=True)
    adopted_at = models.CharField(max_length=200, blank=True)
    opened_on = models.CharField(max_length=10, blank=True)
    in_force_on = models.DateField(null=True, blank=True)
    in_force_rule = models.TextField(blank=True)
    joining = models.JSONField(default=dict, blank=True)
    registration = models.JSONField(default=dict, blank=True)
    depositary = models.CharField(max_length=300, blank=True)
    authentic_languages = models.JSONField(default=list, blank=True)

    def date_to_cite(self) -> str:
        """The day of adoption."""
        return self.adopted_on or self.opened_on


class Legislation(SpeaksOfProvisions, Work):
    """An Act, Ordinance, decree or subsidiary legislation of one jurisdiction."""

    KIND: ClassVar[Kind] = Kind.LEGISLATION

    legislation_type = models.CharField(max_length=24)
    number = models.CharField(max_length=100)
    enacted_on = models.CharField(max_length=10, blank=True)
    commenced_on = models.CharField(max_length=10, blank=True)
    repealed_on = models.CharField(max_length=10, blank=True)
    versions = models.JSONField(default=list, blank=True)  # as manumit.records.Version, in order

    class Meta:
        verbose_name_plural = "legislation"

    def date_to_cite(self) -> str:
        """The day of enactment, else of commencement."""
        return self.enacted_on or self.commenced_on


class Proceeding(models.Model):
    """A case on its way through the courts: the chain that its judgments make."""

    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="proceedings")
    code = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["system", "code"], name="library_one_proceeding"),
        ]

    def __str__(self) -> str:
        return f"{self.system_id}/{self.code}"


class Judgment(Work):
    """One decision of one court on one day."""

    KIND: ClassVar[Kind] = Kind.JUDGMENT

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="judgments")
    proceeding = models.ForeignKey(
        Proceeding, null=True, blank=True, on_delete=models.SET_NULL, related_name="judgments"
    )
    neutral_citation = models.CharField(max_length=100, blank=True)
    reports = models.JSONField(default=list, blank=True)
    docket_nos = models.JSONField(default=list, blank=True)
    # A day; a month or a year where no source read says more.
    decided_on = models.CharField(max_length=10)
    final_on = models.CharField(max_length=10, null=True, blank=True)
    panel = models.JSONField(default=list, blank=True)
    authentic_languages = models.JSONField(default=list, blank=True)
    anonymity = models.JSONField(default=dict, blank=True)
    outcome = models.TextField(blank=True)
    outcomes = ParentalManyToManyField(Concept, blank=True, related_name="judgments")
    procedural_history = models.JSONField(default=list, blank=True)
    remedies = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(final_on=None) | models.Q(final_on__gte=models.F("decided_on")),
                name="library_final_after_decided",
                violation_error_message="A judgment cannot be final before it was given.",
            ),
        ]

    def date_to_cite(self) -> str:
        """The day of decision, as exact as it is known."""
        return str(self.decided_on)

    @property
    def law_on(self) -> date:
        """The day as of which it speaks of the law: the last that its date may mean."""
        return bounds(str(self.decided_on))[1]


class ElementTreated(Orderable):
    """An element of trafficking (an act, a means, a purpose) and how the court dealt with it."""

    judgment = ParentalKey(Judgment, on_delete=models.CASCADE, related_name="elements")
    part = models.CharField(
        max_length=8, choices=[("act", "act"), ("means", "means"), ("purpose", "purpose")]
    )
    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(
        max_length=16,
        choices=[
            ("found", "found"),
            ("alleged", "alleged"),
            ("not_found", "not found"),
            ("not_considered", "not considered"),
        ],
    )

    def __str__(self) -> str:
        return f"{self.concept} ({self.basis})"


class AppliedProvision(Orderable):
    """A work, or a passage of it, that the court applied or read with."""

    judgment = ParentalKey(Judgment, on_delete=models.CASCADE, related_name="applied")
    target_key = models.CharField(max_length=200, blank=True, db_index=True)
    eid = models.CharField(max_length=120, blank=True)
    how = models.CharField(
        max_length=16,
        choices=[
            ("binding", "binding on the court"),
            ("interpretive", "used to interpret"),
            ("considered", "considered"),
        ],
    )
    target = models.ForeignKey(
        Work, null=True, blank=True, on_delete=models.SET_NULL, related_name="applied_in"
    )
    passage = models.ForeignKey(
        Passage, null=True, blank=True, on_delete=models.SET_NULL, related_name="applied_in"
    )

    # What became of the provision since the judgment, where a selector has told it.
    became: Any = None

    def __str__(self) -> str:
        return f"{self.target_key}#{self.eid}" if self.eid else self.target_key

    def clean(self) -> None:
        """A work that was chosen brings its key; refuse a key or an address that is none."""
        if self.target and not self.target_key:
            self.target_key = self.target.key
        check_key(self.target_key)
        if self.eid and not is_eid(self.eid):
            raise ValidationError({"eid": "Write a passage such as art_4, sec_129 or para_282."})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Never keep pointing at another passage than the one named."""
        if self.target and self.target.key != self.target_key:
            self.target = self.passage = None
        if self.passage and self.passage.eid != self.eid:
            self.passage = None
        super().save(*args, **kwargs)


class Publication(Work):
    """A report, analysis, guideline, learning tool, news item or website."""

    KIND: ClassVar[Kind] = Kind.PUBLICATION

    publication_type = models.CharField(max_length=24)
    publisher = models.CharField(max_length=200)
    authors = models.JSONField(default=list, blank=True)
    published_on = models.CharField(max_length=10, blank=True)
    release = models.BooleanField(default=False)  # the Centre's own, under Latest releases
    coverage = models.JSONField(default=list, blank=True)  # codes of systems
    law_as_of = models.CharField(max_length=10, blank=True)
    series = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    edition = models.CharField(max_length=200, blank=True)
    press_contact = models.JSONField(default=dict, blank=True)  # as manumit.records.PressContact
    cover = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    cover_name = models.CharField(max_length=100, blank=True, editable=False)
    cover_alt = models.CharField(
        "what the cover shows",
        max_length=500,
        blank=True,
        help_text="In words, for those who do not see it.",
    )

    def shown_cover_name(self) -> str:
        """The name of the cover's file for readers."""
        own = PurePath(self.cover.file.name).name if self.cover else ""
        same_kind = PurePath(self.cover_name).suffix == PurePath(own).suffix
        return self.cover_name if same_kind else own

    def date_to_cite(self) -> str:
        """The day, month or year of publication."""
        return self.published_on


class PublicationFile(Orderable):
    """One file of a publication in one language; the files themselves lie in the editors' library.

    ``name`` is that under which readers save it; empty for the file's own.
    """

    publication = ParentalKey(Publication, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "wagtaildocs.Document", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField(max_length=100, blank=True)
    language = models.CharField(max_length=16)
    title = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.shown_name()

    def shown_name(self) -> str:
        """The name of the file for readers."""
        return self.name or (self.document.filename if self.document else "")
