"""Pictures of pages are read by Tesseract where there is one, and marked; else refused."""

import os
import shutil
import stat
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tests.formats.pdf.prints import lines, parse, refusal
from tests.formats.reading import REFUSED_FILES, read, without_tags
from tests.formats.typeset import Page, make_pdf
from tests.paths import shared

TESSERACT = shutil.which("tesseract")
REQUIRED = bool(os.environ.get("MANUMIT_REQUIRE_SERVICES"))
IMAGE_ONLY = "data/messy-documents/cl/assets/media/test/search/opinion_pdf_image_based.pdf"


@pytest.fixture(autouse=True)
def no_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever is installed here, the tests bring their own."""
    monkeypatch.setenv("PATH", str(tmp_path))


def test_text_that_another_machine_read_is_marked() -> None:
    folder = "data/messy-documents/cl/corpus_importer/test_assets/tenn_test_files/1450"
    document = read("pdf", shared(f"{folder}/Calderon_Fuentes_EHO.pdf"))
    assert any("machine's reading of a scan" in note for note in document.notes)


def tesseract(folder: Path, words: str) -> None:
    """A program of that name that answers as Tesseract does."""
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    rows = [head, "4\t1\t1\t1\t1\t0\t300\t300\t1500\t50\t-1\t"]
    for at, word in enumerate(words.split(), start=1):
        rows.append(f"5\t1\t1\t1\t1\t{at}\t{100 + 200 * at}\t310\t180\t40\t96\t{word}")
    answer = "\\n".join(rows).replace("\t", "\\t")
    program = folder / "tesseract"
    program.write_text(
        "#!/bin/sh\n"
        'case "$*" in\n'
        "*--list-langs*) printf 'List of available languages (2):\\neng\\nmsa\\n' ;;\n"
        f"*eng+msa*tsv*) /bin/cat >/dev/null; printf '{answer}\\n' ;;\n"
        "*) exit 1 ;;\n"
        "esac\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IEXEC)


def scan() -> bytes:
    page = Page()
    page.picture()
    return make_pdf([page])


def test_a_scan_is_refused_where_nothing_can_read_it() -> None:
    assert refusal(scan()) == (
        "print.pdf: the PDF is pictures of pages without text: install Tesseract to have them read "
        "by machine, or bring it with text"
    )
    assert REFUSED_FILES[Path(IMAGE_ONLY).name] in refusal(shared(IMAGE_ONLY).read_bytes())


def test_a_scan_is_read_by_tesseract_and_marked(tmp_path: Path) -> None:
    tesseract(tmp_path, "Nobody is a lantern.")
    document = parse(scan())
    assert [without_tags(one.html) for one in document.units] == ["Nobody is a lantern."]
    assert "Read by machine (Tesseract) from pictures, not checked: pages 1." in document.notes


def photographed(data: bytes) -> bytes:
    """The first page of a PDF as a picture in another."""
    (page, *_) = pdfium.PdfDocument(data)
    width, height = page.get_size()
    made = pdfium.PdfDocument.new()
    picture = pdfium.PdfImage.new(made)
    picture.set_bitmap(page.render(scale=300 / 72, grayscale=True))
    picture.set_matrix(pdfium.PdfMatrix().scale(width, height))
    sheet = made.new_page(width, height)
    sheet.insert_obj(picture)
    sheet.gen_content()
    out = BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.skipif(not TESSERACT and not REQUIRED, reason="Tesseract is not installed")
def test_the_real_tesseract_reads_a_scan_and_it_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert TESSERACT, "Tesseract is required here: install tesseract-ocr"
    monkeypatch.setenv("PATH", str(Path(TESSERACT).parent))
    document = parse(photographed(make_pdf(lines("Every keeper trims the lantern."))))
    assert without_tags(document.units[0].html) == "Every keeper trims the lantern."
    assert "Read by machine (Tesseract) from pictures, not checked: pages 1." in document.notes


def test_a_tesseract_that_fails_is_told_in_one_line(tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text('#!/bin/sh\n[ "$1" = --list-langs ] && exit 0\nexit 1\n')
    program.chmod(0o755)
    assert refusal(scan()) == "print.pdf: tesseract could not read page 1"


def test_pictures_among_pages_of_text_are_told() -> None:
    pages = lines("Words on the first page.")
    pages.append(Page())
    pages[-1].picture()
    assert "Pages that are pictures without text were left out: 2." in parse(make_pdf(pages)).notes
