"""A PDF that another program has turned into Markdown: its lines again, page by page.

Collections of bills keep them so: what was bold stands between ``**``, a line of dashes parts the
pages. Where a line stood on its page is lost; lines in capitals stood in the middle.
"""

import re
from collections.abc import Iterator

from manumit.formats.pdf.layout import PrintedPage
from manumit.formats.pdf.printing import Print
from manumit.formats.pdf.rows import Row
from manumit.formats.runs import Run
from manumit.formats.text import decode_utf8
from manumit.formats.types import UnreadableDocument

_BETWEEN_PAGES = re.compile(r"(?:\r?\n){2}-----[ \t]*(?=\r?\n|\Z)")
_FIELDS = re.compile(r"(?:---\r?\n(?:(?!---\r?$).*\n){0,60}---\r?\n)+", re.MULTILINE)
_TITLE = re.compile(r"^Title: *(?P<title>\S.{0,500})$", re.MULTILINE)
_MARKS = re.compile(r"\*\*|(?<!\w)_|_(?!\w)|^#{1,6} ")
_NUMBERED = re.compile(r"\d{1,3}[A-Za-z]{0,3}\.\s")
_HEADED = re.compile(r"^#{2,6} \S", re.MULTILINE)
_SURE = 2
_MOST_PAGES = 5_000
# Measures of a page such as bills are printed on, in points.
_SIZE, _SIZE_OF_HEADINGS = 10.0, 11.5
_STEP, _GAP = 12.0, 7.0
_LEFT, _WIDTH = 72.0, 460.0
_LONGEST_CENTRED = 60
_WIDTH_OF_A_LETTER = 4.6
_BOLD = frozenset({"strong"})


def looks_like_a_print(start: bytes) -> bool:
    """Whether text is parted as pages are, and has no headings of its own."""
    text = start.decode("utf-8", "ignore")
    return len(_BETWEEN_PAGES.findall(text)) >= _SURE and not _HEADED.search(text)


def print_of_markdown(data: bytes) -> Print:
    """The pages of a print as Markdown. Raises UnreadableDocument."""
    text = decode_utf8(data)
    fields = _FIELDS.match(text)
    title = _TITLE.search(fields[0]) if fields else None
    body = text[fields.end() :] if fields else text
    parts = [part.strip().splitlines() for part in _BETWEEN_PAGES.split(body)]
    if len(parts) > _MOST_PAGES:
        raise UnreadableDocument(f"the print has more than {_MOST_PAGES} pages")
    # All pages of a book are as high as its longest: so heads stand where heads stand.
    height = max(_height(lines) for lines in parts)
    pages = [_page(lines, number, height) for number, lines in enumerate(parts, start=1)]
    return Print(pages, title["title"] if title else "", (), read_by_us=False)


def _height(lines: list[str]) -> float:
    return sum(_STEP if line.strip() else _GAP for line in lines) + 2 * _STEP


def _page(lines: list[str], number: int, height: float) -> PrintedPage:
    rows = list(_rows(lines, number, height - _STEP))
    return PrintedPage(
        number=number,
        height=height,
        rows=rows,
        characters=sum(len(row.text) for row in rows),
        unknown=sum(row.text.count("\ufffd") for row in rows),
        pictured=0.0,
        read_by_machine=False,
    )


def _rows(lines: list[str], page: int, top: float) -> Iterator[Row]:
    for line in lines:
        words = " ".join(_MARKS.sub("", line.strip()).split())
        top -= _STEP if line.strip() else _GAP
        if words:
            # A section's number is bold in print, and programs make its whole line so.
            bold = (
                line.startswith("**")
                and line.rstrip().endswith("**")
                and not _NUMBERED.match(words)
            )
            yield _row(words, page, top, _BOLD if bold else frozenset())


def _row(words: str, page: int, base: float, marks: frozenset[str]) -> Row:
    width = min(len(words) * _WIDTH_OF_A_LETTER, _WIDTH)
    centred = words.isupper() and len(words) < _LONGEST_CENTRED
    x0 = _LEFT + (_WIDTH - width) / 2 if centred else _LEFT
    size = _SIZE_OF_HEADINGS if centred else _SIZE
    return Row(
        page=page,
        cells=((Run(words, marks),),),
        x0=x0,
        x1=x0 + width,
        y0=base,
        y1=base + size,
        size=size,
        starts=(x0,),
        left=_LEFT,
        right=_LEFT + _WIDTH,
        text=words,
    )
