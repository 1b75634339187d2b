"""What one accepted change makes of a concept."""

from dataclasses import replace

from manumit.reference import Concept, Label, LabelKind, label_order
from manumit.vocab.models import Change

_GENERAL = ""  # the source of a name that is no single work's


def with_change(concept: Concept, change: Change) -> Concept:
    """The concept as it is with the change; the same one where it says so already."""
    text = change.text
    match change.what:
        case Change.What.NAME:
            kept = [one for one in concept.labels if not _makes_way(one, change)]
            return _labelled(concept, [*kept, _label(change, kind="pref")])
        case Change.What.ALSO | Change.What.WORD:
            said = any(_is_it(one, change) for one in concept.labels)
            return concept if said else _labelled(concept, [*concept.labels, _label(change)])
        case Change.What.DROP:
            return _labelled(concept, [one for one in concept.labels if not _is_it(one, change)])
        case Change.What.DEFINITION:
            return replace(concept, definition=text)
        case _:
            return replace(concept, broader=(text,) if text else ())


def _makes_way(label: Label, change: Change) -> bool:
    """One name in a language is preferred; the one before it goes."""
    same = (label.language, label.source) == (change.language, _GENERAL)
    return same and (label.kind == "pref" or label.text == change.text)


def _is_it(label: Label, change: Change) -> bool:
    said = (label.text, label.language, label.source)
    return said == (change.text, change.language, change.instrument or _GENERAL)


def _label(change: Change, *, kind: LabelKind = "alt") -> Label:
    return Label(change.text, change.language, kind, change.instrument, "", confirmed=True)


def _labelled(concept: Concept, labels: list[Label]) -> Concept:
    return replace(concept, labels=tuple(sorted(labels, key=label_order)))
