"""A practitioner reads a print without its paper: no running heads, no cut words, nothing lost."""

import os
import pickle
import re
import shutil
import stat
import zlib
from collections import Counter
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from manumit import formats
from manumit.formats.pdf import apart
from manumit.formats.pdf.glyphs import read_glyphs
from manumit.formats.pdf.layout import Layout, PrintedPage, lay_out, printed_page
from manumit.formats.pdf.markdown import print_of_markdown
from tests.formats import originals
from tests.formats.pdf_samples import SAMPLES as MADE
from tests.formats.reading import (
    REAL_FILES,
    REFUSED_FILES,
    read,
    sample,
    squeezed,
    unit,
    visible,
    without_tags,
)
from tests.formats.typeset import Page, make_pdf
from tests.paths import SAMPLES, shared, shared_files

OURS = sorted((SAMPLES / "formats" / "pdf").glob("*.pdf"))
PRINTS = [
    path
    for path in OURS + REAL_FILES["pdf"]
    if path.suffix == ".pdf" and path.name not in REFUSED_FILES
]
MARKDOWN = [
    path
    for path in [SAMPLES / "formats" / "pdf" / "bill-en.md", *REAL_FILES["pdf"]]
    if path.suffix == ".md"
]
BILLS = shared_files("data/my", "*/archive/*/*/bill.md")
TESSERACT = shutil.which("tesseract")
REQUIRED = bool(os.environ.get("MANUMIT_REQUIRE_SERVICES"))
IMAGE_ONLY = "data/messy-documents/cl/assets/media/test/search/opinion_pdf_image_based.pdf"


