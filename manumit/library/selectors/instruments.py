"""Instruments with what states did under them, for computing where territories stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from manumit.library.models import Instrument, Legislation, Relation, TreatyEvent


@dataclass(frozen=True, slots=True)
class RecordedInstrument:
    """A published instrument as its record has it.

    ``joining`` is the record's table, ``sources`` its list of tables, ``acts`` its events,
    ``amended_by`` the keys of published instruments that amend it.
    """

    key: str
    title: str
    language: str
    titles: Mapping[str, str]
    short_titles: Mapping[str, Sequence[str]]
    instrument_type: str
    binding: bool
    adopted_on: str
    in_force_on: date | None
    joining: Mapping[str, Any]
    sources: Sequence[Mapping[str, Any]]
    topics: tuple[str, ...]
    acts: tuple[TreatyEvent, ...]
    amended_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Implementation:
    """A law that carries an instrument out; days as exact as they are known, or empty."""

    instrument: str
    law: str
    title: str
    titles: Mapping[str, str]
    jurisdiction: str
    commenced_on: str
    repealed_on: str
    note: str


def recorded_instruments() -> list[RecordedInstrument]:
    """Every published instrument, by key; a fixed number of queries."""
    rows = (
        Instrument.objects.filter(live=True)
        .only(
            "key", "title", "language", "titles", "short_titles", "sources", "instrument_type", "binding",
            "adopted_on", "in_force_on", "joining",
        )
        .prefetch_related("events", "topics")
        .order_by("key")
    )  # fmt: skip
    amended = _amended_by()
    return [
        RecordedInstrument(
            row.key, row.title, row.language, row.titles, row.short_titles, row.instrument_type, row.binding,
            row.adopted_on, row.in_force_on, row.joining, row.sources,
            tuple(concept.code for concept in row.topics.all()),
            tuple(row.events.all()), tuple(amended.get(row.key, ())),
        )
        for row in rows
    ]  # fmt: skip


def implementations() -> list[Implementation]:
    """Which published laws carry out which instruments, as either of the two records says."""
    says = Q(kind="implements", work__kind="legislation") | Q(
        kind="implemented_by", target__kind="legislation"
    )
    rows = Relation.objects.filter(says, work__live=True).select_related("work")
    pairs = {}
    for row in rows:
        passive = row.kind == "implemented_by"
        law = row.target_id if passive else row.work_id
        pairs[row.work.key if passive else row.target_key, law] = row.note
    laws = Legislation.objects.filter(live=True).in_bulk([law for _, law in pairs])
    found = [
        _implementation(instrument, laws[law], note)
        for (instrument, law), note in pairs.items()
        if law in laws
    ]
    return sorted(found, key=lambda one: (one.instrument, one.law))


def _implementation(instrument: str, law: Legislation, note: str) -> Implementation:
    return Implementation(
        instrument, law.key, law.title, law.titles, law.system_id, law.commenced_on,
        law.repealed_on, note,
    )  # fmt: skip


def _amended_by() -> dict[str, list[str]]:
    pairs = set()
    rows = Relation.objects.filter(kind__in=("amends", "amended_by"), work__live=True)
    for kind, key, target in rows.values_list("kind", "work__key", "target_key"):
        pairs.add((target, key) if kind == "amends" else (key, target))
    amended: dict[str, list[str]] = {}
    for key, amending in sorted(pairs):
        amended.setdefault(key, []).append(amending)
    return amended
