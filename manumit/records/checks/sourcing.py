"""Whether every group of facts has a source, and the link goes to who publishes the text."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from manumit.records.files import RecordFile
from manumit.records.organisations import OrganisationRecord
from manumit.records.publications import PublicationRecord
from manumit.records.sitepages import PageRecord
from manumit.records.types import InstrumentRecord, JudgmentRecord, LegislationRecord
from manumit.reference import system_of, systems

# A source read for one of these was read for the facts of the group.
_COVERED_BY = {
    "identifiers": {"identifiers", "title", "registration"},
    "penalties": {"penalties", "provisions"},
    "outcome": {"outcome", "findings"},
    "history": {"history", "findings"},  # a judgment tells how it came before the court
}


def sourcing_faults(file: RecordFile) -> Iterator[tuple[str, str]]:
    """What stands in the record without a source, and a link that leads elsewhere."""
    if file.record.status == "published":
        yield from _groups_without_source(file)
    yield from _link_faults(file)


def _groups_without_source(file: RecordFile) -> Iterator[tuple[str, str]]:
    covered = {group for source in file.record.sources for group in source.covers}
    for group in _groups(file):
        if not covered & _COVERED_BY.get(group, {group}):
            yield "sources", f"no source is for its {group}: say where they were read"


def _groups(file: RecordFile) -> list[str]:
    """The groups of facts that the record holds."""
    record = file.record
    held: dict[str, object]
    match record:
        case InstrumentRecord():
            held = {
                "dates": record.adopted_on or record.opened_on or record.in_force_on,
                "registration": record.registration,
                "identifiers": record.identifiers,
                "provisions": record.provisions,
            }
        case LegislationRecord():
            held = {
                "dates": record.enacted_on or record.commenced_on or record.repealed_on,
                "identifiers": record.number,
                "versions": record.versions,
                "provisions": record.provisions,
                "penalties": any(provision.penalty for provision in record.provisions),
            }
        case JudgmentRecord():
            held = {
                "dates": record.decided_on,
                "identifiers": record.neutral_citation or record.docket_nos or record.identifiers,
                "outcome": record.outcome or record.outcomes,
                "findings": record.findings,
                "history": record.procedural_history,
            }
        case PublicationRecord():
            held = {
                "dates": record.published_on,
                "identifiers": record.identifiers,
                "abstract": file.body,
            }
        case OrganisationRecord():
            held = {"services": record.services}
        case PageRecord():
            return ["text"] if file.body else []
    return ["title", *(group for group, value in held.items() if value)]


def _link_faults(file: RecordFile) -> Iterator[tuple[str, str]]:
    """Law and judgments are opened where they are published, officially if they are at all."""
    if isinstance(file.record, PageRecord):
        return
    system = systems().get(system_of(file.key))
    url = file.record.official_url
    if file.record.kind in ("publication", "organisation") or not url or not system:
        return
    host = urlsplit(url).hostname or ""
    known = system.publishers
    if known and not any(host == each or host.endswith(f".{each}") for each in known):
        yield (
            "official_url",
            f"{host} is no publisher of {system.name()}: link to {', '.join(known)}",
        )
