"""What uses a concept: works and provisions under it, and judgments that found it, drafts included."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from manumit.library.models import ElementTreated, Passage, Work
from manumit.library.selectors.topics import with_narrower
from manumit.vocab.types import Concept


@dataclass(frozen=True, slots=True)
class ConceptUse:
    """How a concept is used, by how many works, and the first of them by title."""

    how: str
    count: int
    works: Sequence[Work]


def uses_of_concept(concept: Concept, *, shown: int) -> list[ConceptUse]:
    """Every way in which works use the concept, with so many of them; ways that none uses are left out."""
    found = []
    for how, works in _ways(concept):
        rows = works.order_by("title", "key").distinct()
        if count := rows.count():
            found.append(ConceptUse(how, count, list(rows[:shown])))
    return found


def keys_under(concept: Concept) -> list[str]:
    """The keys of the works that have the topic, or one below it."""
    works = Work.objects.filter(
        topics__scheme=concept.scheme, topics__code__in=with_narrower(concept)
    )
    return list(works.distinct().values_list("key", flat=True))


def _ways(concept: Concept) -> Iterator[tuple[str, Any]]:
    works = Work.objects.all()
    yield "a topic", works.filter(topics=concept.pk)
    yield "a practice area", works.filter(practice_areas=concept.pk)
    yield "what a judgment decided", works.filter(judgment__outcomes=concept.pk)
    treated = ElementTreated.objects.filter(concept=concept.pk)
    yield (
        "an element of trafficking in a judgment",
        works.filter(pk__in=treated.values("judgment_id")),
    )
    noted = Passage.objects.filter(topics=concept.pk, noted=True)
    yield "a topic of a provision", works.filter(pk__in=noted.values("work_id"))
