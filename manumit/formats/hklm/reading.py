"""Reading one file of the Hong Kong Legislation Model."""

from lxml import etree

from manumit.formats.hklm import metadata
from manumit.formats.hklm.names import HKLM, PICTURES, child, local
from manumit.formats.hklm.units import UnitReader
from manumit.formats.safe_xml import begins_as_xml, parse_xml
from manumit.formats.types import ParsedDocument, UnreadableDocument

_STATUS_WORDS = {
    "not-in-force": "Not yet in operation",
    "omitted": "Omitted by the publisher",
    "repealed": "Repealed, only the number is left",
}


def sniff(start: bytes) -> bool:
    """Whether the beginning of a file names the model's namespace."""
    return begins_as_xml(start) and HKLM.encode() in start


def read(data: bytes, filename: str) -> list[ParsedDocument]:
    """Read one law in one language. Raises UnreadableDocument."""
    root = parse_xml(data)
    if etree.QName(root).namespace != HKLM:
        raise UnreadableDocument("not Hong Kong Legislation Model XML")
    main = child(root, "main")
    if main is None:
        raise UnreadableDocument("the law has no body (main)")
    reader = UnitReader()
    reader.read(main)
    if not any(unit.html for unit in reader.units):
        raise UnreadableDocument("the law has no text")
    return [_document(root, main, reader)]


def _document(root: etree._Element, main: etree._Element, reader: UnitReader) -> ParsedDocument:
    facts = metadata.facts_of(root, main)
    return ParsedDocument(
        kind="legislation",
        key=metadata.key_of(facts),
        title=metadata.title_of(root, main),
        language=metadata.language_of(root),
        authority="authentic",
        facts=facts,
        units=tuple(reader.units),
        number=metadata.number_of(root),
        valid_from=metadata.valid_from(root),
        official_url=metadata.official_url(facts),
        publisher=metadata.publisher_of(root),
        licence=metadata.rights_of(root),
        notes=tuple(_notes(root, main, reader)),
    )


def _notes(root: etree._Element, main: etree._Element, reader: UnitReader) -> list[str]:
    notes = [
        f"{words}: {', '.join(eids)}."
        for status, words in _STATUS_WORDS.items()
        if (eids := [unit.eid for unit in reader.units if unit.status == status])
    ]
    names = {unit.eid for unit in reader.units}
    if repeated := [eid for eid in reader.eids.repeated if eid in names]:
        notes.append(f"Numbers that stand twice in the file: {', '.join(repeated)}.")
    if pictures := sum(local(one) in PICTURES for one in main.iter()):
        notes.append(f"Pictures or formulas were left out: {pictures}.")
    if metadata.valid_from(root) is None:
        notes.append("The file does not say from which day this version holds.")
    if metadata.title_of(root, main) == metadata.number_of(root):
        notes.append("The text gives no short title; its number stands for it.")
    return notes
