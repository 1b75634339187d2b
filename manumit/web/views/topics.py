"""Topics and what stands under each."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from manumit.library import selectors as library

# The law of the place first, then treaties, how courts read them, and what others wrote.
_KINDS = ("legislation", "instrument", "judgment", "publication")


def topics_page(request: HttpRequest) -> HttpResponse:
    """Every topic as a tree, with how much there is on it."""
    trees = [library.topic_tree(scheme) for scheme in ("exploitation", "cross-cutting")]
    most = max((row.works for tree in trees for row in tree), default=1)
    return render(request, "web/topics.html", {"trees": trees, "most": most})


def topic_page(request: HttpRequest, code: str) -> HttpResponse:
    """One topic: what it means, what each language and instrument calls it, what there is."""
    concept = library.topic(code)
    if concept is None:
        raise Http404(f"There is no topic {code}.")
    works: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    for work in library.with_topics(library.with_narrower(concept)).order_by("-dated", "key"):
        works[work.kind].append(work.as_kind())
    labels = list(concept.labels.all())
    context = {
        "concept": concept,
        "labels": [label for label in labels if not label.instrument],
        "instrument_labels": library.labels_of_instruments(concept),
        "works": {kind: rows for kind, rows in works.items() if rows},
        "total": sum(map(len, works.values())),
    }
    return render(request, "web/topic.html", context)
