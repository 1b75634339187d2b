"""A bill in print is read by its sections, in English and Malay, from PDF and from Markdown of one."""

import re
from collections import Counter
from pathlib import Path

import pytest

from manumit import formats
from manumit.formats.pdf.layout import lay_out
from manumit.formats.pdf.markdown import print_of_markdown
from tests.formats import originals
from tests.formats.pdf.prints import accounted_for, pages_of, parse, removed_from
from tests.formats.reading import REAL_FILES, sample, squeezed, unit, visible, without_tags
from tests.formats.typeset import Page, make_pdf
from tests.paths import SAMPLES, shared, shared_files

MARKDOWN = [
    path
    for path in [SAMPLES / "formats" / "pdf" / "bill-en.md", *REAL_FILES["pdf"]]
    if path.suffix == ".md"
]
BILLS = shared_files("data/my", "*/archive/*/*/bill.md")


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
