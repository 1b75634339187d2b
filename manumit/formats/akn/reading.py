"""Reading one document in Akoma Ntoso."""

from dataclasses import replace
from typing import cast
from urllib.parse import urlsplit

from manumit.formats.akn import judgment, legislation
from manumit.formats.akn.citing import Cited
from manumit.formats.akn.identification import UNKNOWN_LANGUAGE, Identification
from manumit.formats.akn.names import CERTAIN, DOCUMENTS, NAMESPACES, local, words
from manumit.formats.akn.notes import notes_on
from manumit.formats.akn.source import document_in
from manumit.formats.akn.times import Times
from manumit.formats.akn.units import UnitReader
from manumit.formats.languages import language_of
from manumit.formats.safe_xml import begins_as_xml
from manumit.formats.types import (
    Authority,
    DocumentKind,
    InstrumentFacts,
    JudgmentFacts,
    LegislationFacts,
    ParsedDocument,
    PublicationFacts,
    UnreadableDocument,
)
from manumit.reference import systems

_Facts = InstrumentFacts | LegislationFacts | JudgmentFacts | PublicationFacts


def sniff(start: bytes) -> bool:
    """Whether the beginning of a file names one of the standard's namespaces."""
    return begins_as_xml(start) and any(one.encode() in start for one in NAMESPACES)


def read(data: bytes, filename: str) -> list[ParsedDocument]:
    """Read one document or fragment. Raises UnreadableDocument."""
    element = document_in(data)
    identification = Identification(element)
    times = Times(identification.meta)
    kind = cast(DocumentKind, DOCUMENTS.get(local(element), "legislation"))
    reader = UnitReader(times, judgment=kind == "judgment")
    reader.read(element)
    if not any(unit.number or unit.heading or unit.html for unit in reader.units):
        raise UnreadableDocument("the document has no text")
    document = _document(kind, identification, times, reader)
    return [replace(document, notes=tuple(notes_on(document, identification, reader, times)))]


def _document(
    kind: DocumentKind, identification: Identification, times: Times, reader: UnitReader
) -> ParsedDocument:
    language = identification.language() or language_of(words(identification.document))
    known = _known(kind, identification)
    titles = identification.titles()
    number = known.cite if known else _number(kind, identification)
    return ParsedDocument(
        kind=kind,
        key=known.key if known else None,
        title=_title(titles, language, identification) or number,
        language=language or UNKNOWN_LANGUAGE,
        authority=_authority(identification, language),
        facts=_facts(kind, identification, known),
        units=tuple(reader.units),
        other_titles={code: name for code, name in titles.items() if code not in ("", language)},
        number=number,
        valid_from=(identification.version() or times.latest()) if kind == "legislation" else None,
        official_url=identification.address(),
        publisher=identification.publisher(),
        kind_guessed=local(identification.document) not in CERTAIN,
    )


def _known(kind: DocumentKind, identification: Identification) -> Cited | None:
    if kind == "judgment":
        return judgment.cited(identification)
    return legislation.cited(identification) if kind == "legislation" else None


def _number(kind: DocumentKind, identification: Identification) -> str:
    if kind == "judgment":
        return judgment.printed_citation(identification)
    return legislation.official_number(identification)


def _facts(kind: DocumentKind, identification: Identification, known: Cited | None) -> _Facts:
    match kind:
        case "judgment":
            return judgment.facts_of(identification, known)
        case "legislation":
            return legislation.facts_of(identification)
        case "instrument":
            return InstrumentFacts()
        case "publication":
            return PublicationFacts(identification.subtype())


def _title(titles: dict[str, str], language: str, identification: Identification) -> str:
    """The name in the document's language; else one of none, as printed, or of another."""
    printed = identification.printed("docTitle", "shortTitle")
    names = [titles.get(language), titles.get(""), *printed[:1], *titles.values()]
    return next((name for name in names if name), "")


def _authority(identification: Identification, language: str) -> Authority:
    """Authentic in an official language, if the file says so or comes from who publishes the law."""
    system = systems().get(identification.country())
    if system is None or language not in system.languages:
        return "unofficial"
    host = urlsplit(identification.address()).hostname or ""
    official = any(host == one or host.endswith(f".{one}") for one in system.publishers)
    return "authentic" if official or identification.says_authentic() else "unofficial"
