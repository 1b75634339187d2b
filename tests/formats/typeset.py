"""Setting pages as PDF for the tests: the fewest objects a PDF needs, fonts every reader has.

Courier, whose letters are all six tenths of their size wide, so that every line can be measured.
"""

from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
LETTER = 0.6
_FONTS = {"": "Courier", "b": "Courier-Bold", "i": "Courier-Oblique"}


@dataclass
class Page:
    """One page; ``put`` sets a line with its left end at ``x``, its baseline at ``y``."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    content: list[str] = field(default_factory=list)
    stamps: list[tuple[float, float, str]] = field(default_factory=list)

    def put(self, x: float, y: float, text: str, size: float = 11, font: str = "") -> None:
        written = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        name = f"F{font}"
        self.content.append(f"BT /{name} {size:g} Tf 1 0 0 1 {x:g} {y:g} Tm ({written}) Tj ET")

    def centre(self, y: float, text: str, size: float = 11, font: str = "") -> None:
        self.put((self.width - len(text) * LETTER * size) / 2, y, text, size, font)

    def stamp(self, x: float, y: float, text: str) -> None:
        """Words laid over the page, as a filled-in field or a comment is."""
        self.stamps.append((x, y, text))

    def picture(self) -> None:
        """A grey picture over the whole page, as a scan is."""
        data = "BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI"
        self.content.append(f"q {self.width:g} 0 0 {self.height:g} 0 0 cm {data} Q")


def make_pdf(pages: list[Page], title: str = "") -> bytes:
    """The pages as a file."""
    objects: list[bytes] = []

    def add(content: str | bytes) -> int:
        objects.append(content if isinstance(content, bytes) else content.encode("cp1252"))
        return len(objects)

    fonts = " ".join(
        f"/F{key} {add(f'<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>')} 0 R"
        for key, name in _FONTS.items()
    )
    tree = len(objects) + 2 * sum(1 + len(page.stamps) for page in pages) + 1
    kids = []
    for page in pages:
        laid_over = [add(content) for content in _stamps(page, fonts, len(objects))][1::2]
        stream = "\n".join(page.content).encode("cp1252")
        held = add(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {page.width:g} {page.height:g}] "
                f"/Rotate {page.rotate} /Contents {held} 0 R /Resources << /Font << {fonts} >> >> "
                f"/Annots [{' '.join(f'{one} 0 R' for one in laid_over)}] >>"
            )
        )
    add(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>")
    root = add(f"<< /Type /Catalog /Pages {tree} 0 R >>")
    information = add(f"<< /Title ({title}) >>")
    return _file(objects, root, information)


def _stamps(page: Page, fonts: str, known: int) -> list[bytes]:
    """For each stamp two objects: how it looks, and where it lies."""
    made = []
    for x, y, text in page.stamps:
        look = f"BT /F 11 Tf 2 4 Td ({text}) Tj ET"
        made.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << {fonts} >> >> "
            f"/Length {len(look)} >>\nstream\n{look}\nendstream".encode()
        )
        made.append(
            f"<< /Type /Annot /Subtype /FreeText /Rect [{x:g} {y:g} {x + 200:g} {y + 20:g}] /F 4 "
            f"/Contents ({text}) /AP << /N {known + len(made)} 0 R >> >>".encode()
        )
    return made


def _file(objects: list[bytes], root: int, information: int) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size %d /Root %d 0 R /Info %d 0 R >>\n" % (
        len(objects) + 1,
        root,
        information,
    )
    return data + b"startxref\n%d\n%%%%EOF\n" % start
