"""Reading one chapter: its text in English and its text in Chinese."""

import re

from manumit.formats.hklii.divisions import unknown_parts
from manumit.formats.hklii.source import CaseNote, Source, read_source
from manumit.formats.hklii.units import UnitReader
from manumit.formats.types import LegislationFacts, ParsedDocument, UnreadableDocument
from manumit.reference import label_of, slugify_segment

_LANGUAGES = ("en", "zh-Hant")
_SNIFF = re.compile(rb'"(?:textEn|sectionTextEn|annotation)"')
_CHAPTER_SNIFF = re.compile(rb'"cap(?:Number)?"')
_HOME = re.compile(
    r"https://www\.hklii\.hk/(?:en|tc)/legis/(?P<shelf>ord|reg|instrument)/(?P<number>\w+)/"
)
_SITE_LANGUAGES = {"en": "en", "zh-Hant": "tc"}
_NUMBERS = {"en": "Cap. {}", "zh-Hant": "第{}章"}


def sniff(start: bytes) -> bool:
    """Whether the beginning of a file is that of such an object."""
    return (
        start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
        and _CHAPTER_SNIFF.search(start) is not None
        and _SNIFF.search(start) is not None
    )


def read(data: bytes, filename: str) -> list[ParsedDocument]:
    """Read a chapter in each language it has words in. Raises UnreadableDocument."""
    source = read_source(data)
    unknown = unknown_parts(source)
    found = [
        _document(source, language, unknown)
        for language in _LANGUAGES
        if any(one.html.in_language(language) for one in source.provisions())
    ]
    if not found:
        raise UnreadableDocument("the chapter has no text")
    return found


def _document(source: Source, language: str, unknown: list[str]) -> ParsedDocument:
    reader = UnitReader(language, numbered_parts=not unknown)
    reader.read(source)
    return ParsedDocument(
        kind="legislation",
        key=f"hk/law/cap-{slugify_segment(source.chapter)}",
        title=source.title.in_language(language) or source.title.en,
        language=language,
        authority="unofficial",
        facts=_facts(source),
        units=tuple(reader.units),
        number=_NUMBERS[language].format(source.chapter),
        official_url=_home_page(source, language),
        publisher="Hong Kong Legal Information Institute",
        notes=tuple(_notes(source, language, reader, unknown)),
    )


def _facts(source: Source) -> LegislationFacts:
    """A chapter without a letter is an Ordinance; one with a letter is made under it."""
    kind = "cap" if source.chapter.isdecimal() else "subsidiary"
    return LegislationFacts(doc_type=kind, doc_number=source.chapter)


def _home_page(source: Source, language: str) -> str:
    """HKLII's page of the chapter, as the links in its text have it; empty where none has."""
    for one in source.provisions():
        for found in _HOME.finditer(one.html.en + one.html.zh):
            if found["number"].lower() == source.chapter.lower():
                site = _SITE_LANGUAGES[language]
                return f"https://www.hklii.hk/{site}/legis/{found['shelf']}/{found['number']}/"
    return ""


def _notes(source: Source, language: str, reader: UnitReader, unknown: list[str]) -> list[str]:
    notes = [
        "Read from HKLII's pages, not from Hong Kong e-Legislation: check it there.",
        "The file does not say from which day this version holds.",
    ]
    if unknown:
        notes.append(_about_parts(source, unknown))
    if any(part.heading.en and not part.heading.in_language(language) for part in source.divisions):
        notes.append(
            "The headings above the sections are in English only; they were left out here."
        )
    if reader.without_text:
        notes.append(f"Without text in the file: {', '.join(reader.without_text)}.")
    if reader.bare:
        notes.append(f"Nothing but the number is printed: {', '.join(reader.bare)}.")
    units = {unit.eid for unit in reader.units}
    if repeated := [eid for eid in reader.eids.repeated if eid in units]:
        notes.append(f"Numbers that stand twice in the file: {', '.join(repeated)}.")
    if language == "en":
        notes += [_about_case(note) for note in source.case_notes]
    return notes


def _about_parts(source: Source, unknown: list[str]) -> str:
    have = [part.number for part in source.divisions if part.number]
    return (
        f"The law's own words name Part {', '.join(unknown)}, which the file does not have: the "
        f"numbers that it gives to its headings ({have[0]} to {have[-1]}) are not sure to be the law's and were "
        "left out."
    )


def _about_case(note: CaseNote) -> str:
    """An annotation as a note: never wording, and said to be somebody else's words."""
    section = label_of(f"sec_{note.section}")
    named = ", ".join(one for one in (note.case_name, note.citation) if one)
    return f"A note in the file, not the law's words, on {section}: {named}: {note.says}"
