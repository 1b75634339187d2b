"""New concepts: proposed by one person, decided by another."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from manumit import reference
from manumit.vocab.errors import BadChange
from manumit.vocab.models import Change, Concept, Label, NewConcept, Proposal
from manumit.vocab.services.deciding import decided
from manumit.vocab.services.filing import file_when_kept
from manumit.vocab.services.standing import rivals, standing
from manumit.vocab.services.syncing import lock_scheme, sync_scheme
from manumit.vocab.services.telling import tell

_LONGEST_CODE = 64


@transaction.atomic
def propose_concept(
    *,
    scheme: str,
    code: str,
    names: Mapping[str, str],
    definition: str,
    source: str,
    by: Any,
    at: datetime,
    broader: str = "",
) -> NewConcept:
    """Keep a new concept for a second person to look at; ``names`` are by language, one of them English.

    Raises BadChange for one that cannot be.
    """
    told = {language: " ".join(name.split()) for language, name in names.items()}
    new = NewConcept(
        scheme=scheme,
        code=code.strip(),
        names={language: name for language, name in told.items() if name},
        definition=" ".join(definition.split()),
        broader=broader,
        source=" ".join(source.split()),
        by=by,
        at=at,
    )
    _check(new)
    new.save()
    return new


@transaction.atomic
def decide_concept(*, pk: int, accept: bool, answer: str, by: Any, at: datetime) -> NewConcept:
    """Accept a new concept, which can be used at once, or decline it with an answer.

    Raises NotDecided where it cannot be decided so; BadChange where the vocabulary has changed
    under it.
    """
    new = decided(NewConcept.objects.all(), pk=pk, accept=accept, answer=answer, by=by, at=at)
    if accept:
        lock_scheme(new.scheme)
        _check(new)
        _add(new, by, at)
    new.save()
    if accept:
        sync_scheme(standing().schemes[new.scheme])
        tell(new.scheme, new.code, proposal=new, before={}, by=by, at=at)
        file_when_kept()
    return new


def _add(new: NewConcept, by: Any, at: datetime) -> None:
    """The concept with each thing it says as a change of its own, accepted with it.

    So each of them ends when the files say it, and is given out, like a change to any concept.
    """
    concept = Concept.objects.create(scheme=new.scheme, code=new.code)
    said = [(Change.What.NAME, language, name) for language, name in new.names.items()]
    said.append((Change.What.DEFINITION, "", new.definition))
    if new.broader:
        said.append((Change.What.BROADER, "", new.broader))
    Change.objects.bulk_create(
        Change(
            concept=concept,
            what=what,
            language=language,
            text=text,
            source=new.source,
            by=new.by,
            at=new.at,
            stands=Proposal.Stands.ACCEPTED,
            decided_by=by,
            decided_at=at,
        )
        for what, language, text in said
    )


def _check(new: NewConcept) -> None:
    if new.scheme not in reference.shipped_schemes():
        raise BadChange("scheme", "There is no such vocabulary.")
    _check_code(new)
    _check_names(new)
    if not new.definition:
        raise BadChange("definition", "Say in one sentence what it means.")
    if not new.source:
        raise BadChange("source", "Say where it stands, or who knows it.")
    above = Concept.objects.filter(scheme=new.scheme, code=new.broader, retired=False)
    if new.broader and not above.exists():
        raise BadChange("broader", "This vocabulary has no such concept.")


def _check_code(new: NewConcept) -> None:
    if not reference.is_code(new.code) or len(new.code) > _LONGEST_CODE:
        raise BadChange(
            "code", "Small letters of English and digits, with hyphens: forced-begging."
        )
    # A code that was given up still stands in records: it never comes to mean something else.
    same = Concept.objects.filter(scheme__in=[new.scheme, *rivals(new.scheme)], code=new.code)
    if same.exists():
        raise BadChange("code", "There is, or was, a concept with this code.")
    waiting = NewConcept.objects.filter(code=new.code, stands=Proposal.Stands.WAITING)
    if waiting.filter(scheme__in=[new.scheme, *rivals(new.scheme)]).exclude(pk=new.pk).exists():
        raise BadChange("code", "A concept with this code waits for a second person already.")


def _check_names(new: NewConcept) -> None:
    if "en" not in new.names:
        raise BadChange("en", "Every concept has a name in English.")
    for language, name in new.names.items():
        if len(name) > Label.LONGEST:
            raise BadChange(language, f"A name has at most {Label.LONGEST} letters.")
        same = Label.objects.filter(
            language=language, kind="pref", instrument="", text__iexact=name
        )
        held = same.filter(concept__scheme=new.scheme, concept__retired=False).first()
        if held:
            raise BadChange(language, f"This is what {held.concept.code} is called.")
