"""A judgment in print is read by its paragraphs, without running heads, its notes apart."""

import re
from datetime import date

from manumit import formats
from tests.formats.reading import read, sample, unit, without_tags
from tests.paths import shared


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
