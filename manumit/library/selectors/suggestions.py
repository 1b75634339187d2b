"""What a reader may want to ask for: topics by their names, and the works that courts use most."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Exists, OuterRef

from manumit.base.kept import Kept
from manumit.journal import selectors as journal
from manumit.library.models import AppliedProvision, Citation, Work
from manumit.vocab.types import Concept

_TOPICS_IN = ("en", "zh-Hant", "th")
_MOST_APPLIED, _MOST_CITED = 40, 20
_LONGEST = 40  # characters: a longer name is nothing to choose from a list on a phone


def suggestions() -> tuple[str, ...]:
    """Names to choose from while typing, each once, as they were lately."""
    return SUGGESTIONS.lately()


def _suggestions() -> tuple[str, ...]:
    found = dict.fromkeys([*_topics(), *_works()])
    return tuple(name for name in found if len(name) <= _LONGEST)


def _topics() -> Iterator[str]:
    used = Work.topics.through.objects.filter(concept=OuterRef("pk"), work__live=True)
    for concept in Concept.objects.filter(Exists(used)).prefetch_related("labels"):
        for label in concept.labels.all():
            if label.kind == "pref" and label.language in _TOPICS_IN:
                yield label.text


def _works() -> Iterator[str]:
    """By the names people use: what most judgments apply, and what most works cite."""
    applied = _most(AppliedProvision.objects.all(), "target_key", "judgment")
    cited = _most(Citation.objects.shown(), "target_key", "work")
    keys = [*applied[:_MOST_APPLIED], *cited[:_MOST_CITED]]
    works = {work.key: work for work in Work.objects.published().filter(key__in=keys)}
    for key in keys:
        if key in works:
            yield _short(works[key])


def _most(rows: Any, of: str, by: str) -> list[str]:
    counted = rows.values(of).annotate(times=Count(by, distinct=True)).order_by("-times", of)
    return [row[of] for row in counted[: max(_MOST_APPLIED, _MOST_CITED)]]


def _short(work: Work) -> str:
    held = work.short_titles.get(work.language) or [work.title]
    return str(held[0])


SUGGESTIONS = Kept(_suggestions, journal.last_number)
