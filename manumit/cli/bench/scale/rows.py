"""The works of the benchmark as rows of the library, so that a page of hits can show them.

Written table by table: a million records loaded as people load them would take a day. No texts, no
journal: what a page of hits shows and no more.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from manumit.cli.ground import prepare_database
from manumit.library.types import SearchDocument
from manumit.vocab.types import Concept

_BATCH = 2_000
_SOURCE = [{"id": "bench", "publisher": "Nobody", "for": ["text"], "on": "2026-01-01"}]
_TOPIC_SCHEMES = ("exploitation", "cross-cutting")


def write_rows(works: Iterable[SearchDocument]) -> None:
    """Write each work, its own kind and its topics, into the database of this process."""
    prepare_database()
    known = Concept.objects.filter(scheme__in=_TOPIC_SCHEMES).values_list("code", "pk")
    topics = dict(known)
    numbered = enumerate(works, 1)
    while batch := list(islice(numbered, _BATCH)):
        with transaction.atomic():
            insert_rows("work", [_work(number, work) for number, work in batch])
            for kind in dict.fromkeys(work.kind for _, work in batch):
                insert_rows(
                    kind, [_own(number, work) for number, work in batch if work.kind == kind]
                )
            _write_topics(list(_topics(batch, topics)))


def _work(number: int, work: SearchDocument) -> dict[str, Any]:
    return {
        "id": number,
        "live": True,
        "key": work.key,
        "kind": work.kind,
        "system": work.system,
        "title": work.title[:500],
        "language": work.language,
        "dated": work.dated,
        "sources": _SOURCE,
    }


def _own(number: int, work: SearchDocument) -> dict[str, Any]:
    """What only one kind has and a page of hits shows."""
    own: dict[str, dict[str, Any]] = {
        "judgment": {
            "forum": work.forum,
            "neutral_citation": work.citations[0],
            "decided_on": work.dated,
        },
        "legislation": {"legislation_type": "act", "number": work.citations[0]},
        "publication": {"publication_type": "report", "publisher": "Nobody"},
        "instrument": {"instrument_type": "convention"},
    }
    return {"work_ptr": number, **own[work.kind]}


def _topics(
    batch: Iterable[tuple[int, SearchDocument]], topics: dict[str, int]
) -> Iterator[Sequence[int]]:
    for number, work in batch:
        yield from ((number, topics[code]) for code in work.topics)


def insert_rows(model: str, rows: list[dict[str, Any]]) -> None:
    """Insert rows, as fields and values, of a model of the library; what is not named has its default."""
    meta = apps.get_model("library", model)._meta  # noqa: SLF001 - Django's documented interface
    fields = meta.local_concrete_fields
    values: list[Sequence[Any]] = [
        [
            field.get_db_prep_save(row.get(field.name, field.get_default()), connection)
            for field in fields
        ]
        for row in rows
    ]
    _insert(meta.db_table, [field.column for field in fields], values)


def _write_topics(pairs: list[Sequence[int]]) -> None:
    table = apps.get_model("library", "work").topics.through._meta.db_table  # noqa: SLF001 - as above
    _insert(table, ["work_id", "concept_id"], pairs)


def _insert(table: str, columns: list[str], rows: list[Sequence[Any]]) -> None:
    marks = ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - ours
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)
