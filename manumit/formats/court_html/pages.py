"""Walking a page once, from its first element to its last, and writing down its blocks."""

import re
from dataclasses import replace

from lxml import etree

from manumit.formats.court_html.blocks import Block, Rows, Setting
from manumit.formats.court_html.lists import ListCounter
from manumit.formats.markup import paragraph, tag
from manumit.formats.runs import BREAK, Run, text_of, tidy_runs
from manumit.formats.safe_html import classes_of, name_of

_BLOCKS = frozenset(
    {
        "html",
        "body",
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "center",
    }
    | {"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre"}
    | {"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "hr", "form", "fieldset"}
    | {"address", "figure", "figcaption", "legend", "option", "partyblock", "dir", "menu"}
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARKS = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "cite": "em",
    "dfn": "em",
    "sup": "sup",
    "sub": "sub",
    "u": "underlined",
    "ins": "underlined",
}
_FIELDS = {"dt": "label", "dd": "value"}
_NOTE = re.compile(r"(?:^|[\s_-])(?:foot|end)notes?(?:$|[\s_-])", re.IGNORECASE)
# Elements in which pages print a paragraph's number.
_NUMBER_CLASSES = frozenset({"list_number_", "num", "paranum", "para-num"})
_NUMBER = re.compile(r"[\[(]?\d{1,4}[\])]?\.?")
_INDENTED_LIST = frozenset({"ul", "dir", "menu"})
_SMALLEST_PICTURE = 30
_MOST_SPANNED = 100
_LONGEST_CELL = 2_000
_MOST_BLOCKS_IN_A_CELL = 6


class PageReader:
    """Reads elements into ``blocks``; ``pictures`` counts those that have no words."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pictures = 0
        self._line: list[Run] = []
        self._settings = [Setting()]
        self._marks: list[frozenset[str]] = [frozenset()]
        self._lists: list[ListCounter] = []
        self._number = self._style = ""

    def read(self, root: etree._Element) -> list[Block]:
        """The blocks of the element, its own tail not included."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, one in walk:
            if event == "end":
                self._end(one, is_root=one is root)
            elif self._start(one):
                walk.skip_subtree()
        self._flush()
        return self.blocks

    def _start(self, one: etree._Element) -> bool:
        """Begin an element; whether all there is in it has been read already."""
        name = name_of(one)
        if name in _BLOCKS:
            self._flush()
        self._settings.append(self._setting(one, name))
        mark = _MARKS.get(name)
        self._marks.append(self._marks[-1] | {mark} if mark else self._marks[-1])
        if name in ("ul", "ol"):
            self._lists.append(ListCounter(one, len(self._lists) + 1))
        if name == "li" and self._lists:
            counter = self._lists[-1]
            self._number, self._style = counter.number(one), counter.style
        return self._leaf(one, name)

    def _leaf(self, one: etree._Element, name: str) -> bool:
        if name == "table" and _holds_data(one):
            self._table(one)
        elif name == "img":
            self._picture(one)
        elif name == "br":
            self._break()
        elif not _NUMBER_CLASSES.isdisjoint(classes_of(one)) and _is_number(one):
            self._take_number(one)
        else:
            self._say(one.text)
            return False
        return True

    def _end(self, one: etree._Element, *, is_root: bool) -> None:
        name = name_of(one)
        if name in _BLOCKS:
            self._flush()
        if name in ("ul", "ol"):
            self._lists.pop()
        self._settings.pop()
        self._marks.pop()
        if not is_root:
            self._say(one.tail)

    def _setting(self, one: etree._Element, name: str) -> Setting:
        around = self._settings[-1]
        if name not in _BLOCKS:
            return around
        indented = name in _INDENTED_LIST and not any(name_of(inner) == "li" for inner in one)
        is_list = name in ("ul", "ol") and not indented
        style = (one.get("style") or "").replace(" ", "")
        named = f"{one.get('class') or ''} {one.get('id') or ''}"
        return replace(
            around,
            quoted=around.quoted or indented or name == "blockquote",
            listed=around.listed + is_list,
            note=around.note or _NOTE.search(named) is not None,
            centred=around.centred
            or name == "center"
            or one.get("align") == "center"
            or "text-align:center" in style
            or "text-center" in named,
            level=_HEADINGS.get(name, around.level),
            field=_FIELDS.get(name, around.field),
            as_typed=around.as_typed or name == "pre",
            classes=classes_of(one) or around.classes,
        )

    def _say(self, text: str | None) -> None:
        if not text:
            return
        # A line break of the file is a space, but where the page says that it is one.
        lines = text.split(BREAK) if self._settings[-1].as_typed else [text.replace(BREAK, " ")]
        for at, line in enumerate(lines):
            if at:
                self._line.append(Run(BREAK))
            self._line.append(Run(line, self._marks[-1]))

    def _break(self) -> None:
        last = next((run.text for run in reversed(self._line) if run.text.strip(" \t\xa0")), "")
        if last == BREAK:
            self._flush()
        else:
            self._line.append(Run(BREAK))

    def _picture(self, one: etree._Element) -> None:
        words = (one.get("alt") or "").strip()
        sizes = [
            int(size) for name in ("width", "height") if (size := one.get(name) or "").isdecimal()
        ]
        if any(size <= _SMALLEST_PICTURE for size in sizes):
            return
        if words:
            self._line.append(Run(f" {words} ", self._marks[-1] | {"image"}))
        else:
            self.pictures += 1

    def _take_number(self, one: etree._Element) -> None:
        self._flush()
        self._number = text_of((Run("".join(map(str, one.itertext()))),))
        holder = one.getparent()
        level = "" if holder is None else holder.get("listlevel") or ""
        self._style = f"printed {level}"

    def _flush(self) -> None:
        runs = tidy_runs(self._line)
        self._line = []
        if text := text_of(runs):
            self.blocks.append(Block(text, runs, self._settings[-1], self._number, self._style))
            self._number = self._style = ""

    def _table(self, one: etree._Element) -> None:
        table, rows, pictures = read_table(one)
        self.pictures += pictures
        if table:
            text = " ".join(" ".join(row) for row in rows)
            setting = self._settings[-1]
            self.blocks.append(Block(text, setting=setting, table=table, rows=rows))


def read_table(element: etree._Element) -> tuple[str, Rows, int]:
    """A table as HTML (empty where it has no words), its cells as text, pictures without words."""
    rows: list[tuple[str, ...]] = []
    pieces: list[str] = []
    pictures = 0
    for row in element.iter("tr", "caption"):
        cells = [row] if name_of(row) == "caption" else list(row)
        read = [(one, *_read_cell(one)) for one in cells]
        pictures += sum(count for *_, count in read)
        texts = tuple(text for _, _, text, _ in read)
        if any(texts):
            rows.append(texts)
            pieces.append(tag("tr", "".join(_cell(one, html) for one, html, *_ in read)))
    return (tag("table", tag("tbody", "".join(pieces))) if pieces else ""), tuple(rows), pictures


def _read_cell(cell: etree._Element) -> tuple[str, str, int]:
    reader = PageReader()
    blocks = reader.read(cell)
    written = [_numbered(block) for block in blocks]
    html = written[0] if len(written) == 1 else "".join(paragraph(one) for one in written)
    return html, " ".join(block.text for block in blocks), reader.pictures


def _numbered(block: Block) -> str:
    if not block.number:
        return block.html
    return f"{tag('span', block.number, class_='num')} {block.html}"


def _cell(cell: etree._Element, html: str) -> str:
    name = "th" if name_of(cell) == "th" else "td"
    return tag(name, html, colspan=_span(cell, "colspan"), rowspan=_span(cell, "rowspan"))


def _span(cell: etree._Element, name: str) -> str:
    written = (cell.get(name) or "")[:4]
    if not (written.isascii() and written.isdecimal()):
        return ""
    return str(int(written)) if 1 < int(written) <= _MOST_SPANNED else ""


def _holds_data(table: etree._Element) -> bool:
    """Whether a table is one, and not only there to put a page's text in its place."""
    if any(one is not table for one in table.iter("table")):
        return False
    rows = [list(row) for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    if any(name_of(cell) not in ("td", "th") for cell in cells) or _has_stray_text(table):
        return False
    if any(_blocks_in(cell) > _MOST_BLOCKS_IN_A_CELL for cell in cells):
        return False
    widest = max((sum(1 for cell in row if _length(cell)) for row in rows), default=0)
    return widest > 1 and all(_length(cell) <= _LONGEST_CELL for cell in cells)


def _has_stray_text(table: etree._Element) -> bool:
    """Text between the cells, which only broken tables have."""
    holders = (one for one in table.iter("table", "tbody", "thead", "tfoot", "tr"))
    return any(
        (holder.text or "").strip() or any((inner.tail or "").strip() for inner in holder)
        for holder in holders
    )


def _blocks_in(cell: etree._Element) -> int:
    return sum(name_of(one) in _BLOCKS for one in cell.iterdescendants())


def _length(cell: etree._Element) -> int:
    return sum(len(str(text).strip()) for text in cell.itertext())


def _is_number(element: etree._Element) -> bool:
    text = text_of((Run("".join(map(str, element.itertext()))),))
    return _NUMBER.fullmatch(text) is not None
