"""What an accepted change does to the rows of its concept."""

from typing import Any

from django.db.models import QuerySet

from manumit.vocab.models import Change, Concept, Label

_GENERAL = ""  # the instrument of a name that is no single work's


def put(change: Change) -> None:
    """Let the concept say what the change says; a concept that says so already stays as it is."""
    match change.what:
        case Change.What.NAME:
            _name(change)
        case Change.What.ALSO:
            _add(change, _GENERAL)
        case Change.What.DROP:
            _names(change).filter(text=change.text).delete()
        case Change.What.WORD:
            _add(change, change.instrument)
        case Change.What.DEFINITION:
            _set(change.concept, definition=change.text)
        case Change.What.BROADER:
            _set(change.concept, broader=concept_above(change))


def is_said(change: Change) -> bool:
    """Whether the concept says so without the change."""
    concept = Concept.objects.select_related("broader").get(pk=change.concept_id)
    match change.what:
        case Change.What.NAME:
            return _names(change).filter(text=change.text, kind="pref", confirmed=True).exists()
        case Change.What.ALSO:
            return _names(change).filter(text=change.text).exists()
        case Change.What.DROP:
            return not _names(change).filter(text=change.text).exists()
        case Change.What.WORD:
            words = concept.labels.filter(instrument=change.instrument, language=change.language)
            return words.filter(text=change.text).exists()
        case Change.What.DEFINITION:
            return concept.definition == change.text
        case _:
            return (concept.broader.code if concept.broader else "") == change.text


def concept_above(change: Change) -> Concept | None:
    """The concept of the same vocabulary that the change names; None where it names none."""
    same = Concept.objects.filter(scheme=change.concept.scheme, retired=False)
    return same.filter(code=change.text).first()


def _names(change: Change) -> QuerySet[Label]:
    return Label.objects.filter(
        concept=change.concept_id, language=change.language, instrument=_GENERAL
    )


def _name(change: Change) -> None:
    """One name in a language is preferred; the one before it goes."""
    names = _names(change)
    names.exclude(text=change.text).filter(kind="pref").delete()
    names.filter(text=change.text, kind="alt").delete()
    row, _ = names.get_or_create(
        text=change.text,
        kind="pref",
        defaults={"concept_id": change.concept_id, "language": change.language},
    )
    Label.objects.filter(pk=row.pk).update(confirmed=True)


def _add(change: Change, instrument: str) -> None:
    same = {
        "concept_id": change.concept_id,
        "language": change.language,
        "text": change.text,
        "instrument": instrument,
    }
    if not Label.objects.filter(**same).exists():
        Label.objects.create(**same, kind="alt")


def _set(concept: Concept, **values: Any) -> None:
    Concept.objects.filter(pk=concept.pk).update(**values)
