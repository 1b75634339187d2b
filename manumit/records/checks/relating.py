"""Relations between judgments and laws that cannot be, and findings that outlive their judgment."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from manumit.records.fields import is_surely_before
from manumit.records.files import RecordFile
from manumit.records.organisations import OrganisationRecord
from manumit.records.sitepages import PageRecord
from manumit.records.types import AnyWorkRecord, JudgmentRecord
from manumit.records.works import RELATION_KINDS

Fault = tuple[RecordFile, str, str]  # file, field and reason

# What only a later judgment can do to an earlier one.
_TREATMENTS = frozenset({"affirms", "reverses", "varies", "follows", "distinguishes"})
# What can lie behind a finding that is no longer good.
_HARM = frozenset({"reverses", "varies", "distinguishes", "considers", "supersedes"})
_ACTIVE = {passive: active for active, passive in RELATION_KINDS.items()}


class _Link(NamedTuple):
    """A relation as it is meant, whichever end states it: ``later`` does it to ``earlier``."""

    kind: str
    later: str
    earlier: str
    file: RecordFile
    field: str


def relation_faults(held: Mapping[str, RecordFile]) -> Iterator[Fault]:
    """Every relation that stands twice or between the wrong ends; every fate without a reason."""
    links = [link for file in held.values() for link in _links(file) if _both_held(link, held)]
    yield from _stated_twice(links)
    for link in links:
        yield from _wrong_ends(link, held)
    yield from _fates(held, links)


def _links(file: RecordFile) -> Iterator[_Link]:
    record = file.record
    if isinstance(record, OrganisationRecord | PageRecord):
        return
    for number, relation in enumerate(record.relations):
        field = f"relations.{number}"
        if relation.kind in RELATION_KINDS:
            yield _Link(relation.kind, file.key, relation.work, file, field)
        else:
            yield _Link(_ACTIVE[relation.kind], relation.work, file.key, file, field)


def _both_held(link: _Link, held: Mapping[str, RecordFile]) -> bool:
    return link.later in held and link.earlier in held


def _stated_twice(links: Iterable[_Link]) -> Iterator[Fault]:
    seen: dict[tuple[str, ...], _Link] = {}
    for link in links:
        ends = sorted((link.later, link.earlier)) if link.kind == "related" else link[1:3]
        first = seen.setdefault((link.kind, *ends), link)
        if first is not link:
            yield link.file, link.field, f"{first.file.key} says the same: say it once"


def _wrong_ends(link: _Link, held: Mapping[str, RecordFile]) -> Iterator[Fault]:
    later, earlier = _work(held[link.later]), _work(held[link.earlier])
    if link.earlier == link.later:
        yield link.file, link.field, "a work has no relation to itself"
    elif link.kind in _TREATMENTS:
        if not isinstance(later, JudgmentRecord) or not isinstance(earlier, JudgmentRecord):
            yield link.file, link.field, f"only a judgment {link.kind}, and only a judgment"
        elif is_surely_before(later.decided_on, earlier.decided_on):
            reason = f"{link.later} was decided before {link.earlier}, which it {link.kind}"
            yield link.file, link.field, reason
    elif link.kind in ("amends", "supersedes", "translates") and later.kind != earlier.kind:
        yield link.file, link.field, f"{link.kind} joins two works of one kind"


def _fates(held: Mapping[str, RecordFile], links: Iterable[_Link]) -> Iterator[Fault]:
    """A judgment that was reversed keeps not all its findings; a finding falls not by itself."""
    done: dict[str, set[str]] = {}
    for link in links:
        done.setdefault(link.earlier, set()).add(link.kind)
    for key, file in held.items():
        if not isinstance(file.record, JudgmentRecord):
            continue
        fates = [finding.fate for finding in file.record.findings]
        kinds = done.get(key, set())
        if "reverses" in kinds and fates and set(fates) == {"good"}:
            yield file, "findings", "it was reversed: say by fate which of its findings fell"
        for number, fate in enumerate(fates):
            if fate != "good" and not kinds & _HARM:
                field = f"findings.{number}.fate"
                yield file, field, f"no judgment here did that: name by a relation who {fate} it"


def _work(file: RecordFile) -> AnyWorkRecord:
    assert not isinstance(file.record, OrganisationRecord | PageRecord)  # only works have relations
    return file.record
