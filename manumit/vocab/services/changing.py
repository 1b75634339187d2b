"""Changes to concepts: proposed by one person, decided by another, told to the journal."""

from datetime import datetime
from typing import Any

from django.db import transaction

from manumit.journal import services as journal
from manumit.journal.types import BeforeAndAfter
from manumit.reference import BadKey, parse_key
from manumit.vocab.errors import BadChange, NotDecided
from manumit.vocab.models import Change, Concept, Label
from manumit.vocab.services.putting import concept_above, is_said, put

_IN_A_LANGUAGE = {Change.What.NAME, Change.What.ALSO, Change.What.DROP, Change.What.WORD}


@transaction.atomic
def propose(
    *,
    concept: Concept,
    what: str,
    text: str,
    source: str,
    by: Any,
    at: datetime,
    language: str = "",
    instrument: str = "",
) -> Change:
    """Keep a change for a second person to look at. Raises BadChange for one that cannot be."""
    change = Change(
        concept=concept,
        what=what,
        language=language if what in _IN_A_LANGUAGE else "",
        text=" ".join(text.split()),
        instrument=instrument.strip() if what == Change.What.WORD else "",
        source=" ".join(source.split()),
        by=by,
        at=at,
    )
    _check(change)
    change.save()
    return change


@transaction.atomic
def decide(*, pk: int, accept: bool, answer: str, by: Any, at: datetime) -> Change:
    """Accept a change, which holds at once, or decline it with an answer.

    Raises NotDecided where it waits no more, where one's own is accepted or declined, or where a
    declined one is not answered; BadChange where the vocabulary has changed under it.
    """
    change = Change.objects.select_for_update().filter(pk=pk, stands=Change.Stands.WAITING).first()
    if change is None:
        raise NotDecided("Somebody has decided on it already.")
    if change.by_id == by.pk:
        raise NotDecided("Somebody else has to look at what you proposed.")
    answer = " ".join(answer.split())
    if not accept and not answer:
        raise NotDecided("Say why it is declined.")
    change.stands = Change.Stands.ACCEPTED if accept else Change.Stands.DECLINED
    change.decided_by, change.decided_at, change.answer = by, at, answer
    if accept:
        _check(change)
        _carry_out(change, by, at)
    change.save()
    return change


def _carry_out(change: Change, by: Any, at: datetime) -> None:
    before = _facts(change.concept)
    put(change)
    after = _facts(change.concept)
    journal.append(
        action="vocabulary changed",
        subject=f"{change.concept.scheme}:{change.concept.code}",
        by=by,
        at=at,
        why=change.source,
        detail={"proposed_by": change.by_id},
        change=BeforeAndAfter(before, after),
    )


def _facts(concept: Concept) -> dict[str, Any]:
    held = Concept.objects.select_related("broader").get(pk=concept.pk)
    rows = held.labels.values_list("language", "kind", "text", "instrument", "confirmed")
    return {
        "definition": held.definition,
        "broader": held.broader.code if held.broader else "",
        "labels": sorted(map(list, rows)),
    }


def _check(change: Change) -> None:
    if not change.source:
        raise BadChange("source", "Say where it stands, or who knows it.")
    if not change.text and change.what != Change.What.BROADER:
        raise BadChange("text", "This is needed.")
    if change.what in _IN_A_LANGUAGE:
        _check_name(change)
    if change.what == Change.What.BROADER:
        _check_above(change)
    if is_said(change):
        raise BadChange("text", "The vocabulary says so already.")


def _check_name(change: Change) -> None:
    if not change.language:
        raise BadChange("language", "Say in which language.")
    if len(change.text) > Label.LONGEST:
        raise BadChange("text", f"A name has at most {Label.LONGEST} letters.")
    if change.what == Change.What.WORD:
        try:
            parse_key(change.instrument)
        except BadKey as error:
            raise BadChange("instrument", str(error)) from error
    english = change.language == "en" and change.what == Change.What.DROP
    names = change.concept.labels.filter(language="en", kind="pref", text=change.text)
    if english and names.exists():
        raise BadChange("text", "Every concept has a name in English: propose another instead.")


def _check_above(change: Change) -> None:
    above = concept_above(change)
    if change.text and above is None:
        raise BadChange("text", "This vocabulary has no such concept.")
    while above is not None:
        if above.pk == change.concept_id:
            raise BadChange("text", "Nothing stands below itself.")
        above = above.broader
