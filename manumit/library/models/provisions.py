"""What the record of a law says of its provisions, and how a draft holds it.

On the shelves it stands on the passages themselves (``docs/adr/0002``), which belong to no revision.
A draft says it in the words of the record instead, until it is published.
"""

from typing import Any, Self

from django.db import models

from manumit.reference import natural_key

Provisions = list[dict[str, Any]]  # as manumit.records.Provision, without what is left out


class SpeaksOfProvisions(models.Model):
    """Gists, headings, penalties and topics of provisions, in drafts and on the shelves."""

    _drafted: Provisions | None = None
    passages: Any

    class Meta:
        abstract = True

    @property
    def provisions(self) -> Provisions:
        """Those of the draft in hand; else those on the shelves."""
        return self._on_the_shelves() if self._drafted is None else self._drafted

    @provisions.setter
    def provisions(self, said: Provisions) -> None:
        self._drafted = said

    def drafted_provisions(self) -> Provisions | None:
        """What a draft says; None for a record as it stands, and for drafts of before they said it."""
        return self._drafted

    def serializable_data(self) -> dict[str, Any]:
        """What a revision keeps: the fields, and the provisions."""
        return {**super().serializable_data(), "provisions": self.provisions}  # type: ignore[misc]  # Work's, which stands beside

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], **checks: Any) -> Self | None:
        """The record that a revision keeps, with its provisions."""
        record: Self | None = super().from_serializable_data(data, **checks)  # type: ignore[misc]  # Work's, which stands beside
        if record is not None and "provisions" in data:
            record.provisions = data["provisions"]
        return record

    def _on_the_shelves(self) -> Provisions:
        noted = self.passages.filter(noted=True).prefetch_related("topics") if self.pk else []
        said = [_provision(passage) for passage in noted]
        return sorted(said, key=lambda one: (natural_key(one["at"]), one["at"]))


def _provision(passage: Any) -> dict[str, Any]:
    more = {
        "heading": passage.heading,
        "penalty": passage.penalty,
        "topics": sorted(concept.code for concept in passage.topics.all()),
    }
    said = {name: value for name, value in more.items() if value}
    return {"at": passage.eid, "gist": passage.gist, **said}
