"""Changes to concepts: proposed by one person, decided by another, told to the journal."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from manumit.reference import BadKey, parse_key
from manumit.vocab.errors import BadChange
from manumit.vocab.models import Change, Concept, Label
from manumit.vocab.services.deciding import decided
from manumit.vocab.services.filing import file_when_kept
from manumit.vocab.services.standing import Standing, standing
from manumit.vocab.services.statements import with_change
from manumit.vocab.services.syncing import lock_scheme, sync_scheme
from manumit.vocab.services.telling import facts_of, tell

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
def decide(
    *, pk: int, accept: bool, answer: str, by: Any, at: datetime, touches: Iterable[str] = ()
) -> Change:
    """Accept a change, which holds at once, or decline it with an answer.

    ``touches`` are the keys of works that search has to read again. Raises NotDecided where it
    cannot be decided so; BadChange where the vocabulary has changed under it.
    """
    change = decided(Change.objects.all(), pk=pk, accept=accept, answer=answer, by=by, at=at)
    if not accept:
        change.save()
        return change
    scheme, code = change.concept.scheme, change.concept.code
    lock_scheme(scheme)
    _check(change)
    before, facts = standing(), facts_of(scheme, code)
    change.save()
    _end_what_is_replaced(change, before, standing())
    sync_scheme(standing().schemes[scheme])
    tell(scheme, code, proposal=change, before=facts, by=by, at=at, touches=touches)
    file_when_kept()
    return change


def _end_what_is_replaced(change: Change, before: Standing, after: Standing) -> None:
    """An earlier change that held and does not any more has been overruled for good."""
    scheme, code = change.concept.scheme, change.concept.code
    was, is_now = before.concept(scheme, code), after.concept(scheme, code)
    if was is None or is_now is None:
        return
    earlier = Change.objects.filter(concept=change.concept_id, stands=Change.Stands.ACCEPTED)
    for one in earlier.exclude(pk=change.pk):
        if with_change(was, one) == was and with_change(is_now, one) != is_now:
            one.stands = Change.Stands.REPLACED
            one.save(update_fields=["stands"])


def _check(change: Change) -> None:
    if not change.source:
        raise BadChange("source", "Say where it stands, or who knows it.")
    if not change.text and change.what != Change.What.BROADER:
        raise BadChange("text", "This is needed.")
    if change.what in _IN_A_LANGUAGE:
        _check_name(change)
    if change.what == Change.What.BROADER:
        _check_above(change)
    held = standing().concept(change.concept.scheme, change.concept.code)
    if held and with_change(held, change) == held:
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
    same = Concept.objects.filter(scheme=change.concept.scheme, retired=False)
    above = same.filter(code=change.text).first()
    if change.text and above is None:
        raise BadChange("text", "This vocabulary has no such concept.")
    while above is not None:
        if above.pk == change.concept_id:
            raise BadChange("text", "Nothing stands below itself.")
        above = above.broader
