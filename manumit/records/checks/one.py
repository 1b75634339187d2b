"""What one file can be held against by itself."""

from collections.abc import Iterable, Iterator
from datetime import date

from manumit.records.checks.attaching import attaching_faults
from manumit.records.checks.citing import citing_faults
from manumit.records.checks.codes import code_faults
from manumit.records.checks.effects import effect_faults
from manumit.records.checks.expiring import expiry_faults
from manumit.records.checks.sourcing import sourcing_faults
from manumit.records.files import RecordFile, write_text
from manumit.records.organisations import OrganisationRecord
from manumit.records.problems import Problem
from manumit.records.sitepages import PageRecord
from manumit.reference import BadKey, kind_of, page_of, shelves_of


def check_file(file: RecordFile, *, today: date) -> list[Problem]:
    """What is wrong with the record: no Centre takes it in until that is mended."""
    return _problems(
        file,
        [
            *_shelf_faults(file),
            *code_faults(file),
            *citing_faults(file),
            *effect_faults(file),
            *attaching_faults(file),
            *_looks_ahead(file, today),
        ],
    )


def check_upkeep(file: RecordFile, *, today: date) -> list[Problem]:
    """What the record's keeper owes its readers: sources, links and numbers still to be trusted.

    A Centre takes such a record in, since its pages say how sure they are; a collection that is
    given out should hold none.
    """
    faults = list(sourcing_faults(file))
    if isinstance(file.record, OrganisationRecord):
        faults += expiry_faults(file.record, today)
    return _problems(file, faults)


def check_form(file: RecordFile, text: str) -> list[Problem]:
    """Whether the file stands as ``export`` would write it, so that diffs show changes only."""
    if write_text(file.record, file.body) == text:
        return []
    return [Problem(file.path, 1, "", "is not in canonical form: manumit check --fix rewrites it")]


def _problems(file: RecordFile, faults: Iterable[tuple[str, str]]) -> list[Problem]:
    return [Problem(file.path, file.line_of(field), field, reason) for field, reason in faults]


def _looks_ahead(file: RecordFile, today: date) -> Iterator[tuple[str, str]]:
    looks = [(f"sources.{n}.on", source.on) for n, source in enumerate(file.record.sources)]
    if isinstance(file.record, PageRecord) and file.record.checked_on:
        looks.append(("checked_on", file.record.checked_on))
    if isinstance(file.record, OrganisationRecord):
        services = enumerate(file.record.services)
        looks += [(f"services.{n}.verified_on", service.verified_on) for n, service in services]
    for field, day in looks:
        if day > today:
            yield field, f"nobody has looked yet on {day}"


def _shelf_faults(file: RecordFile) -> Iterator[tuple[str, str]]:
    kind = file.record.kind
    if kind_of(file.key) != kind:
        shelves = " or ".join(shelves_of(kind))
        yield "kind", f"a key of this kind has {shelves} as its second part; this is {file.key}"
    elif isinstance(file.record, PageRecord):
        yield from _page_faults(file, file.record)


def _page_faults(file: RecordFile, page: PageRecord) -> Iterator[tuple[str, str]]:
    """A page stands in a file named after its language, and is no translation of itself."""
    try:
        _, language = page_of(file.key)
    except BadKey as error:
        yield "", str(error)
        return
    if language != page.language.lower():
        yield "language", f"it is {page.language}, but the file is {language}.md"
    if page.translation and page.translation.of == page.language:
        yield "translation.of", "a page is no translation of itself"
