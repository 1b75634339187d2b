"""What a judgment decides, in an editor's words, pinned to its passages."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from manumit.library.models.kinds import Judgment
from manumit.library.models.texts import Passage


class Finding(Orderable, ClusterableModel):
    """A proposition drawn from a judgment."""

    judgment = ParentalKey(Judgment, on_delete=models.CASCADE, related_name="findings")
    says = models.TextField()
    weight = models.CharField(
        max_length=8,
        choices=[("ratio", "decided"), ("obiter", "said in passing"), ("dissent", "dissent")],
    )
    fate = models.CharField(
        max_length=10,
        default="good",
        choices=[
            ("good", "good"),
            ("doubted", "doubted"),
            ("varied", "varied"),
            ("overruled", "overruled"),
        ],
    )
    checked_on = models.DateField(null=True, blank=True)
    checked_against = models.CharField(max_length=200, blank=True)

    # The relations by which later judgments took it back, where a selector has told them.
    undone_by: Sequence[Any] = ()

    def __str__(self) -> str:
        return self.says


class Pinpoint(Orderable):
    """A passage of the judgment where a finding stands.

    The passage is never deleted by an import; should it go all the same, the link empties
    rather than break the drafts that hold it.
    """

    finding = ParentalKey(Finding, on_delete=models.CASCADE, related_name="pinpoints")
    passage = models.ForeignKey(
        Passage, null=True, on_delete=models.SET_NULL, related_name="pinned_by"
    )

    def __str__(self) -> str:
        return self.passage.eid if self.passage else "(gone)"

    def clean(self) -> None:
        """Refuse a passage of another judgment: the window that offers them can be led astray."""
        work = self.finding.judgment_id if self.finding_id or self.finding else None
        if self.passage and work and self.passage.work_id != work:
            raise ValidationError({"passage": "This passage belongs to another work."})


class FindingAbout(Orderable):
    """A provision that a finding is about; ``passage`` waits until that work is held."""

    finding = ParentalKey(Finding, on_delete=models.CASCADE, related_name="about")
    target_key = models.CharField(max_length=200, db_index=True)
    eid = models.CharField(max_length=120)
    passage = models.ForeignKey(
        Passage, null=True, blank=True, on_delete=models.SET_NULL, related_name="found_about"
    )

    # What became of the provision since the judgment, where a selector has told it.
    became: Any = None

    def __str__(self) -> str:
        return f"{self.target_key}#{self.eid}"
