"""Topics: what stands under each, and the grid of topics by forums."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from manumit.library.models import Judgment, Work
from manumit.library.types import TOPIC_SCHEMES
from manumit.vocab.types import Concept, Forum, Label, System

# The column, and in an address the system, of those that have no column of their own.
ELSEWHERE = "elsewhere"
_WIDEST = 12  # systems with a column of their own: a wider grid is read by nobody on a phone


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic in the tree: ``depth`` counts from 0, ``works`` includes what is narrower."""

    concept: Concept
    depth: int
    works: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the grid: one forum, all forums of one system, or of all other systems."""

    code: str
    name: str
    is_forum: bool


@dataclass(frozen=True, slots=True)
class GridCell:
    """How many judgments the column has on the row's topic."""

    column: Column
    count: int


@dataclass(frozen=True, slots=True)
class GridRow:
    """One topic of the grid, with a cell for every column."""

    concept: Concept
    depth: int
    cells: Sequence[GridCell]
    total: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Case law as topics by forums; rows and columns without a judgment are left out."""

    columns: Sequence[Column]
    rows: Sequence[GridRow]
    totals: Sequence[int]
    total: int


def topic(code: str) -> Concept | None:
    """The topic with this code."""
    topics = Concept.objects.filter(scheme__in=TOPIC_SCHEMES, code=code, retired=False)
    return topics.prefetch_related("labels", "narrower__labels").select_related("broader").first()


def forum(code: str) -> Forum | None:
    """The forum with this code."""
    return Forum.objects.filter(code=code).first()


def system(code: str) -> System | None:
    """The jurisdiction or body with this code."""
    return System.objects.filter(code=code).first()


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


def case_law_grid(apart: Sequence[str], *, only: str = "") -> Grid:
    """Published judgments counted by topic and forum; a judgment counts under broader topics.

    The forums of the systems ``apart`` have a column each; the systems with most judgments have
    one for all their forums, and the rest are ELSEWHERE. With ``only``, the grid is that system's.
    """
    rows = Judgment.objects.published().values_list("pk", "forum_id", "forum__system_id")
    if only:
        rows = rows.filter(forum__system=only)
    shown = {*apart, *systems_of_grid(apart)}
    column_of = {
        pk: forum if system in apart or only else system if system in shown else ELSEWHERE
        for pk, forum, system in rows
    }
    columns = _columns(set(column_of.values()))
    held: dict[tuple[int, str], set[int]] = defaultdict(set)
    through = Judgment.topics.through.objects.filter(work_id__in=column_of)
    for judgment, concept in through.values_list("work_id", "concept_id"):
        held[concept, column_of[judgment]].add(judgment)
    concepts = [row for scheme in TOPIC_SCHEMES for row in _walk(_concepts(scheme))]
    found = [_grid_row(concept, depth, below, columns, held) for concept, depth, below in concepts]
    totals = Counter(column_of.values())
    return Grid(
        columns=columns,
        rows=[row for row in found if row.total],
        totals=[totals[column.code] for column in columns],
        total=len(column_of),
    )


def systems_of_grid(apart: Sequence[str]) -> list[str]:
    """The systems, beside those apart, that have a column: those with most judgments."""
    rows = Judgment.objects.published().exclude(forum__system__in=apart).order_by()
    counted = rows.values("forum__system").annotate(n=Count("pk")).order_by("-n", "forum__system")
    return [row["forum__system"] for row in counted[:_WIDEST]]


def _columns(codes: set[str]) -> list[Column]:
    forums = Forum.objects.filter(code__in=codes)
    systems = System.objects.filter(code__in=codes)
    return [
        *(Column(forum.code, str(forum), is_forum=True) for forum in forums),
        *(Column(system.code, str(system), is_forum=False) for system in systems),
        *(Column(ELSEWHERE, "Elsewhere", is_forum=False) for _ in codes & {ELSEWHERE}),
    ]


def _grid_row(
    concept: Concept, depth: int, below: set[int], columns: Sequence[Column], held: Any
) -> GridRow:
    cells = [
        GridCell(column, len(set().union(*(held[pk, column.code] for pk in below))))
        for column in columns
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
