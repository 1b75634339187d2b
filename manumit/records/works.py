"""What the record of every Work holds, and how one work stands to another."""

from typing import Annotated, Any

from pydantic import AfterValidator, model_validator

from manumit.records.common import Record
from manumit.records.fields import Codes, Day, Line, Part, WorkKey

RELATION_KINDS = {
    "amends": "amended_by",
    "implements": "implemented_by",
    "supplements": "supplemented_by",
    "supersedes": "superseded_by",
    "translates": "translated_by",
    "affirms": "affirmed_by",
    "reverses": "reversed_by",
    "varies": "varied_by",
    "follows": "followed_by",
    "distinguishes": "distinguished_by",
    "considers": "considered_by",
    "interprets": "interpreted_by",
    "comments_on": "commented_on_by",
    "related": "related",
}
ALL_RELATION_KINDS = frozenset(RELATION_KINDS) | frozenset(RELATION_KINDS.values())
_ONE_RELATION = (
    "write one known relation, such as {considers: coe/case/25965-04/2010-01-07}; "
    f"known: {', '.join(sorted(ALL_RELATION_KINDS))}"
)


def _relation_kind(value: str) -> str:
    if value not in ALL_RELATION_KINDS:
        raise ValueError(_ONE_RELATION)
    return value


RelationKind = Annotated[str, AfterValidator(_relation_kind)]


class Relation(Part):
    """A typed link to another Work; written ``{considers: coe/case/25965-04/2010-01-07}``."""

    kind: RelationKind
    work: WorkKey
    on: Day | None = None
    note: Line = ""

    @model_validator(mode="before")
    @classmethod
    def read_short_form(cls, value: Any) -> Any:
        """Turn ``{kind: key, …}`` into fields; the kind must be a known one."""
        if not isinstance(value, dict) or "kind" in value:
            return value
        kinds = [name for name in value if name in ALL_RELATION_KINDS]
        if len(kinds) != 1:
            raise ValueError(_ONE_RELATION)
        rest = {name: inner for name, inner in value.items() if name != kinds[0]}
        return {"kind": kinds[0], "work": value[kinds[0]], **rest}


def _each_once(relations: list[Relation]) -> list[Relation]:
    pairs = [(relation.kind, relation.work) for relation in relations]
    for kind, work in pairs:
        if pairs.count((kind, work)) > 1:
            raise ValueError(f"{kind} {work} is written twice")
    return relations


Relations = Annotated[list[Relation], AfterValidator(_each_once)]


class WorkRecord(Record):
    """What the record of every Work holds."""

    topics: Codes = []
    practice_areas: Codes = []
    relations: Relations = []
