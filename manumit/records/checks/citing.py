"""Whether citations are written as their court writes them, and keys come from them."""

from collections.abc import Iterable, Iterator

from manumit.records.files import RecordFile
from manumit.records.types import JudgmentRecord, LegislationRecord
from manumit.reference import CitationFormat, forums, system_of, systems

_OTHER_YEAR = (
    "it bears {year}, but the decision is of {day}: if both are right, say so in the note of the "
    "source for its dates, naming {year}"
)

Faults = Iterator[tuple[str, str]]  # field and reason


def citing_faults(file: RecordFile) -> Faults:
    """What the record's own numbers contradict: its court's way of citing, its key, its dates."""
    record = file.record
    if isinstance(record, LegislationRecord):
        yield from _number_faults(file, record)
    if isinstance(record, JudgmentRecord):
        if record.neutral_citation:
            yield from _neutral_faults(record)
        yield from _key_faults(file, record)


def _number_faults(file: RecordFile, record: LegislationRecord) -> Faults:
    keys = _keys(_formats(file, "legislation"), [record.number])
    if keys and file.key not in keys:
        yield "number", f"{record.number} gives the key {keys[0]}, but the file is {file.key}"


def _neutral_faults(record: JudgmentRecord) -> Faults:
    cite = record.neutral_citation
    forum = forums().get(record.forum)
    formats = [each for each in (forum.citations if forum else ()) if each.kind == "neutral"]
    matches = [each.fullmatch(cite) for each in formats]
    if formats and not any(matches):
        example = formats[0].examples[0]
        yield "neutral_citation", f"{cite!r} is not how {record.forum} cites: write as {example}"
    for match in filter(None, matches):
        year = match.groupdict().get("year") or ""
        if year != record.decided_on[:4] and not _explained(record, year):
            yield (
                "neutral_citation",
                _OTHER_YEAR.format(year=year, day=record.decided_on),
            )


def _explained(record: JudgmentRecord, year: str) -> bool:
    """Whether a source for the dates or numbers says why the citation bears another year."""
    return any(
        year in source.note and {"dates", "identifiers"} & set(source.covers)
        for source in record.sources
    )


def _key_faults(file: RecordFile, record: JudgmentRecord) -> Faults:
    """A key is the neutral citation's; else the first number's, and then the day."""
    formats = _formats(file, "judgment")
    if record.neutral_citation:
        keys = _keys([each for each in formats if not each.is_stem], [record.neutral_citation])
        if keys and file.key not in keys:
            cite = record.neutral_citation
            yield "neutral_citation", f"{cite} gives the key {keys[0]}, but the file is {file.key}"
        if keys:
            return
    stems = _keys([each for each in formats if each.is_stem], _case_numbers(record))
    if stems and len(record.decided_on) < len("2000-01-01"):
        yield (
            "decided_on",
            "its key has the day, which must be whole: without it, cite the judgment",
        )
    keys = [f"{stem}/{record.decided_on}" for stem in stems]
    if keys and file.key not in keys:
        yield "", f"its numbers give the key {' or '.join(keys)}, but the file is {file.key}"


def _case_numbers(record: JudgmentRecord) -> list[str]:
    numbers = list(record.docket_nos)
    for value in record.identifiers.values():
        numbers += value if isinstance(value, list) else [value]
    return numbers


def _formats(file: RecordFile, gives: str) -> list[CitationFormat]:
    system = systems().get(system_of(file.key))
    return [each for each in system.all_formats if each.gives == gives] if system else []


def _keys(formats: Iterable[CitationFormat], cites: Iterable[str]) -> list[str]:
    matches = ((each, each.fullmatch(cite)) for cite in cites for each in formats)
    keys = (each.key_for(match.groupdict()) for each, match in matches if match)
    return [key for key in dict.fromkeys(keys) if key]
