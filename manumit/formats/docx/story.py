"""Reading a story: the body, a cell, a text box or a footnote, line after line."""

from collections.abc import Iterator

from lxml import etree

from manumit.formats.docx.book import Book
from manumit.formats.docx.inline import Inline
from manumit.formats.docx.layout import alignment
from manumit.formats.docx.looks import common_looks
from manumit.formats.docx.numbering import Level, List
from manumit.formats.docx.runs import Piece, as_html, as_text, leading_tabs, without_start
from manumit.formats.docx.typed import typed_number
from manumit.formats.docx.types import Block, Cell, Line, Note, Table
from manumit.formats.docx.xml import W, attribute, child, descend, local, switched, value, whole

_TRANSPARENT = frozenset({"ins", "moveTo", "customXml", "smartTag", "sdtContent", "body"})
_BODY_TEXT = 9
_MOST_SPANNED = 100


class Story:
    """Reads the blocks of one story in order."""

    def __init__(self, book: Book) -> None:
        self._book = book
        # Of paragraphs whose end was deleted or hidden: they run on into the next.
        self._pending: list[Piece] = []
        self._pending_number = ""

    def blocks(self, container: etree._Element) -> list[Block]:
        """All lines and tables within an element."""
        blocks = list(self._blocks(container))
        if self._pending:
            blocks.append(self._line(None, "", Inline(self._book, ""), None))
        return [one for one in blocks if isinstance(one, Table) or not one.is_empty()]

    def _blocks(self, container: etree._Element) -> Iterator[Block]:
        for one in container:
            name = local(one)
            if name == "p":
                line = self._paragraph(one)
                if line is not None:
                    yield line
            elif name == "tbl":
                yield self._table(one)
            elif name == "sdt":
                content = child(one, "sdtContent")
                yield from self._blocks(content) if content is not None else ()
            elif name == "AlternateContent":
                yield from self._blocks(one[0]) if len(one) else ()
            elif name in _TRANSPARENT:
                yield from self._blocks(one)
            else:
                self._book.met[name] += 1

    def _paragraph(self, paragraph: etree._Element) -> Line | None:
        properties = child(paragraph, "pPr")
        style = value(properties, "pStyle")
        inline = Inline(self._book, style)
        mark = child(properties, "rPr")
        deleted = _is_deleted(mark)
        number = None if deleted else self._number(properties, style, paragraph)
        inline.read(paragraph)
        if deleted or switched(child(mark, "specVanish")):
            self._pending += inline.pieces
            self._pending_number = self._pending_number or (number[0] if number else "")
            return None
        return self._line(properties, style, inline, number)

    def _number(
        self, properties: etree._Element | None, style: str, paragraph: etree._Element
    ) -> tuple[str, Level, str, bool] | None:
        """The automatic number, its level, the name of its list, and whether it is its own."""
        own = value(properties, "numPr", "numId")
        identity = own or self._book.styles.value(style, "pPr", "numPr", "numId")
        one = self._book.numbering.list(identity)
        if one is None or (child(properties, "sectPr") is not None and not _has_runs(paragraph)):
            return None
        place = whole(value(properties, "numPr", "ilvl"))
        if place is None:
            place = self._place_of_style(style, one) if not own else 0
        level = one.levels.get(place)
        if level is None:
            return None
        written = self._book.counter.next(one, place)
        return written, level, f"{one.abstract}:{place}", bool(own)

    def _place_of_style(self, style: str, one: List) -> int:
        names = [attribute(each, "styleId") for each in self._book.styles.chain(style)]
        found = (self._book.numbering.level_of_style(one, name) for name in names)
        place = next((each for each in found if each is not None), None)
        if place is None:
            place = whole(self._book.styles.value(style, "pPr", "numPr", "ilvl"))
        return place or 0

    def _line(
        self,
        properties: etree._Element | None,
        style: str,
        inline: Inline,
        number: tuple[str, Level, str, bool] | None,
    ) -> Line:
        pieces, self._pending = [*self._pending, *inline.pieces], []
        earlier, self._pending_number = self._pending_number, ""
        printed, level, listed, own = number or ("", None, "", False)
        left, first = self._book.layout.indent(properties, style, level, own_list=own)
        start = left + min(first, 0) if printed else left + first
        text = as_text(pieces)
        tabs = leading_tabs(text)
        if not printed and not earlier:
            typed, length = typed_number(text)
            if typed:
                printed, pieces = typed, without_start(pieces, length)
                start = left + min(first, 0)
        start = self._book.layout.after_tabs(start, left, tabs, properties, style)
        return Line(
            text=_tidy(as_text(pieces)),
            html=as_html(pieces),
            number=" ".join(one for one in (earlier, printed) if one),
            listed=listed,
            start=start,
            left=left,
            alignment=alignment(properties, style, self._book.styles),
            style=self._book.styles.name(style),
            outline=self._outline(properties, style),
            looks=common_looks(pieces, style, self._book.styles),
            notes=[self._note(*one) for one in inline.notes],
            boxes=[Story(self._book).blocks(one) for one in inline.boxes],
        )

    def _outline(self, properties: etree._Element | None, style: str) -> int | None:
        """The level of a heading; Word's tenth means body text."""
        own = value(properties, "outlineLvl")
        level = whole(own or self._book.styles.value(style, "pPr", "outlineLvl"))
        return level if level is not None and 0 <= level < _BODY_TEXT else None

    def _note(self, mark: str, content: etree._Element) -> Note:
        return Note(mark, Story(self._book).blocks(content))

    def _table(self, table: etree._Element) -> Table:
        rows = [one for one in _rows(table) if child(child(one, "trPr"), "del") is None]
        grid = [self._row(one) for one in rows]
        head = 0
        while head < len(rows) and switched(descend(rows[head], "trPr", "tblHeader")):
            head += 1
        return Table(_spanned(grid), head)

    def _row(self, row: etree._Element) -> list[tuple[Cell, str]]:
        """The cells with how each is merged downwards: ``restart``, ``continue`` or not at all."""
        cells = []
        for one in _cells(row):
            properties = child(one, "tcPr")
            merged = child(properties, "vMerge")
            state = "" if merged is None else attribute(merged, "val") or "continue"
            columns = whole(value(properties, "gridSpan")) or 1
            cells.append((Cell(Story(self._book).blocks(one), _span(columns)), state))
        return cells


def _tidy(text: str) -> str:
    """Text with single spaces and no empty lines."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _spanned(grid: list[list[tuple[Cell, str]]]) -> list[list[Cell]]:
    """Give cells merged downwards their height; what continues them is left out if it is empty."""
    above: dict[int, Cell] = {}
    rows = []
    for row in grid:
        kept, column = [], 0
        for cell, state in row:
            begun = above.get(column)
            if state == "continue" and begun is not None and not cell.blocks:
                begun.rows = min(begun.rows + 1, _MOST_SPANNED)
            else:
                kept.append(cell)
                above.pop(column, None)
                if state == "restart":
                    above[column] = cell
            column += cell.columns
        rows.append(kept)
    return rows


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    yield from _parts(table, "tr")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    yield from _parts(row, "tc")


def _parts(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, also those in content controls or inserted."""
    for one in parent:
        if local(one) == name:
            yield one
        elif local(one) == "sdt" or local(one) in _TRANSPARENT:
            yield from _parts(one, name)


def _span(columns: int) -> int:
    return max(1, min(columns, _MOST_SPANNED))


def _is_deleted(mark: etree._Element | None) -> bool:
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _has_runs(paragraph: etree._Element) -> bool:
    return next(paragraph.iter(f"{W}r"), None) is not None
