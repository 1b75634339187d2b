"""A letter and its bundle: what is in the files, what must not be, and that no disk is touched."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
import typst

from manumit.papers import NoFont, Pack, Quoted, Source, as_html, as_pdf, as_text, as_zip, printed
from tests.paths import REPOSITORY

CRIMES = Source(
    title="Crimes Ordinance",
    label="Section 129(1)",
    citation="Crimes Ordinance (Cap 200) s 129(1)",
    address="https://centre.example/hk/law/cap-200/sec_129?on=2020-01-31",
    official="https://www.elegislation.gov.hk/hk/cap200",
    quoted=(Quoted("en", ("Invented words of a section.", "(2) More of it."), "authentic"),),
    as_of=date(2020, 1, 31),
)
PACK = Pack(
    language="en",
    dated=date(2026, 11, 22),
    from_="A Centre",
    words=("Thank you for asking.", 'Not *markup*: #eval("1") <b>bold</b> & $x$.'),
    sources=(CRIMES, replace(CRIMES, title="Another", quoted=(), as_of=None)),
)
needs_han = pytest.mark.skipif(
    "Noto Serif CJK TC" not in typst.Fonts().families(), reason="needs fonts-noto-cjk"
)


def pages_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def test_the_pdf_has_a_cover_contents_and_numbered_pages():
    cover, contents, answer, authorities = pages_of(as_pdf(PACK))
    assert "Answer to your question" in cover
    assert "22 November 2026" in cover
    assert "1. Crimes Ordinance, Section 129(1)" in contents
    assert "Thank you for asking." in answer
    assert "Page 4 / 4" in authorities
    assert "As it stood on 31 January 2020" in authorities
    assert "Invented words of a section." in authorities


@pytest.mark.parametrize("lines", range(1, 8))
def test_addresses_stay_on_the_page_of_what_they_are_the_addresses_of(lines):
    quoted = (Quoted("en", tuple(f"Invented line {number}." for number in range(lines))),)
    sources = tuple(replace(CRIMES, title=f"Law {number}", quoted=quoted) for number in range(15))
    for page in pages_of(as_pdf(replace(PACK, sources=sources)))[4:]:
        assert not page.lstrip().startswith(("Read here", "Official text")), page


def test_a_quotation_longer_than_a_page_goes_on_on_the_next():
    quoted = (Quoted("en", tuple(f"Invented line {number}." for number in range(90))),)
    pages = pages_of(as_pdf(replace(PACK, sources=(replace(CRIMES, quoted=quoted),))))
    assert "Invented line 0." in pages[3]
    assert "Invented line 89." in pages[-1]
    assert "Read here" in pages[-1]


def test_a_place_named_in_chinese_follows_the_title_without_a_comma():
    chinese = replace(CRIMES, title="刑事罪行條例", label="第129(1)條")
    assert "<h3>刑事罪行條例第129(1)條</h3>" in as_html(replace(PACK, sources=(chinese,)))


def test_the_pdf_is_tagged_and_says_its_language():
    pdf = as_pdf(PACK)
    assert pypdfium2.PdfDocument(pdf).is_tagged()
    assert b"/Lang" in pdf
    assert b"pdfuaid" in pdf  # declared as PDF/UA


def test_beside_its_pages_the_pdf_says_nothing_about_anyone():
    told = pypdfium2.PdfDocument(as_pdf(PACK)).get_metadata_dict()
    creator = told.pop("Creator")
    assert creator.startswith("Typst")
    assert {name: value for name, value in told.items() if value} == {
        "Title": "Answer to your question",
        "Author": "A Centre",
    }


@pytest.mark.parametrize("make", [as_pdf, as_zip])
def test_the_same_pack_makes_the_same_bytes(make):
    assert make(PACK) == make(PACK)


def test_what_is_written_is_shown_and_never_run():
    assert '*markup*: #eval("1") <b>bold</b> & $x$' in " ".join(pages_of(as_pdf(PACK))[2].split())
    assert "&lt;b&gt;bold&lt;/b&gt; &amp;" in as_html(PACK)
    assert "<script" not in as_html(replace(PACK, words=("<script>1</script>",)))


def test_the_zip_holds_the_letter_three_ways_and_every_authority_apart():
    with ZipFile(BytesIO(as_zip(PACK))) as archive:
        assert archive.namelist() == [
            "letter.pdf", "letter.html", "letter.txt", "bundle/bundle.pdf",
            "bundle/01-Crimes-Ordinance-Section-129-1.txt",
            "bundle/01-Crimes-Ordinance-Section-129-1.pdf",
            "bundle/02-Another-Section-129-1.txt",
            "bundle/02-Another-Section-129-1.pdf",
        ]  # fmt: skip
        assert "Invented words" in archive.read(archive.namelist()[4]).decode()
        assert "Thank you" not in " ".join(pages_of(archive.read("bundle/bundle.pdf")))


@needs_han
def test_a_letter_in_chinese_says_which_language_is_lacking():
    chinese = replace(PACK, language="zh-Hant", sources=(replace(CRIMES, lacking=("zh-Hant",)),))
    assert "未備有中文文本，以下為英文。" in as_text(chinese)
    assert "就閣下查詢的答覆" in pages_of(as_pdf(chinese))[0]
    assert '<html lang="zh-Hant">' in as_html(chinese)
    assert '<blockquote lang="en">' in as_html(chinese)


def test_what_nothing_is_held_of_is_said():
    assert "No words of this are held here: read it at the address." in as_text(PACK)
    summary = replace(CRIMES, quoted=(Quoted("en", ("A gist.",)),))
    assert "Summary in our own words" in as_text(replace(PACK, sources=(summary,)))


def test_a_script_without_a_font_is_refused_with_the_package_to_install(monkeypatch):
    class Few:
        def families(self):
            return ["Noto Serif"]

    monkeypatch.setattr(printed, "_fonts", Few)
    with pytest.raises(NoFont, match="install fonts-noto-core"):
        as_pdf(replace(PACK, words=("ค้ามนุษย์",)))


def test_a_pack_is_made_where_nothing_can_be_written_to_a_disk():
    code = (
        "import resource, sys\n"
        "from tests.papers.test_answer_packs import PACK\n"
        "from manumit.papers import as_zip\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "sys.stdout.buffer.write(as_zip(PACK)[:2])\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=False,
    )
    assert done.stdout == b"PK", done.stderr.decode()[-500:]
