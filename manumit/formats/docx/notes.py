"""What a human should look at after a Word document was read."""

from collections.abc import Iterator

from manumit.formats.chains import missing_numbers
from manumit.formats.docx.book import Book
from manumit.formats.docx.front import Front
from manumit.formats.docx.package import Package
from manumit.formats.docx.units import UnitReader

# What was met while reading, with how to say it.
_MET = {
    "undescribed": "Pictures that nobody described were left out: {}.",
    "formula": "Formulas are kept as a line of characters: {}.",
    "unknown symbol": "Signs of a font that nobody here knows: {}.",
    "hidden": "Hidden text was left out: {} characters.",
    "commentReference": "Comments in the margin were left out: {}.",
    "altChunk": "Files inserted whole were left out: {}.",
}
_INSERTED, _DELETED = ("ins", "moveTo"), ("del", "moveFrom")


def notes_on(front: Front, reader: UnitReader, book: Book, package: Package) -> Iterator[str]:
    """One sentence for each thing that is missing, left out or odd."""
    yield from _on_front(front)
    yield from _on_numbers(reader)
    for name, sentence in _MET.items():
        if book.met[name]:
            yield sentence.format(book.met[name])
    inserted = sum(book.met[name] for name in _INSERTED)
    deleted = sum(book.met[name] for name in _DELETED)
    if inserted or deleted:
        yield (
            f"Tracked changes are read as accepted: {inserted} insertions are in the text, "
            f"{deleted} deletions are out."
        )
    if package.has("header") or package.has("footer"):
        yield "Running heads and feet of pages were left out."
    if package.has_macros():
        yield "The file holds macros; they were not looked at."


def _on_front(front: Front) -> Iterator[str]:
    if front.neutral is None:
        yield "No neutral citation was found, so the file does not say which judgment it is."
    elif not front.neutral.forum:
        yield f"No court of the reference is named by the citation {front.neutral.cite!r}."
    if front.decided_on is None:
        yield "The first page does not say the day of the decision plainly."
    if not front.title:
        yield "The first page does not name the parties plainly; the citation stands for the title."


def _on_numbers(reader: UnitReader) -> Iterator[str]:
    if not reader.numbers:
        yield "The paragraphs are not numbered; the text is read heading by heading."
    elif missing := missing_numbers(reader.numbers):
        yield f"Missing in the numbering of paragraphs: {', '.join(map(str, missing))}."
    if loose := [unit.eid for unit in reader.units if unit.kind == "text"]:
        yield f"Text that belongs to no numbered paragraph: {', '.join(loose)}."
