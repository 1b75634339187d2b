"""What a human should look at after a document was read."""

import re
from collections.abc import Iterator
from datetime import date

from manumit.formats.akn.identification import UNKNOWN_LANGUAGE, Identification
from manumit.formats.akn.names import CERTAIN, local
from manumit.formats.akn.times import Times
from manumit.formats.akn.units import UnitReader
from manumit.formats.types import JudgmentFacts, ParsedDocument

_NUMBER = re.compile(r"_[^_]+$")


def notes_on(
    document: ParsedDocument, identification: Identification, reader: UnitReader, times: Times
) -> Iterator[str]:
    """One sentence for each thing that is missing, left out or odd."""
    yield from _on_identity(document, identification)
    if document.kind == "legislation":
        yield from _on_time(document.valid_from, identification, times)
    yield from _on_text(reader, identification)


def _on_identity(document: ParsedDocument, identification: Identification) -> Iterator[str]:
    uri = identification.uri()
    if document.key is None:
        called = f": its publisher calls it {uri}" if uri else ""
        yield f"No citation in the file gives the work's key{called}."
    if document.title == document.number:
        yield "The file gives no title; its number stands for it."
    if not identification.language():
        read_as = (
            "" if document.language == UNKNOWN_LANGUAGE else f": it reads as {document.language}"
        )
        yield f"The file does not say its language{read_as}."
    if document.kind_guessed:
        name = local(identification.document)
        yield f"The file is a {name}, which may be another kind of work than {document.kind}."
    if identification.says_authentic() and document.authority != "authentic":
        yield "The file calls the work authoritative, but not in which languages."
    if isinstance(document.facts, JudgmentFacts):
        yield from _on_judgment(document.facts)


def _on_judgment(facts: JudgmentFacts) -> Iterator[str]:
    if not facts.forum:
        yield f"No court of the reference is named by the citation {facts.neutral_citation!r}."
    if facts.decided_on is None:
        yield "The file does not say the day of the decision."


def _on_time(
    valid_from: date | None, identification: Identification, times: Times
) -> Iterator[str]:
    if valid_from is None:
        yield "The file does not say from which day this version holds."
    if times.repealed:
        yield f"The file says that the law was repealed on {times.repealed}."
    if identification.document.get("contains") == "multipleVersions":
        yield "The file holds several versions of its provisions at once."


def _on_text(reader: UnitReader, identification: Identification) -> Iterator[str]:
    context = reader.context
    if context.undescribed:
        yield f"Pictures that nobody described were left out: {context.undescribed}."
    if context.formulas:
        yield f"Formulas are kept as a line of characters: {context.formulas}."
    if next(identification.document.iter("{*}staticContent"), None) is not None:
        yield "Running heads and feet of pages were left out."
    names = {unit.eid for unit in reader.units}
    if repeated := [eid for eid in context.eids.repeated if eid in names and _NUMBER.search(eid)]:
        yield f"Numbers that stand twice in the file: {', '.join(repeated)}."
    if local(identification.document) in CERTAIN and (loose := _loose(reader)):
        yield f"Text that belongs to no numbered provision: {', '.join(loose)}."


def _loose(reader: UnitReader) -> list[str]:
    return [unit.eid for unit in reader.units if unit.kind == "text"]