@pytest.fixture(autouse=True)
def no_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever is installed here, the tests bring their own."""
    monkeypatch.setenv("PATH", str(tmp_path))


def parse(data: bytes) -> formats.ParsedDocument:
    (document,) = formats.format_named("pdf").read(data, "print.pdf")
    return document


def refusal(data: bytes) -> str:
    with pytest.raises(formats.UnreadableDocument) as refused:
        formats.format_named("pdf").read(data, "print.pdf")
    return str(refused.value)


def removed_from(layout: Layout) -> str:
    """What was taken out of a print, as signs."""
    return "".join(squeezed(one.text) for one in layout.removed) + "-" * len(layout.cut)


def layout_of(data: bytes) -> Layout:
    document = pdfium.PdfDocument(data)
    pages = (read_glyphs(page, number) for number, page in enumerate(document, start=1))
    return lay_out([printed_page(page) for page in pages])


def accounted_for(data: bytes) -> str:
    """What is shown and what was taken out, as signs."""
    return visible(parse(data)) + removed_from(layout_of(data))


def pages_of(markup: str) -> list[str]:
    return re.findall(r'<span class="page" title="(\d+)"></span>', markup)


@pytest.mark.parametrize("path", PRINTS, ids=lambda path: path.name)
def test_every_character_is_shown_or_told_as_taken_out(path: Path) -> None:
    data = path.read_bytes()
    assert Counter(accounted_for(data)) == Counter(originals.pdf_text(data))


@pytest.mark.parametrize("path", PRINTS, ids=lambda path: path.name)
def test_every_passage_says_its_page(path: Path) -> None:
    for one in read("pdf", path).units:
        assert not one.html or pages_of(one.html)


@pytest.mark.parametrize("name", MADE)
def test_a_sample_is_what_its_page_says(name: str) -> None:
    assert (SAMPLES / "formats" / "pdf" / name).read_bytes() == MADE[name]()


def bill_as_print(path: Path) -> tuple[bytes, str]:
    """A real bill set page by page, line by line, and its words."""
    pages, words = [], []
    text = path.read_text()
    for part in text[text.index("\n_") :].split("\n-----\n"):
        pages.append(Page(height=1_600))
        y = 1_560.0
        for line in part.splitlines():
            plain = line.replace("**", "").replace("_", "").strip()
            plain = plain.encode("cp1252", "replace").decode("cp1252")
            font = "b" if line.startswith("**") and line.rstrip().endswith("**") else ""
            words.append(plain)
            if plain.isupper() and len(plain) < 60:
                pages[-1].centre(y, plain, 8, font)
            elif plain:
                pages[-1].put(72, y, plain, 8, font)
            y -= 10 if plain else 6
    return make_pdf(pages), squeezed("".join(words))


@pytest.mark.parametrize("path", BILLS, ids=lambda path: "-".join(path.parts[-5:-1:3]))
def test_a_bill_of_malaysia_set_in_print_loses_nothing(path: Path) -> None:
    data, words = bill_as_print(path)
    document = parse(data)
    assert Counter(accounted_for(data)) == Counter(words)
    assert document.language == ("en" if "/en/" in str(path) else "ms")
    assert (document.kind, document.kind_guessed) == ("legislation", True)
    assert re.search(r"Act \d{4}$|^Akta .* \d{4}$", document.title)
    numbers = [one.number for one in document.units if one.kind == "section"]
    assert numbers == [f"{number}." for number in range(1, len(numbers) + 1)]
    assert any(note.startswith("Running heads were left out") for note in document.notes)


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: "-".join(path.parts[-5:-1:3]))
def test_a_bill_that_another_program_made_markdown_of_is_read_as_its_print(path: Path) -> None:
    data = path.read_bytes()
    (document,) = formats.format_named("pdf").read(data, path.name)
    removed = removed_from(lay_out(print_of_markdown(data).pages))
    assert Counter(visible(document) + removed) == Counter(originals.pdf(path))
    numbers = [one.number for one in document.units if one.kind == "section"]
    assert numbers == [f"{number}." for number in range(1, len(numbers) + 1)]
    assert document.language == ("ms" if "/ms/" in str(path) else "en")
    assert any(note.startswith("Running heads were left out") for note in document.notes)
    assert document.notes[0].startswith("The file is Markdown")
    assert {one.kind for one in document.units if one.heading == "EXPLANATORY STATEMENT"} <= {
        "heading"
    }


def test_a_bill_as_markdown_says_its_pages_and_keeps_no_bold_of_its_numbers() -> None:
    path = SAMPLES / "formats" / "pdf" / "bill-en.md"
    (document,) = formats.format_named("pdf").read(path.read_bytes(), path.name)
    assert document.title == "Lantern Keepers Act 2031"
    duty = unit(document, "sec_3")
    assert duty.heading == "Duty of keepers"
    assert duty.parent == "part_II"
    assert pages_of(duty.html) == ["3", "4"]
    assert "<strong>" not in unit(document, "sec_2").html
    assert "LanternKeepers3" not in visible(document)


def test_both_languages_of_a_bill_have_the_same_sections() -> None:
    english, malay = (
        parse(bill_as_print(shared(f"data/my/{name}/archive/2007/0_2007_6/bill.md"))[0])
        for name in ("en", "ms")
    )
    sections = [
        [one.eid for one in document.units if one.kind == "section"]
        for document in (english, malay)
    ]
    assert sections[0] == sections[1]
    assert len(sections[0]) == 67


def test_a_judgment_of_the_supreme_court_is_read_without_its_running_heads() -> None:
    path = "data/messy-documents/cl/assets/media/test/search/opinion_pdf_text_based.pdf"
    document = read("pdf", shared(path))
    assert document.facts.decided_on == date(2013, 6, 13)
    assert not any("Cite as: 569" in without_tags(one.html) for one in document.units)
    shown = " ".join(without_tags(one.html) for one in document.units)
    assert "Oklahoma’s portion of Reach II" in shown  # cut as Okla-homa’s
    assert "cross-border rights" in shown  # the hyphen is its own
    text = "".join(one.html for one in document.units if one.kind != "notes")
    marks = re.findall(r"<sup>(\d+)</sup>", unit(document, "annex_footnotes").html)
    assert marks == re.findall(r"<sup>(\d+)</sup>", text) == [str(one) for one in range(1, 14)]
    letter = next(one for one in document.units if one.heading == "A")
    assert unit(document, letter.parent).heading == "I"
    assert any(
        "Pages that are pictures without text were left out: 29 to 30" in n for n in document.notes
    )


def test_a_table_in_print_keeps_its_cells() -> None:
    path = "data/messy-documents/cl/assets/media/test/search/opinion_tax.pdf"
    tables = [one.html for one in read("pdf", shared(path)).units if "<table>" in one.html]
    assert "<td>19031-13</td><td>2008</td><td>$1,236,414</td>" in tables[0]


def test_text_that_another_machine_read_is_marked() -> None:
    folder = "data/messy-documents/cl/corpus_importer/test_assets/tenn_test_files/1450"
    document = read("pdf", shared(f"{folder}/Calderon_Fuentes_EHO.pdf"))
    assert any("machine's reading of a scan" in note for note in document.notes)


def test_a_bill_has_parts_sections_and_a_schedule() -> None:
    document = sample("pdf", "bill-en.pdf")
    assert document.title == "Lantern Keepers (Protection) Act 2031"
    assert [(one.eid, one.heading) for one in document.units if one.kind == "part"] == [
        ("part_I", "PRELIMINARY"),
        ("part_II", "KEEPERS"),
    ]
    section = unit(document, "sec_3")
    assert (section.number, section.heading) == ("3.", "Duties to keepers")
    assert section.parent == "part_II"
    assert unit(document, "sched").number == "SCHEDULE"
    assert document.facts.long_title.startswith("An Act to protect those who keep")


def test_provisions_in_print_have_addresses_as_deep_as_they_go() -> None:
    html = unit(sample("pdf", "bill-en.pdf"), "sec_3").html
    assert '<div id="sec_3__subsec_1__para_b__subpara_ii" class="subparagraph">' in html
    assert '<p class="continued">and a key to the house they sleep in;</p></div>' in html


def test_a_section_quoted_in_a_bill_is_no_section_of_it() -> None:
    document = sample("pdf", "bill-en.pdf")
    assert "<p>8A. (1) Every lamp shall be lit at dusk.</p>" in unit(document, "sec_4").html
    assert 'id="sec_4__' not in unit(document, "sec_4").html


def test_the_explanation_of_a_bill_is_not_its_text() -> None:
    document = sample("pdf", "bill-en.pdf")
    assert unit(document, "hdg_1").heading == "EXPLANATORY STATEMENT"
    assert unit(document, "unit_3").parent == "hdg_1"


def test_running_heads_and_cut_words_are_told() -> None:
    notes = sample("pdf", "bill-en.pdf").notes
    assert (
        "Running heads were left out on pages 1 to 4, 4 lines: Lantern Keepers (Protection) 1; "
        "2 Bill."
    ) in notes


def test_a_word_cut_in_two_is_made_whole_and_a_hyphen_of_its_own_kept() -> None:
    english = without_tags(unit(sample("pdf", "bill-en.pdf"), "sec_3").html)
    assert "the protection of this Act" in english
    assert "no night-watch may be" in english
    malay = " ".join(without_tags(one.html) for one in sample("pdf", "bill-ms.pdf").units)
    assert "kanak-kanak" in malay
    assert "undang-undang yang tidak lagi" in malay
    assert "diberi perlindungan yang" in malay


def test_a_bill_in_malay_is_read_as_one_in_english() -> None:
    document = sample("pdf", "bill-ms.pdf")
    assert (document.language, document.title) == (
        "ms",
        "Akta Penjaga Tanglung (Perlindungan) 2031",
    )
    assert unit(document, "part_I").heading == "PERMULAAN"
    assert unit(document, "sec_3").heading == "Kewajipan majikan"
    assert '<div id="sec_3__subsec_1__para_b" class="paragraph">' in unit(document, "sec_3").html


def test_a_judgment_in_print_says_what_it_is() -> None:
    document = sample("pdf", "judgment.pdf")
    facts = document.facts
    assert isinstance(facts, formats.JudgmentFacts)
    assert (document.key, document.title) == ("hk/case/2031-hkcfi-9999", "Keeper v Harbour Board")
    assert (facts.forum, facts.decided_on) == ("hkcfi", date(2031, 5, 3))
    assert not document.kind_guessed


def test_paragraphs_in_print_go_on_over_quotations_and_stop_at_headings() -> None:
    document = sample("pdf", "judgment.pdf")
    second = unit(document, "para_2")
    assert second.html.endswith(
        "<p>“Oil is light; it is paid.”</p><p>So runs the letter of the Board.</p>"
    )
    assert unit(document, "para_3").parent == "hdg_3"
    assert unit(document, "hdg_3").heading == "Discussion"


def test_notes_at_the_foot_of_a_page_stand_apart() -> None:
    notes = unit(sample("pdf", "judgment.pdf"), "annex_footnotes")
    assert without_tags(notes.html).startswith("1 The letter is in the bundle.2 The Board")


def test_columns_are_read_one_after_the_other_and_tables_row_by_row() -> None:
    document = sample("pdf", "report.pdf")
    first, second, table = (unit(document, f"unit_{number}").html for number in (1, 2, 3))
    assert without_tags(first).startswith("The survey looked at every lantern")
    assert without_tags(second).startswith("Most keepers count their nights in knots")
    assert "<tr><td>North light</td><td>3</td><td>212</td></tr>" in table
    assert document.title == "Lanterns of the coast"


def lines(*texts: str, pages: int = 1, **page: float) -> list[Page]:
    made = []
    for _ in range(pages):
        made.append(Page(**page))
        for at, text in enumerate(texts):
            made[-1].put(72, 700 - 14 * at, text)
    return made


def test_headings_that_differ_by_more_than_the_page_are_no_running_heads() -> None:
    pages = [Page() for _ in range(6)]
    for page, number in zip(pages, (3, 8, 11, 12, 30, 31), strict=True):
        page.put(72, 800, f"Amendment of section {number}", font="b")
        page.put(72, 700, f"Some words of the amendment to {number} that follow it here.")
    document = parse(make_pdf(pages))
    assert sum("Amendment of section" in one.heading for one in document.units) == 6


def test_a_page_on_its_side_is_read_as_it_is_looked_at() -> None:
    page = Page(width=842, height=595, rotate=90)
    page.content.append("q 0 1 -1 0 842 0 cm")
    page.put(72, 700, "First line of the page on its side,")
    page.put(72, 686, "and the second line below the first.")
    page.content.append("Q")
    shown = without_tags("".join(one.html for one in parse(make_pdf([page])).units))
    assert shown == "First line of the page on its side, and the second line below the first."


def test_text_printed_crosswise_is_kept_after_the_rest() -> None:
    page = lines("Words of the page.")[0]
    page.content.append("BT /F 9 Tf 0 1 -1 0 30 300 Tm (stamped on the edge) Tj ET")
    document = parse(make_pdf([page]))
    assert [without_tags(one.html) for one in document.units] == [
        "Words of the page.",
        "stamped on the edge",
    ]


def test_what_was_filled_in_or_stamped_on_is_read_with_the_page() -> None:
    pages = lines("Name of the keeper:")
    pages[0].stamp(72, 640, "Ember Wick")
    assert visible(parse(make_pdf(pages))) == "Nameofthekeeper:EmberWick"


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


ENCRYPTED = make_pdf(lines("Secret.")).replace(
    b"trailer << ",
    b"trailer << /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O ("
    + b"o" * 32
    + b") /U ("
    + b"u" * 32
    + b") >> /ID [(1) (1)] ",
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (ENCRYPTED, "protected by a password"),
        (make_pdf(lines("Words."))[:300], "broken or cut off"),
        (b"%PDF-1.7\nnothing", "broken or cut off"),
        (b"PK\x03\x04 a zip", "not a PDF"),
        (make_pdf([Page()]), "no text on its pages"),
        (make_pdf([Page()]).replace(b"/Count 1 /Kids [4 0 R]", b"/Count 0 /Kids []      "), "PDF"),
    ],
    ids=["password", "cut", "mark-only", "zip", "blank", "no-pages"],
)
def test_anything_else_is_refused(data: bytes, why: str) -> None:
    assert why in refusal(data)


def test_a_bomb_costs_its_own_process_and_the_next_file_is_read() -> None:
    bomb = zlib.compress(b"q " * 60_000_000, 9)
    page = make_pdf([Page()]).replace(
        b"<< /Length 0 >>\nstream\n",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(bomb) + bomb,
    )
    assert "more memory or time than any document does" in refusal(page)
    assert visible(parse(make_pdf(lines("Words.")))) == "Words."


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes_or_refused() -> None:
    data = make_pdf(lines("Words of a page.", pages=3))
    for end in range(100, len(data), 400):
        assert re.fullmatch(r"(?:Wordsofapage\.)+|print\.pdf: [^\n]+", outcome(data[:end]))


def outcome(data: bytes) -> str:
    try:
        return visible(parse(data))
    except formats.UnreadableDocument as refused:
        return str(refused)


@pytest.mark.parametrize("thing", [os.system, timedelta(1), read_glyphs])
def test_whoever_takes_over_the_process_that_reads_can_send_back_nothing_but_pages(thing) -> None:
    with pytest.raises(pickle.UnpicklingError):
        apart._receive(BytesIO(pickle.dumps(thing)))
    page = PrintedPage(1, 0.0, [], 0, 0, 0.0, read_by_machine=False)
    assert apart._receive(BytesIO(pickle.dumps(page))) == page
