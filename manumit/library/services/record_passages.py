"""What a record says of passages: provisions with their gist, findings with their pinpoints."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from manumit.library.models import Finding, FindingAbout, Judgment, Passage, Pinpoint, Work
from manumit.library.services.passages import arrange, ensure_passages, retire_unused
from manumit.library.services.rows import Concepts, replace_rows
from manumit.library.types import TOPIC_SCHEMES
from manumit.records import (
    AnyWorkRecord,
    InstrumentRecord,
    JudgmentRecord,
    LegislationRecord,
    Provision,
    PublicationRecord,
)
from manumit.records import Finding as FindingPart
from manumit.reference import parse_address


def write_passages(work: Any, record: AnyWorkRecord, at: datetime, *, made: bool) -> None:
    """Provisions and findings, and the order of all passages; ``made`` has no rows yet."""
    match record:
        case InstrumentRecord() | LegislationRecord():
            set_provisions(work, record.provisions)
        case JudgmentRecord():
            _set_findings(work, record, made=made)
        case PublicationRecord():
            return
    if not made:
        retire_unused(work, at)
    arrange(work)


def set_provisions(work: Work, provisions: Sequence[Provision]) -> None:
    """Let the passages of the work say what these provisions say, and no others anything.

    Passages that nothing speaks of any more are left to ``retire_unused``, the order to ``arrange``.
    """
    wanted = {provision.at: provision for provision in provisions}
    held = ensure_passages(work, wanted)
    gone = work.passages.filter(noted=True).exclude(eid__in=wanted)
    topics = Passage.topics.through.objects
    topics.filter(passage__in=[*gone, *(held[eid] for eid in wanted)]).delete()
    gone.update(noted=False, heading="", gist="", penalty="")
    for eid, provision in wanted.items():
        _note(held[eid], provision)
    noted = [held[eid] for eid in wanted]
    Passage.objects.bulk_update(noted, ["heading", "gist", "penalty", "noted"], batch_size=100)
    concepts = Concepts.coded(code for provision in provisions for code in provision.topics)
    topics.bulk_create(
        Passage.topics.through(passage_id=held[eid].pk, concept_id=concept.pk)
        for eid, provision in wanted.items()
        for concept in concepts.named(provision.topics, TOPIC_SCHEMES)
    )


def _note(passage: Passage, provision: Provision) -> None:
    passage.heading = provision.heading
    passage.gist = provision.gist
    passage.penalty = provision.penalty
    passage.noted = True


def _set_findings(judgment: Judgment, record: JudgmentRecord, *, made: bool) -> None:
    pins = {eid for finding in record.findings for eid in finding.at}
    passages = ensure_passages(judgment, pins)
    findings = [_finding(judgment, item) for item in record.findings]
    replace_rows(Finding, findings, made=made, judgment=judgment.pk)
    pinpoints, about = [], []
    for finding, item in zip(findings, record.findings, strict=True):
        pinpoints += [
            Pinpoint(finding=finding, passage=passages[eid], sort_order=place)
            for place, eid in enumerate(item.at)
        ]
        about += [_about(finding, text, place) for place, text in enumerate(item.about)]
    Pinpoint.objects.bulk_create(pinpoints)
    FindingAbout.objects.bulk_create(about)


def _finding(judgment: Judgment, item: FindingPart) -> Finding:
    return Finding(
        judgment_id=judgment.pk,
        says=item.says,
        weight=item.weight,
        fate=item.fate,
        checked_on=item.checked.on if item.checked else None,
        checked_against=item.checked.against if item.checked else "",
    )


def _about(finding: Finding, text: str, place: int) -> FindingAbout:
    address = parse_address(text)
    return FindingAbout(finding=finding, target_key=address.key, eid=address.eid, sort_order=place)
