"""Who cites a work, and whom it cites: by the words of texts, and by what records say of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Prefetch, Q, QuerySet

from manumit.library.models import Citation, CitationPin, Kind, Passage, Work
from manumit.library.selectors.treatments import (
    TREATMENTS,
    Treatment,
    Treatments,
    treated_by,
    treats,
)
from manumit.reference import parent_of

_ANY = Q()
# All that a row of a list says of a work: there may be many rows, and a work is long.
_NAMED_BY = ("key", "kind", "title", "short_titles", "language", "dated")


@dataclass(frozen=True, slots=True)
class CitationLine:
    """Another work, and how citations join the two.

    ``pins`` are the passages cited, as eids of the work that is cited; ``places`` the passages that
    cite. ``treatments`` is what the citing work does (``follows``), where a record says so; with
    that alone ``times`` is 0: nothing was found in a text.
    """

    work: Any
    times: int
    pins: Sequence[str]
    places: Sequence[Passage]
    treatments: Sequence[Treatment]

    @property
    def group(self) -> str:
        """The code of its forum, else its kind."""
        return str(self.work.forum or self.work.kind)


@dataclass(frozen=True, slots=True)
class Group:
    """How many works there are of one code: of a forum, a kind or a treatment."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class OpenCite:
    """What is cited and not held: its citation, the name of the case if given, and how often."""

    cite: str
    case_name: str
    times: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A work beside another, and how many citations join them."""

    work: Work
    times: int
    treatments: Sequence[Treatment]


@dataclass(frozen=True, slots=True)
class Citations:
    """The citations of a work by others, or of others by it, as far as readers may see both.

    ``other`` is the field of a citation that holds the other work. ``whole`` is false where only
    those of or in a passage are meant; ``pinned`` are the pins meant.
    """

    rows: Any
    other: str
    treatments: Treatments
    whole: bool = True
    pinned: Q = _ANY

    def works(self, *, group: str = "", treatment: str = "") -> QuerySet[Work]:
        """The other works: those that a citation or, for a whole work, a record joins with it.

        Judgments stand first, forum by forum and newest first, each with the code of its ``forum``.
        ``group`` is such a code or a kind, ``treatment`` one of TREATMENTS: then only those.
        """
        joined = Q(pk__in=self.rows.values(self.other))
        if self.whole:
            joined |= Q(pk__in=list(self.treatments))
        works: QuerySet[Work] = Work.objects.published().filter(joined)
        return _arranged(self._chosen(works, group, treatment))

    def _chosen(self, works: QuerySet[Work], group: str, treatment: str) -> QuerySet[Work]:
        if group in Kind.values:
            works = works.filter(kind=group, judgment__forum=None)
        elif group:
            works = works.filter(judgment__forum=group)
        if treatment:
            works = works.filter(pk__in=self._treated_so(treatment))
        return works

    def groups(self, *, treatment: str = "") -> list[Group]:
        """How many works there are of each forum, and of each kind that has none; most first."""
        works = self.works(treatment=treatment).order_by()
        rows = works.values_list("kind", "judgment__forum").annotate(n=Count("pk"))
        found = [Group(forum or kind, count) for kind, forum, count in rows]
        return sorted(found, key=lambda group: (-group.count, group.code))

    def treated(self) -> list[Group]:
        """How many of the works there are for each treatment."""
        numbers = self.works().filter(pk__in=list(self.treatments)).values_list("pk", flat=True)
        kinds = [one.kind for pk in numbers for one in self.treatments[pk]]
        return [Group(kind, kinds.count(kind)) for kind in TREATMENTS if kind in kinds]

    def lines(self, works: Iterable[Work]) -> list[CitationLine]:
        """For each of these other works, in their order, what joins it with this one."""
        shown = list(works)
        rows = self.rows.filter(**{f"{self.other}__in": [work.pk for work in shown]})
        places, pins = self._places(rows), self._pins(rows)
        return [
            CitationLine(
                work=work,
                times=len(places[work.pk]),
                pins=list(dict.fromkeys(pins[work.pk])),
                places=list(dict.fromkeys(places[work.pk])),
                treatments=self.treatments.get(work.pk, ()),
            )
            for work in shown
        ]

    def neighbours(self, most: int) -> list[Neighbour]:
        """The other works that most citations join with this one."""
        counted = self.rows.order_by().values_list(self.other).annotate(n=Count("pk"))
        times = dict(counted.order_by("-n", self.other)[:most])
        numbers = [*times, *(pk for pk in self.treatments if pk not in times)][:most]
        works = Work.objects.only(*_NAMED_BY).in_bulk(numbers)
        return [
            Neighbour(works[pk], times.get(pk, 0), self.treatments.get(pk, ())) for pk in numbers
        ]

    def _treated_so(self, kind: str) -> list[int]:
        return [pk for pk, done in self.treatments.items() if kind in [one.kind for one in done]]

    def _places(self, rows: Any) -> dict[int, list[Passage]]:
        """The passage of each citation in reading order, by the other work."""
        ordered = rows.order_by("wording__passage__position", "wording__passage", "start")
        pairs = list(ordered.values_list(self.other, "wording__passage"))
        held = Passage.objects.in_bulk({passage for _, passage in pairs})
        found: dict[int, list[Passage]] = defaultdict(list)
        for pk, passage in pairs:
            found[pk].append(held[passage])
        return found

    def _pins(self, rows: Any) -> dict[int, list[str]]:
        """The passages cited, by the other work."""
        pins = CitationPin.objects.filter(self.pinned, citation__in=rows.values("pk"))
        found: dict[int, list[str]] = defaultdict(list)
        ordered = pins.order_by("citation", "pk")
        for pk, eid in ordered.values_list(f"citation__{self.other}", "eid"):
            found[pk].append(eid)
        return found


def cited_by(work: Work, eid: str = "") -> Citations:
    """The citations of a work, or of a passage of it or below it."""
    rows = Citation.objects.shown().filter(target=work.pk)
    if not eid:
        return Citations(rows, "work", treated_by(work))
    rows = rows.filter(pk__in=_pins_at(work, eid).values("citation"))
    return Citations(rows, "work", treated_by(work), whole=False, pinned=_at(eid))


def cites(work: Work, eid: str = "") -> Citations:
    """The citations in a work, or in a passage of it or below it."""
    rows = Citation.objects.shown().filter(work=work.pk)
    if not eid:
        return Citations(rows, "target", treats(work))
    passages = Passage.objects.filter(_at(eid), work=work.pk)
    return Citations(rows.filter(wording__passage__in=passages), "target", {}, whole=False)


def open_cites(work: Work) -> list[OpenCite]:
    """What the texts of a work cite and the Centre does not hold, most cited first."""
    rows = Citation.objects.standing().filter(work=work.pk, candidates=[])
    named = rows.exclude(target__live=True).exclude(how="short", target_key="", stem="")
    counted = named.order_by().values("cite").annotate(n=Count("pk"), name=Max("case_name"))
    return [OpenCite(row["cite"], row["name"], row["n"]) for row in counted.order_by("-n", "cite")]


def neighbourhood(work: Work, most: int = 24) -> tuple[list[Neighbour], list[Neighbour]]:
    """The works that cite a work and those it cites, most joined first, ``most`` of them in all."""
    citing, cited = cited_by(work).neighbours(most), cites(work).neighbours(most)
    half = most // 2
    return citing[: max(half, most - len(cited))], cited[: max(half, most - len(citing))]


def shown_citations() -> Prefetch[Any]:
    """The citations of wordings, with all that is needed to show them as links."""
    rows = Citation.objects.standing().select_related("target").order_by("start")
    rows = rows.only(
        "wording", "start", "end", "words", "how", "cite", "target_key", "stem", "candidates",
        "target__key", "target__live", "target__kind",
    )  # fmt: skip
    return Prefetch("citations", rows.prefetch_related("pins__passage"))


def _pins_at(work: Work, eid: str) -> Any:
    """The pins at a passage or below it, looked for at its own row, those below and those above."""
    passages = Passage.objects.filter(_at(eid) | Q(eid__in=_above(eid)), work=work.pk)
    return CitationPin.objects.filter(_at(eid), passage__in=passages)


def _at(eid: str) -> Q:
    return Q(eid=eid) | Q(eid__startswith=f"{eid}__")


def _above(eid: str) -> list[str]:
    steps: list[str] = []
    while eid := parent_of(eid) or "":
        steps.append(eid)
    return steps


def _arranged(works: QuerySet[Work]) -> QuerySet[Work]:
    court = "judgment__forum__"
    arranged: QuerySet[Work] = (
        works.annotate(forum=F("judgment__forum"))
        .only(*_NAMED_BY)
        .order_by(
            F(f"{court}system").asc(nulls_last=True), f"{court}position", "kind", "-dated", "key"
        )
    )
    return arranged
