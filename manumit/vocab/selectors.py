"""The vocabularies as people here look at them: concepts, and changes to them."""

from collections.abc import Sequence

from django.db.models import QuerySet

from manumit.reference import languages
from manumit.vocab.models import Change, Concept, Label, NewConcept
from manumit.vocab.turtle import turtle_of


def concept(scheme: str, code: str) -> Concept | None:
    """One concept with its names, if the vocabulary has it."""
    rows = Concept.objects.filter(retired=False).select_related("broader")
    return rows.prefetch_related("labels").filter(scheme=scheme, code=code).first()


def concepts_of(scheme: str) -> Sequence[Concept]:
    """The concepts of a vocabulary in its order."""
    return list(_standing().filter(scheme=scheme))


def every_concept() -> Sequence[Concept]:
    """The concepts of all vocabularies, one vocabulary after the other."""
    return list(_standing())


def tags() -> list[str]:
    """The languages in which the vocabularies have names, or some law is published."""
    named = Label.objects.order_by().values_list("language", flat=True).distinct()
    return sorted({*named, *languages()})


def waiting() -> QuerySet[Change]:
    """The changes that wait for a second person, the oldest first."""
    return _changes().filter(stands=Change.Stands.WAITING)


def waiting_concepts() -> QuerySet[NewConcept]:
    """The new concepts that wait for a second person, the oldest first."""
    return _new().filter(stands=NewConcept.Stands.WAITING)


def new_concept(pk: int) -> NewConcept | None:
    """A concept that somebody proposed, whatever became of it."""
    return _new().filter(pk=pk).first()


def changes_of(concept: Concept) -> Sequence[Change]:
    """Every change that was proposed of a concept, the newest first."""
    return list(_changes().filter(concept=concept.pk).order_by("-at", "-pk"))


def accepted() -> Sequence[Change]:
    """What was accepted and is not in the files yet, by concept and in the order of decision."""
    rows = _changes().filter(stands=Change.Stands.ACCEPTED)
    return list(
        rows.order_by("concept__scheme", "concept__position", "concept__code", "decided_at", "pk")
    )


def accepted_as_turtle() -> str:
    """What was accepted and is not in the files yet, as they would say it."""
    new = _new().filter(stands=NewConcept.Stands.ACCEPTED).values_list("scheme", "code")
    return turtle_of(accepted(), new=set(new))


def _standing() -> QuerySet[Concept]:
    return Concept.objects.filter(retired=False).prefetch_related("labels")


def _new() -> QuerySet[NewConcept]:
    return NewConcept.objects.select_related("by", "decided_by")


def _changes() -> QuerySet[Change]:
    return Change.objects.select_related("concept", "by", "decided_by").prefetch_related(
        "concept__labels"
    )
