"""Reading the JSON of one statute: a document for each language its provisions are in."""

import re
from collections import defaultdict
from collections.abc import Sequence

from manumit.formats.statutes.gaps import gaps
from manumit.formats.statutes.publishers import PUBLISHERS
from manumit.formats.statutes.source import Law, Provision, read_object
from manumit.formats.statutes.units import UnitReader
from manumit.formats.types import LegislationFacts, ParsedDocument, UnreadableDocument

_SNIFF = re.compile(rb'"type"\s{0,5}:\s{0,5}"statute"')
_FROM = (
    "Read from {}, not from the official publisher: nothing vouches for its wording or its date."
)


def sniff(start: bytes) -> bool:
    """Whether an object that calls itself a statute begins here."""
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and bool(_SNIFF.search(start))


def read(data: bytes, filename: str) -> list[ParsedDocument]:
    """Read one statute. Raises UnreadableDocument."""
    values, provisions = read_object(data)
    publisher = next((one for one in PUBLISHERS if one.owns(values)), None)
    if publisher is None:
        raise UnreadableDocument(
            f"a statute of no publisher known here: its address is {values.get('url', '')[:80]!r}"
        )
    law = publisher.law(values, provisions)
    by_language: dict[str, list[Provision]] = defaultdict(list)
    for one in law.provisions:
        by_language[one.language or law.language].append(one)
    return [_document(law, language, some) for language, some in by_language.items()]


def _document(law: Law, language: str, provisions: Sequence[Provision]) -> ParsedDocument:
    layout = "lines" if law.layout == "thai" and language != "th" else law.layout
    reader = UnitReader(layout, title_in_text=law.title_in_text)
    reader.read(tuple(provisions))
    others = {name: title for name, title in law.titles.items() if name != language}
    return ParsedDocument(
        kind="legislation",
        key=law.key,
        title=law.titles.get(language) or next(iter(law.titles.values()), ""),
        language=language,
        authority="unofficial",
        facts=LegislationFacts(
            identifier=law.url,
            doc_type=law.doc_type,
            doc_number=law.number,
            doc_status=law.status,
        ),
        units=tuple(reader.units),
        other_titles=others,
        number=law.number,
        official_url=law.url,
        publisher=law.publisher,
        notes=tuple(_notes(law, reader, provisions)),
    )


def _notes(law: Law, reader: UnitReader, provisions: Sequence[Provision]) -> list[str]:
    notes = [_FROM.format(law.publisher), *law.notes]
    if missing := gaps([one.section for one in provisions]):
        notes.append(f"Numbers that the file has not, repealed or left out: {missing}.")
    if reader.undefined:
        names = ", ".join(dict.fromkeys(reader.undefined))
        notes.append(
            f"Passages that the file calls undefined, kept where they stand: "
            f"{len(reader.undefined)} ({names})."
        )
    if reader.amending:
        notes.append(
            "After the law stand sections of Acts that amended it, each numbered anew; their "
            f"addresses begin with unit_amending (so many runs: {reader.amending})."
        )
    if cut := reader.cut_at():
        notes.append(
            f"The file ends with a heading, {cut}: what stood below it is not in the file."
        )
    if reader.unprinted:
        notes.append(
            "Headings that only the file's own division has, and its text has not, are left out: "
            f"{'; '.join(reader.unprinted)}."
        )
    if reader.eids.repeated:
        notes.append(f"Numbers that come twice in one place: {_some(reader.eids.repeated)}.")
    return notes


def _some(eids: Sequence[str]) -> str:
    shown = list(dict.fromkeys(eids))
    more = f" and {len(shown) - 10} more" if len(shown) > 10 else ""
    return ", ".join(shown[:10]) + more
