"""Pages that are pictures: read by Tesseract where that program is installed."""

import csv
import io
import shutil
import subprocess
from collections.abc import Iterable

import pypdfium2 as pdfium

from manumit.formats.pdf.glyphs import Glyph, PageGlyphs
from manumit.formats.types import UnreadableDocument

_PROGRAM = "tesseract"
_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
_LARGEST_SIDE = 10_000
_MOST_PAGES = 1_000
_SECONDS_A_PAGE = 180
# Of the languages Tesseract may have been given, those a centre's papers are in.
_LANGUAGES = ("eng", "chi_tra", "chi_sim", "msa", "tha", "vie", "khm", "lao", "mya", "ind", "fil")
_WORD_LEVEL = "5"


class ScanReader:
    """Tesseract as it is installed here. Raises UnreadableDocument where it does not start."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._languages = _languages(program)

    def read(self, page: pdfium.PdfPage, number: int) -> PageGlyphs:
        """What it reads on a page, each word where it stands. Raises UnreadableDocument."""
        width, height = page.get_size()
        scale = min(_DOTS_PER_INCH / _POINTS_PER_INCH, _LARGEST_SIDE / max(width, height, 1.0))
        dots = str(round(scale * _POINTS_PER_INCH))
        command = [self._program, "-", "-", "--dpi", dots, "-l", self._languages, "tsv"]
        words = _run(command, _picture(page, scale), f"page {number}")
        return PageGlyphs(number, width, height, list(_glyphs(words, height, scale)), 1.0)


def find_tesseract() -> str | None:
    """The path of the program; None where it is not installed."""
    return shutil.which(_PROGRAM)


def refuse_too_many(pages: int) -> None:
    """Raise UnreadableDocument where reading would take hours."""
    if pages > _MOST_PAGES:
        raise UnreadableDocument(
            f"the PDF is a scan of {pages} pages; at most {_MOST_PAGES} are read at once"
        )


def _languages(program: str) -> str:
    """The languages to read in, as the program wants them written: ``eng+msa``."""
    answer = _run([program, "--list-langs"], b"", "anything")
    installed = {line.strip() for line in answer.splitlines()}
    return "+".join(one for one in _LANGUAGES if one in installed) or "eng"


def _picture(page: pdfium.PdfPage, scale: float) -> bytes:
    """The page as a grey picture in the plainest format there is (PGM)."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = bytes(bitmap.buffer)
        stride, width, height = bitmap.stride, bitmap.width, bitmap.height
    finally:
        bitmap.close()
    lines = (rows[at * stride : at * stride + width] for at in range(height))
    return b"P5 %d %d 255\n" % (width, height) + b"".join(lines)


def _run(command: list[str], data: bytes, what: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments, the picture goes in by the pipe
            command, input=data, capture_output=True, check=True, timeout=_SECONDS_A_PAGE
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(f"tesseract did not finish {what} in time") from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise UnreadableDocument(f"tesseract could not read {what}") from error
    return done.stdout.decode("utf-8", "replace")


def _glyphs(table: str, height: float, scale: float) -> Iterable[Glyph]:
    """Words as characters of a page are: by line, so that all of a line have its height."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    boxes: dict[tuple[str, ...], tuple[float, float]] = {}
    for row in rows:
        line = tuple(row.get(name) or "" for name in ("block_num", "par_num", "line_num"))
        left, top, wide, high = (
            float(row.get(name) or 0) / scale for name in ("left", "top", "width", "height")
        )
        if row.get("level") != _WORD_LEVEL:
            boxes[line] = height - top - high, height - top
        elif text := (row.get("text") or "").strip():
            low, up = boxes.get(line, (height - top - high, height - top))
            yield Glyph(text, left, low, left + wide, up, low, 0, spaced=True)
