"""The JSON object of a chapter, checked."""

import re
from dataclasses import dataclass
from typing import Any

from manumit.formats.safe_json import parse_object
from manumit.formats.types import UnreadableDocument

_CHAPTER = re.compile(r"[0-9]{1,5}[A-Za-z]{0,4}")
_NUMBER = re.compile(r"(?:Section|Schedule)?\s*(?P<number>[0-9]{1,4}[A-Z]{0,5})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """The same in English and in Chinese; either may be empty."""

    en: str = ""
    zh: str = ""

    def in_language(self, language: str) -> str:
        """The words in ``en`` or ``zh-Hant``."""
        return self.en if language == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Provision:
    """A section or a schedule: its number, heading and HTML."""

    kind: str
    number: str
    heading: Words
    html: Words


@dataclass(frozen=True, slots=True)
class Division:
    """Sections under one heading; ``number`` and ``heading`` are empty where there is none."""

    number: str
    heading: Words
    sections: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class CaseNote:
    """What the maker of the file says of a case about a section."""

    section: str
    citation: str
    case_name: str
    says: str


@dataclass(frozen=True, slots=True)
class Source:
    """A chapter of the laws of Hong Kong."""

    chapter: str
    title: Words
    divisions: tuple[Division, ...]
    schedules: tuple[Provision, ...]
    case_notes: tuple[CaseNote, ...]

    def provisions(self) -> list[Provision]:
        """Sections and schedules in order."""
        return [one for part in self.divisions for one in part.sections] + list(self.schedules)


def read_source(data: bytes) -> Source:
    """Read and check the object. Raises UnreadableDocument."""
    values = parse_object(data, "a chapter of HKLII")
    about = values.get("metadata")
    if isinstance(about, dict):
        return _annotated(values, about)
    return Source(
        chapter=_chapter(values.get("cap")),
        title=_title(values, "title", "titleZh"),
        divisions=tuple(_division(one) for one in _objects(values, "parts")),
        schedules=tuple(
            _provision(one, "schedule", "textEn", "textZh") for one in _objects(values, "schedules")
        ),
        case_notes=(),
    )


def _annotated(values: dict[str, Any], about: dict[str, Any]) -> Source:
    rows = _objects(values, "sections")
    sections = tuple(_provision(one, "section", "sectionTextEn", "sectionTextZh") for one in rows)
    return Source(
        chapter=_chapter(about.get("capNumber")),
        title=_title(about, "titleEn", "titleZh"),
        divisions=(Division("", Words(), sections),),
        schedules=(),
        case_notes=tuple(
            _case_note(note, section.number)
            for section, row in zip(sections, rows, strict=True)
            for note in _objects(row, "cases")
        ),
    )


def _division(row: dict[str, Any]) -> Division:
    sections = (_provision(one, "section", "textEn", "textZh") for one in _objects(row, "sections"))
    heading = Words(_text(row, "title"), _text(row, "titleZh"))
    return Division(_text(row, "id"), heading, tuple(sections))


def _provision(row: dict[str, Any], kind: str, english: str, chinese: str) -> Provision:
    printed = _text(row, "section") or _text(row, "id")
    number = _NUMBER.fullmatch(printed)
    if number is None:
        raise UnreadableDocument(f"{printed[:40]!r} is no number of a {kind}")
    heading = Words(_text(row, "title") or _text(row, "titleEn"), _text(row, "titleZh"))
    html = Words(_text(row, english), _text(row, chinese))
    return Provision(kind, number["number"], heading, html)


def _case_note(row: dict[str, Any], section: str) -> CaseNote:
    named = (_text(row, name) for name in ("citation", "caseName", "annotation"))
    return CaseNote(section, *(" ".join(one.split()) for one in named))


def _chapter(value: object) -> str:
    written = str(value) if isinstance(value, (str, int)) else ""
    if not _CHAPTER.fullmatch(written):
        raise UnreadableDocument("not a chapter of HKLII: it has no chapter number (cap)")
    return written


def _title(row: dict[str, Any], english: str, chinese: str) -> Words:
    title = Words(_text(row, english), _text(row, chinese))
    if not title.en:
        raise UnreadableDocument("the chapter has no title")
    return title


def _objects(row: dict[str, Any], name: str) -> list[dict[str, Any]]:
    values = row.get(name) or []
    if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
        raise UnreadableDocument(f"not a chapter of HKLII: {name} is no list of objects")
    return values


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""
