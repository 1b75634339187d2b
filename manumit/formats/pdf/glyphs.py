"""The characters of one page, each with the place where it stands and how it is set."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

BOLD, ITALIC, UNSEEN, TURNED = 1, 2, 4, 8

_LINE_ENDS = frozenset("\r\n")
# What PDFium gives for the hyphen of a word that goes on in the next line.
_BROKEN_WORD = frozenset({0x02, 0xFFFE})
UNKNOWN = "\ufffd"
_WRITTEN = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "\uf0b7": "•",
    "\uf0a7": "▪",
}
_BOLD_WEIGHT = 600
_FLAG_ITALIC, _FLAG_BOLD = 1 << 6, 1 << 18
_INVISIBLE = 3
_LEVEL = math.radians(10)
_QUARTER_TURNS = {0: 0, 90: 1, 180: 2, 270: 3}


class Glyph(NamedTuple):
    """A character: its box and baseline in points from the page's lower left corner.

    ``spaced`` is true where white space stands before it, ``style`` is made of the bits above.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    style: int
    spaced: bool


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """One page: its size, its characters in the order of the file, and how much is picture.

    ``pictured`` is the part of the page (0 to 1) that its largest picture covers.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    pictured: float

    @property
    def read_by_machine(self) -> bool:
        """Whether the text is an unseen layer over a scan, as programs that read scans make it."""
        unseen = sum(bool(glyph.style & UNSEEN) for glyph in self.glyphs)
        return bool(self.glyphs) and unseen > len(self.glyphs) / 2


def read_glyphs(page: pdfium.PdfPage, number: int) -> PageGlyphs:
    """All characters of a page; white space is only told of by the next character."""
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        glyphs = _Reader(page, text).read()
    finally:
        text.close()
    return PageGlyphs(number, width, height, glyphs, _pictured(page, width * height))


def _quick(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of PDFium with plain numbers for pointers, for what is asked of every character.

    The bindings' own make an object of each pointer they give and check each they are given.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_unicode = _quick(raw.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_object_of = _quick(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_loose_box = _quick(
    raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)


class _Reader:
    """Asks PDFium for each character of one page."""

    def __init__(self, page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> None:
        self._text: Any = text.raw
        self._address = ctypes.cast(text.raw, ctypes.c_void_p).value
        self._count = text.count_chars()
        self._turn = _QUARTER_TURNS.get(page.get_rotation(), 0)
        self._left, self._bottom, self._right, self._top = page.get_cropbox()
        self._styles = _Styles(self._turn)
        self._objects: dict[int | None, tuple[int, float]] = {}
        self._box = raw.FS_RECTF()
        self._box_at = ctypes.addressof(self._box)

    def read(self) -> list[Glyph]:
        glyphs: list[Glyph] = []
        spaced = False
        for at in range(self._count):
            character = self._character(at)
            if not character or character.isspace():
                spaced = True
                continue
            glyphs.append(self._glyph(at, character, spaced=spaced))
            spaced = False
        return glyphs

    def _character(self, at: int) -> str:
        code = _unicode(self._address, at)
        if 0x20 <= code < 0x7F:
            return chr(code)
        if code in _BROKEN_WORD:
            return "-"
        if 0xD800 <= code < 0xE000:
            return self._pair(code, at)
        if code == 0:
            return UNKNOWN
        character = chr(code)
        if code < 0x20 or 0x7F <= code < 0xA0 or character in "\u200b\ufeff\uffff":
            return ""
        return _WRITTEN.get(character, character)

    def _pair(self, high: int, at: int) -> str:
        if high >= 0xDC00:
            return ""  # the second half of a character that has been read already
        low = _unicode(self._address, at + 1) if at + 1 < self._count else 0
        if not 0xDC00 <= low < 0xE000:
            return UNKNOWN
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))

    def _glyph(self, at: int, character: str, *, spaced: bool) -> Glyph:
        _loose_box(self._address, at, self._box_at)
        box = self._box
        key = _object_of(self._address, at)
        style, above = self._objects.get(key) or self._object(key, at, box)
        if self._turn:
            x0, y0 = self._placed(box.left, box.bottom)
            x1, y1 = self._placed(box.right, box.top)
        else:  # as nearly all pages are
            x0, y0 = box.left - self._left, box.bottom - self._bottom
            x1, y1 = box.right - self._left, box.top - self._bottom
        if x1 < x0:
            x0, x1 = x1, x0
        if y1 < y0:
            y0, y1 = y1, y0
        return Glyph(character, x0, y0, x1, y1, y0 + above, style, spaced)

    def _placed(self, x: float, y: float) -> tuple[float, float]:
        """Where a point stands for who looks at the page, however the page is turned."""
        if not self._turn:
            return x - self._left, y - self._bottom
        if self._turn == 1:
            return y - self._bottom, self._right - x
        if self._turn == 2:
            return self._right - x, self._top - y
        return self._top - y, x - self._left

    def _object(self, key: int | None, at: int, box: Any) -> tuple[int, float]:
        """The style of a character, and how far its baseline is above its box.

        Both are the same for all characters that the file sets at once, and asked for once.
        """
        style = self._styles.of(raw.FPDFText_GetTextObject(self._text, at)) if key else 0
        self._objects[key] = style, self._baseline(at, box)
        return self._objects[key]

    def _baseline(self, at: int, box: Any) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._text, at, x, y)
        corners = (self._placed(box.left, box.bottom)[1], self._placed(box.right, box.top)[1])
        return self._placed(x.value, y.value)[1] - min(corners)


class _Styles:
    """How the texts of a page that is turned by so many quarters are set; each font asked once."""

    def __init__(self, turn: int) -> None:
        self._turn = turn
        self._fonts: dict[int | None, int] = {}

    def of(self, text_object: Any) -> int:
        """The style of a text object, as the bits above."""
        font = raw.FPDFTextObj_GetFont(text_object)
        key = ctypes.cast(font, ctypes.c_void_p).value
        style = self._fonts.get(key)
        if style is None:
            style = self._fonts[key] = _style_of(font)
        if raw.FPDFTextObj_GetTextRenderMode(text_object) == _INVISIBLE:
            style |= UNSEEN
        return style | (TURNED if _is_turned(text_object, self._turn) else 0)


def _style_of(font: Any) -> int:
    name = _font_name(font)
    flags = raw.FPDFFont_GetFlags(font)
    style = 0
    if "bold" in name or "black" in name or flags & _FLAG_BOLD or _weight(font) >= _BOLD_WEIGHT:
        style |= BOLD
    if "italic" in name or "oblique" in name or flags & _FLAG_ITALIC:
        style |= ITALIC
    return style


def _font_name(font: Any) -> str:
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, buffer, 256)
    return buffer.value.decode("utf-8", "replace").lower()


def _weight(font: Any) -> int:
    return int(raw.FPDFFont_GetWeight(font))


def _is_turned(text_object: Any, turn: int) -> bool:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(text_object, matrix):
        return False
    angle = math.atan2(matrix.b, matrix.a) - turn * math.pi / 2
    return abs(math.remainder(angle, 2 * math.pi)) > _LEVEL


def _pictured(page: pdfium.PdfPage, area: float) -> float:
    bounds = (_bounds(picture) for picture in _pictures(page.raw, deeper=True))
    largest = max(
        (abs((right - left) * (top - bottom)) for left, bottom, right, top in bounds), default=0.0
    )
    return min(1.0, largest / area) if area > 0 else 0.0


def _pictures(parent: Any, *, deeper: bool) -> Iterator[Any]:
    """The pictures on a page, and those in its forms: thousands of other things are beside them."""
    if deeper:
        count, get = raw.FPDFPage_CountObjects(parent), raw.FPDFPage_GetObject
    else:
        count, get = raw.FPDFFormObj_CountObjects(parent), raw.FPDFFormObj_GetObject
    for number in range(count):
        found = get(parent, number)
        kind = raw.FPDFPageObj_GetType(found)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            yield found
        elif kind == raw.FPDF_PAGEOBJ_FORM and deeper:
            yield from _pictures(found, deeper=False)


def _bounds(page_object: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right and top; all nothing where PDFium cannot tell."""
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(page_object, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top
