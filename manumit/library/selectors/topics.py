"""Topics: what stands under each, and the grid of topics by forums."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from manumit.library.mapping import TOPIC_SCHEMES
from manumit.library.models import Judgment, Work
from manumit.vocab.types import Concept, Forum, Label


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic in the tree: ``depth`` counts from 0, ``works`` includes what is narrower."""

    concept: Concept
    depth: int
    works: int


@dataclass(frozen=True, slots=True)
class GridCell:
    """How many judgments a forum has on the row's topic."""

    forum: Forum
    count: int


@dataclass(frozen=True, slots=True)
class GridRow:
    """One topic of the grid, with a cell for every forum."""

    concept: Concept
    depth: int
    cells: Sequence[GridCell]
    total: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Case law as topics by forums; rows and columns without a judgment are left out."""

    forums: Sequence[Forum]
    rows: Sequence[GridRow]
    column_totals: Sequence[int]
    total: int


def topic(code: str) -> Concept | None:
    """The topic with this code."""
    topics = Concept.objects.filter(scheme__in=TOPIC_SCHEMES, code=code, retired=False)
    return topics.prefetch_related("labels", "narrower__labels").select_related("broader").first()


def forum(code: str) -> Forum | None:
    """The forum with this code."""
    return Forum.objects.filter(code=code).first()


def labels_of_instruments(concept: Concept) -> list[tuple[Label, Work | None]]:
    """The words that particular works use for the topic, each with its work if it is held."""
    labels = [label for label in concept.labels.all() if label.instrument]
    keys = {label.instrument for label in labels}
    works = Work.objects.published().filter(key__in=keys).in_bulk(field_name="key")
    return [(label, works.get(label.instrument)) for label in labels]


def with_narrower(concept: Concept) -> list[str]:
    """The codes of the topic and of everything below it."""
    codes, level = [concept.code], [concept.pk]
    while level:
        below = Concept.objects.filter(broader__in=level).values_list("pk", "code")
        level = [pk for pk, _ in below]
        codes += [code for _, code in below]
    return codes


def topic_tree(scheme: str) -> list[TopicRow]:
    """The topics of a scheme as a tree written out line by line, with how many works each has."""
    works: dict[int, set[int]] = defaultdict(set)
    rows = Work.topics.through.objects.filter(work__live=True)
    for work, concept in rows.values_list("work_id", "concept_id"):
        works[concept].add(work)
    return [
        TopicRow(concept, depth, len(set().union(*(works[pk] for pk in below))))
        for concept, depth, below in _walk(_concepts(scheme))
    ]


def case_law_grid() -> Grid:
    """Published judgments counted by topic and forum; a judgment counts under broader topics."""
    held: dict[tuple[int, str], set[int]] = defaultdict(set)
    rows = Judgment.topics.through.objects.filter(work__live=True, work__kind="judgment")
    for judgment, forum, concept in rows.values_list(
        "work_id", "work__judgment__forum_id", "concept_id"
    ):
        held[concept, forum].add(judgment)
    forums = list(Forum.objects.filter(judgments__live=True).distinct().select_related("system"))
    concepts = [row for scheme in TOPIC_SCHEMES for row in _walk(_concepts(scheme))]
    found = [_grid_row(concept, depth, below, forums, held) for concept, depth, below in concepts]
    totals = Forum.objects.filter(judgments__live=True).annotate(n=Count("judgments"))
    by_forum = dict(totals.values_list("code", "n"))
    return Grid(
        forums=forums,
        rows=[row for row in found if row.total],
        column_totals=[by_forum[forum.code] for forum in forums],
        total=sum(by_forum.values()),
    )


def _grid_row(
    concept: Concept, depth: int, below: set[int], forums: Sequence[Forum], held: Any
) -> GridRow:
    cells = [
        GridCell(forum, len(set().union(*(held[pk, forum.code] for pk in below))))
        for forum in forums
    ]
    return GridRow(concept, depth, cells, sum(cell.count for cell in cells))


def _concepts(scheme: str) -> list[Concept]:
    return list(Concept.objects.filter(scheme=scheme, retired=False).prefetch_related("labels"))


def _walk(concepts: Sequence[Concept]) -> list[tuple[Concept, int, set[int]]]:
    """Each concept with its depth and the numbers of itself and everything below, tree-wise."""
    children: dict[int | None, list[Concept]] = defaultdict(list)
    for concept in concepts:
        children[concept.broader_id].append(concept)

    def visit(concept: Concept, depth: int) -> list[tuple[Concept, int, set[int]]]:
        inner = [row for child in children[concept.pk] for row in visit(child, depth + 1)]
        below = {concept.pk}.union(*(row[2] for row in inner))
        return [(concept, depth, below), *inner]

    return [row for concept in children[None] for row in visit(concept, 0)]
