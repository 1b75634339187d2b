"""Whether the works that pages of the site name are among the records."""

from collections.abc import Iterator, Mapping

from manumit.records.files import RecordFile
from manumit.records.sitepages import PageRecord, leads_to_a_work, links_of
from manumit.records.types import places_of

Fault = tuple[RecordFile, str, str]  # file, field and reason


def page_faults(held: Mapping[str, RecordFile]) -> Iterator[Fault]:
    """Each link of a page to a work, or a place in one, at which readers would find nothing."""
    for file in held.values():
        if isinstance(file.record, PageRecord):
            for target in links_of(file.record, file.body):
                if leads_to_a_work(target) and (reason := _why_not(target, held)):
                    yield file, "", reason


def _why_not(target: str, held: Mapping[str, RecordFile]) -> str:
    key, _, eid = target.partition("#")
    file = held.get(key)
    if file is None:
        return f"it links to {key}, and no record of this collection is that"
    if file.record.status != "published":
        return f"it links to {key}, a {file.record.status}, which readers do not see"
    if eid and eid not in places_of(file.record):
        return f"it links to {target}, and the record of {key} says nothing at {eid}"
    return ""
