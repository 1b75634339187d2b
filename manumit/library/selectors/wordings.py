"""Every word that readers of a work would see, by where it stands."""

from collections.abc import Iterator
from typing import Any

from manumit.library.errors import WorkNotFound
from manumit.library.models import Wording, Work

_PROSE = ("body", "outcome")
_TABLES = ("titles", "short_titles", "procedural_history", "remedies", "sources", "docket_nos")


def words_of(work: Any) -> Iterator[tuple[str, str]]:
    """Place and words: of the record as it stands in ``work``, then of every text held.

    A place is the name of a field, or an eid.
    """
    for name in _PROSE:
        yield name, str(getattr(work, name, "") or "")
    for name in _TABLES:
        yield name, "\n".join(_strings(getattr(work, name, None)))
    for finding in work.findings.all() if work.kind == "judgment" else ():
        yield "findings", finding.says
    for relation in work.relations.all():
        yield "relations", relation.note
    rows = Wording.objects.filter(text__work=work.pk).select_related("passage", "text")
    for row in rows.order_by("text", "position").iterator(chunk_size=500):
        yield row.passage.eid, f"{row.heading}\n{row.plain}".strip()


def latest_of(key: str) -> Any:
    """The work as its newest draft has it, which is what would be published. Raises WorkNotFound."""
    work = Work.objects.filter(key=key).first()
    if work is None:
        raise WorkNotFound(f"nothing on the shelves has the key {key}")
    return work.as_kind().get_latest_revision_as_object()


def _strings(value: Any) -> Iterator[str]:
    """Every text in a structure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
