"""Every term of the vocabularies, with its names and the word each instrument uses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from manumit.library.models import Work
from manumit.library.types import TOPIC_SCHEMES
from manumit.reference import schemes
from manumit.vocab.types import Concept, Label


@dataclass(frozen=True, slots=True)
class Term:
    """A concept with its ``names`` by language, the preferred first, but for that in English.

    ``words`` are those of single works, each with the work if it is held; ``has_page`` is whether it
    is a topic, which has a page of its own.
    """

    concept: Concept
    has_page: bool
    names: Mapping[str, Sequence[Label]]
    words: Sequence[tuple[Label, Work | None]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A scheme of concepts, in its order."""

    code: str
    title: str
    terms: Sequence[Term]


def glossary(*, of: Sequence[str] | None = None) -> list[Vocabulary]:
    """The vocabularies with these codes in this order, or every one; those without terms are left out."""
    known = schemes()
    wanted = [code for code in (known if of is None else of) if code in known]
    rows = Concept.objects.filter(retired=False, scheme__in=wanted).prefetch_related("labels")
    by_scheme: dict[str, list[Concept]] = {}
    for concept in rows:
        by_scheme.setdefault(concept.scheme, []).append(concept)
    works = Work.objects.published().in_bulk(_instruments(), field_name="key")
    return [
        Vocabulary(code, known[code].title, [_term(one, works) for one in by_scheme[code]])
        for code in wanted
        if code in by_scheme
    ]


def _instruments() -> set[str]:
    rows = Label.objects.exclude(instrument="").order_by()
    return set(rows.values_list("instrument", flat=True))


def _term(concept: Concept, works: Mapping[str, Work]) -> Term:
    labels = sorted(concept.labels.all(), key=lambda label: (label.language, label.kind != "pref"))
    names: dict[str, list[Label]] = {}
    for label in labels:
        if not label.instrument and (label.language, label.kind) != ("en", "pref"):
            names.setdefault(label.language, []).append(label)
    words = [(label, works.get(label.instrument)) for label in labels if label.instrument]
    return Term(concept, concept.scheme in TOPIC_SCHEMES, names, words)
