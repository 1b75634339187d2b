"""Reading one treaty text."""

import re

from manumit.formats.text import decode_utf8
from manumit.formats.treaty import bilingual
from manumit.formats.treaty.headings import unit_heading
from manumit.formats.treaty.language import englishness, split_languages
from manumit.formats.treaty.lines import Line, read_lines
from manumit.formats.treaty.titles import take_titles
from manumit.formats.treaty.units import BodyReader, preamble_units
from manumit.formats.types import InstrumentFacts, ParsedDocument, Unit, UnreadableDocument

_SNIFF = re.compile(r"^#{1,6}[ \t]*Article[ \t]+\w", re.IGNORECASE | re.MULTILINE)


def sniff(start: bytes) -> bool:
    """Whether a heading with an article's number is near the beginning, or a treaty as JSON."""
    if bilingual.SNIFF.match(start.lstrip(b"\xef\xbb\xbf \t\r\n")):
        return True
    return _SNIFF.search(start.decode("utf-8", "ignore")) is not None


def read(data: bytes, filename: str) -> list[ParsedDocument]:
    """Read one treaty: in English, or from JSON in English and Chinese. Raises UnreadableDocument."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return bilingual.read_bilingual(data)
    lines, translation = split_languages(read_lines(decode_utf8(data)))
    asides = [line.text for line in lines if _is_dutch_aside(line)]
    opening, body = _parts([line for line in lines if not _is_dutch_aside(line)])
    if not body:
        raise UnreadableDocument("no article heading in English was found")
    title, other_titles, preamble = take_titles(opening)
    units = preamble_units(preamble) + BodyReader().read(body)
    return [
        ParsedDocument(
            kind="instrument",
            key=None,
            title=title,
            language="en",
            authority="unofficial",
            facts=InstrumentFacts(left_out=("nl",) if translation else ()),
            units=tuple(units),
            other_titles=other_titles,
            notes=tuple(_notes(units, translation, asides)),
        )
    ]


def _parts(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """What stands before the first article or chapter, and everything from there on."""
    starts = (at for at, line in enumerate(lines) if unit_heading(line))
    first = next(starts, len(lines))
    return lines[:first], lines[first:]


def _is_dutch_aside(line: Line) -> bool:
    """A remark of the Dutch publisher within the English text."""
    return not line.level and englishness(line) < -1


def _notes(units: list[Unit], translation: list[Line], asides: list[str]) -> list[str]:
    articles = [unit.number for unit in units if unit.kind == "article"]
    notes = [
        "Read from a copy, not from the depositary: check it against the certified text.",
        f"Articles read: {len(articles)}, from {articles[0]} to {articles[-1]}."
        if articles
        else "No article was found.",
    ]
    if translation:
        notes.append(f"A Dutch translation after the text was left out: {len(translation)} lines.")
    notes += [f"Left out, a remark in Dutch: {text}" for text in dict.fromkeys(asides)]
    if units[0].kind != "preamble":
        notes.append("The file has no preamble.")
    return notes
