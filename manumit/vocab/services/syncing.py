"""Bringing the rows into line with the reference files."""

from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from manumit import reference
from manumit.vocab.models import Concept, Forum, Label, Proposal, System
from manumit.vocab.services.filing import file_when_kept
from manumit.vocab.services.standing import standing


@dataclass(frozen=True, slots=True)
class SyncReport:
    """How many rows stand after a sync."""

    systems: int
    forums: int
    concepts: int


@transaction.atomic
def sync_reference() -> SyncReport:
    """Make jurisdictions, forums and concepts say what the shipped files say.

    What was accepted here of concepts stays, until the files say it too; from then on they may say
    otherwise. Doing it again changes nothing. What nobody names any longer is retired, never
    deleted: works point at it.
    """
    _sync_systems()
    _sync_forums()
    stands = standing()
    for proposal in stands.in_files:
        proposal.stands = Proposal.Stands.IN_FILES
        proposal.save(update_fields=["stands"])
    for scheme in stands.schemes.values():
        sync_scheme(scheme)
    file_when_kept()
    return SyncReport(
        systems=System.objects.filter(retired=False).count(),
        forums=Forum.objects.filter(retired=False).count(),
        concepts=Concept.objects.filter(retired=False).count(),
    )


def _sync_systems() -> None:
    for code, given in reference.systems().items():
        values = {
            "names": dict(given.names),
            "kind": given.kind,
            "part_of": given.part_of or "",
            "languages": list(given.languages),
            "timezone": given.timezone,
            "retired": False,
        }
        System.objects.update_or_create(code=code, defaults=values)
    _retire(System.objects.exclude(code__in=reference.systems()))


def _sync_forums() -> None:
    for code, given in reference.forums().items():
        values = {
            "system_id": given.system,
            "names": dict(given.names),
            "level": given.level,
            "forum_type": given.type,
            "since": str(given.since or ""),
            "until": str(given.until or ""),
            "position": given.order,
            "retired": False,
        }
        Forum.objects.update_or_create(code=code, defaults=values)
    _retire(Forum.objects.exclude(code__in=reference.forums()))


def lock_scheme(scheme: str) -> None:
    """Whoever else would change rows of this vocabulary waits until this transaction is over."""
    list(Concept.objects.select_for_update().filter(scheme=scheme).values_list("pk"))


def sync_scheme(scheme: reference.Scheme) -> None:
    """Make the rows of one vocabulary say what it says."""
    rows: dict[str, Concept] = {}
    for position, given in enumerate(scheme.concepts):
        values = {"definition": given.definition, "position": position, "retired": False}
        rows[given.code], _ = Concept.objects.update_or_create(
            scheme=scheme.code, code=given.code, defaults=values
        )
    for given in scheme.concepts:
        # A concept may stand below several; the first is where the tree shows it.
        _point(rows[given.code], rows[given.broader[0]] if given.broader else None)
        _sync_labels(rows[given.code], given)
    _retire(Concept.objects.filter(scheme=scheme.code).exclude(code__in=rows))


def _point(concept: Concept, broader: Concept | None) -> None:
    if concept.broader_id != (broader.pk if broader else None):
        concept.broader = broader
        concept.save(update_fields=["broader"])


def _sync_labels(row: Concept, given: reference.Concept) -> None:
    held = {_identity(label): label for label in row.labels.all()}
    wanted = {
        (label.language, label.text, label.kind, label.source): label for label in given.labels
    }
    Label.objects.bulk_create(
        Label(
            concept=row,
            language=label.language,
            text=label.text,
            kind=label.kind,
            instrument=label.source,
            confirmed=label.confirmed,
        )
        for identity, label in wanted.items()
        if identity not in held
    )
    for identity, label in held.items():
        if identity not in wanted:
            label.delete()
        elif label.confirmed != wanted[identity].confirmed:
            label.confirmed = wanted[identity].confirmed
            label.save(update_fields=["confirmed"])


def _identity(label: Label) -> tuple[str, str, str, str]:
    return label.language, label.text, label.kind, label.instrument


def _retire(rows: models.QuerySet[Any]) -> None:
    rows.update(retired=True)
