"""What a reader may want to ask for: topics by all their names, and the works asked for most."""

from collections.abc import Iterator
from functools import lru_cache

from django.db.models import Count

from manumit.journal import selectors as journal
from manumit.library.models import Citation, Instrument, Judgment, Legislation, Work
from manumit.vocab.types import Concept

_MOST_JUDGMENTS = 20
_LONGEST = 40  # characters: a longer name is nothing to choose from a list on a phone
_MOST = 170  # names: the whole page must stay light
_TOPICS_IN = ("en", "zh-Hant", "th")


def suggestions() -> tuple[str, ...]:
    """Names to choose from while typing, each once; made once a journal number."""
    return _suggestions_at(journal.last_number())


@lru_cache(maxsize=1)
def _suggestions_at(number: int) -> tuple[str, ...]:
    found = dict.fromkeys([*_topics(), *_judgments(), *_instruments(), *_laws()])
    return tuple(name for name in found if len(name) <= _LONGEST)[:_MOST]


def _topics() -> Iterator[str]:
    used = Concept.objects.filter(works__live=True).distinct().prefetch_related("labels")
    for concept in used:
        for label in concept.labels.all():
            if label.kind == "pref" and label.language in _TOPICS_IN:
                yield label.text


def _instruments() -> Iterator[str]:
    """By the name people use: a treaty's first short title, else its title."""
    for work in Instrument.objects.published().order_by("key"):
        yield _short(work)


def _laws() -> Iterator[str]:
    yield from Legislation.objects.published().order_by("key").values_list("title", flat=True)


def _judgments() -> Iterator[str]:
    """The judgments cited by most works here."""
    cited = Citation.objects.shown().filter(target__kind="judgment").values("target")
    most = cited.annotate(works=Count("work", distinct=True)).order_by("-works", "target")
    keys = [row["target"] for row in most[:_MOST_JUDGMENTS]]
    yield from Judgment.objects.filter(pk__in=keys).order_by("key").values_list("title", flat=True)


def _short(work: Work) -> str:
    held = work.short_titles.get(work.language) or [work.title]
    return str(held[0])
