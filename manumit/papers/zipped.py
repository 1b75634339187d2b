"""Letter and bundle in one file: the letter three ways, and each authority as its own document."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from manumit.papers.pages import as_html
from manumit.papers.plain import as_text, source_as_text
from manumit.papers.printed import as_pdf
from manumit.papers.types import Pack

_LONGEST = 60  # characters of a file's name


def as_zip(pack: Pack) -> bytes:
    """The same bytes for the same pack: every file bears the day of the letter. Raises NoFont."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, data in _files(pack):
            info = ZipInfo(name, date_time=(*pack.dated.timetuple()[:3], 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, data)
    return held.getvalue()


def _files(pack: Pack) -> Iterator[tuple[str, bytes]]:
    yield "letter.pdf", as_pdf(pack)
    yield "letter.html", as_html(pack).encode()
    yield "letter.txt", as_text(pack).encode()
    if pack.sources:
        yield "bundle/bundle.pdf", as_pdf(replace(pack, words=()))
    for number, source in enumerate(pack.sources, 1):
        name = f"bundle/{number:02}-{_slug(f'{source.title} {source.label}')}"
        yield f"{name}.txt", source_as_text(source, pack.language).encode()
        yield f"{name}.pdf", as_pdf(replace(pack, words=(), sources=(source,)))


def _slug(title: str) -> str:
    """Letters and digits of any script, and hyphens."""
    return re.sub(r"[^\w]+", "-", title).strip("-")[:_LONGEST].rstrip("-")
