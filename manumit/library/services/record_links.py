"""What a record says of other works, written below its own."""

from collections.abc import Sequence
from typing import Any

from manumit.library import mapping
from manumit.library.models import (
    AppliedProvision,
    ElementTreated,
    Judgment,
    Relation,
    TreatyEvent,
    Work,
)
from manumit.library.services.rows import Concepts, replace_rows
from manumit.library.types import OUTCOME_SCHEMES, PRACTICE_SCHEMES, TOPIC_SCHEMES
from manumit.records import AnyWorkRecord, InstrumentRecord, JudgmentRecord
from manumit.vocab.types import Concept


def write_links(work: Any, record: AnyWorkRecord, *, made: bool) -> None:
    """The rows that stand below the work, written many at a time; ``made`` has none yet."""
    concepts = Concepts.of(record)
    topics = concepts.named(record.topics, TOPIC_SCHEMES)
    _replace_concepts(Work.topics, topics, made=made, work_id=work.pk)
    areas = concepts.named(record.practice_areas, PRACTICE_SCHEMES)
    _replace_concepts(Work.practice_areas, areas, made=made, work_id=work.pk)
    replace_rows(Relation, _relations(work, record), made=made, work=work.pk)
    if isinstance(record, InstrumentRecord):
        replace_rows(TreatyEvent, _events(work, record), made=made, instrument=work.pk)
    if isinstance(record, JudgmentRecord):
        outcomes = concepts.named(record.outcomes, OUTCOME_SCHEMES)
        _replace_concepts(Judgment.outcomes, outcomes, made=made, judgment_id=work.pk)
        replace_rows(ElementTreated, _elements(work, record, concepts), made=made, judgment=work.pk)
        replace_rows(AppliedProvision, _applied(work, record), made=made, judgment=work.pk)


def _replace_concepts(field: Any, concepts: Sequence[Concept], *, made: bool, **owner: int) -> None:
    through = field.through
    if not made:
        through.objects.filter(**owner).delete()
    through.objects.bulk_create(through(**owner, concept_id=concept.pk) for concept in concepts)


def _relations(work: Work, record: AnyWorkRecord) -> list[Relation]:
    return [
        Relation(work_id=work.pk, kind=one.kind, target_key=one.work, on=one.on, note=one.note)
        for one in record.relations
    ]


def _events(work: Work, record: InstrumentRecord) -> list[TreatyEvent]:
    return [
        TreatyEvent(
            instrument_id=work.pk,
            party=item.party,
            territory=item.territory or "",
            act=item.act,
            after=item.after or "",
            against=item.against or "",
            undoes=item.undoes or "",
            in_part=item.in_part,
            on=item.on or "",
            effective_on=item.effective_on,
            gist=item.gist,
            source=item.source,
            confirmed_by=item.confirmed_by,
        )
        for item in record.events
    ]


def _elements(work: Work, record: JudgmentRecord, concepts: Concepts) -> list[ElementTreated]:
    treated = []
    for part, scheme in mapping.ELEMENT_SCHEMES.items():
        given = getattr(record.elements, part)
        found = concepts.named([element.concept for element in given], (scheme,))
        treated += [
            ElementTreated(judgment_id=work.pk, part=part, concept=concept, basis=element.basis)
            for element, concept in zip(given, found, strict=True)
        ]
    return treated


def _applied(work: Work, record: JudgmentRecord) -> list[AppliedProvision]:
    return [
        AppliedProvision(judgment_id=work.pk, target_key=one.work, eid=one.at or "", how=one.how)
        for one in record.applied
    ]
