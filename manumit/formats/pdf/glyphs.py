"""The characters of one page, each with the place where it stands and how it is set."""

import ctypes
import math
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


class _Reader:
    """Asks PDFium for each character of one page."""

    def __init__(self, page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> None:
        self._text: Any = text.raw
        self._count = text.count_chars()
        self._turn = _QUARTER_TURNS.get(page.get_rotation(), 0)
        self._left, self._bottom, self._right, self._top = page.get_cropbox()
        self._objects: dict[int | None, tuple[int, float]] = {}
        self._box = raw.FS_RECTF()

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
        code = raw.FPDFText_GetUnicode(self._text, at)
        if code in _BROKEN_WORD:
            return "-"
        if 0xD800 <= code < 0xDC00:
            return self._pair(code, at)
        if 0xDC00 <= code < 0xE000:
            return ""  # the second half of a character that has been read already
        if code == 0:
            return UNKNOWN
        character = chr(code)
        if code < 0x20 or 0x7F <= code < 0xA0 or character in "\u200b\ufeff\uffff":
            return ""
        return _WRITTEN.get(character, character)

    def _pair(self, high: int, at: int) -> str:
        low = raw.FPDFText_GetUnicode(self._text, at + 1) if at + 1 < self._count else 0
        if not 0xDC00 <= low < 0xE000:
            return UNKNOWN
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))

    def _glyph(self, at: int, character: str, *, spaced: bool) -> Glyph:
        raw.FPDFText_GetLooseCharBox(self._text, at, self._box)
        box = self._box
        style, above = self._object(at, box)
        x0, y0 = self._placed(box.left, box.bottom)
        x1, y1 = self._placed(box.right, box.top)
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

    def _object(self, at: int, box: Any) -> tuple[int, float]:
        """The style of a character, and how far its baseline is above its box.

        Both are the same for all characters that the file sets at once, and asked for once.
        """
        found = raw.FPDFText_GetTextObject(self._text, at)
        key = ctypes.cast(found, ctypes.c_void_p).value
        known = self._objects.get(key)
        if known is None:
            style = _style_of(found, self._turn) if key else 0
            known = self._objects[key] = style, self._baseline(at, box)
        return known

    def _baseline(self, at: int, box: Any) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._text, at, x, y)
        corners = (self._placed(box.left, box.bottom)[1], self._placed(box.right, box.top)[1])
        return self._placed(x.value, y.value)[1] - min(corners)


def _style_of(text_object: Any, turn: int) -> int:
    font = raw.FPDFTextObj_GetFont(text_object)
    name = _font_name(font)
    flags = raw.FPDFFont_GetFlags(font)
    style = 0
    if "bold" in name or "black" in name or flags & _FLAG_BOLD or _weight(font) >= _BOLD_WEIGHT:
        style |= BOLD
    if "italic" in name or "oblique" in name or flags & _FLAG_ITALIC:
        style |= ITALIC
    if raw.FPDFTextObj_GetTextRenderMode(text_object) == _INVISIBLE:
        style |= UNSEEN
    return style | (TURNED if _is_turned(text_object, turn) else 0)


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
    largest = 0.0
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        try:
            left, bottom, right, top = picture.get_bounds()
        except pdfium.PdfiumError:
            continue
        largest = max(largest, abs((right - left) * (top - bottom)))
    return min(1.0, largest / area) if area > 0 else 0.0
