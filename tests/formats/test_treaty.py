"""A reader gets a treaty's English text, article by article, and nothing of its translation."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit import formats
from tests.formats import originals
from tests.formats.reading import REAL_FILES, read, sample, unit, visible
from tests.paths import shared

SAMPLE = "lantern-convention.md"
MARKDOWN = [path for path in REAL_FILES["treaty"] if path.suffix == ".md"]

# The number of articles of each treaty in the wording of its file.
ARTICLES = {
    "coe-action-against-trafficking-2005": 47,
    "crc-opsc-2000": 17,
    "echr-1950": 59,
    "ilo-c029-1930": 33,
    "ilo-c105-1957": 10,
    "ilo-c182-1999": 16,
    "ilo-c189-2011": 27,
    "ilo-p029-2014": 12,
    "lanzarote-2007": 50,
    "palermo-protocol-2000": 20,
    "slavery-convention-1926": 12,
    "smuggling-protocol-2000": 25,
    "supplementary-slavery-convention-1956": 15,
    "traffic-women-children-1921": 13,
    "untoc-2000": 41,
}


def real(name: str) -> formats.ParsedDocument:
    return read("treaty", shared(f"data/treaties/texts/{name}.md"))


def parse(text: str) -> formats.ParsedDocument:
    (document,) = formats.format_named("treaty").read(text.encode(), "treaty.md")
    return document


def article(text: str) -> str:
    return parse(f"# The Test Convention\n\n### Article 1\n\n{text}").units[0].html


@pytest.mark.parametrize(("name", "count"), ARTICLES.items())
def test_every_article_is_there_once_and_in_order(name: str, count: int) -> None:
    articles = [one.eid for one in real(name).units if one.kind == "article"]
    assert articles == [f"art_{number}" for number in range(1, count + 1)]


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.stem)
def test_no_english_word_of_the_articles_is_lost(path: Path) -> None:
    assert visible(read("treaty", path)).endswith(originals.treaty_articles(path))


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.stem)
def test_no_dutch_is_left(path: Path) -> None:
    shown = " ".join(one.heading + one.html for one in read("treaty", path).units)
    assert not re.search(r"\b(?:het|een|deze|wordt|Verdragsluitende|Artikel)\b", shown)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("slavery-convention-1926", "Slavery Convention"),
        ("ilo-c029-1930", "Convention concerning forced or compulsory labour"),
        ("ilo-p029-2014", "Protocol of 2014 to the Forced Labour Convention, 1930"),
        ("echr-1950", "Convention for the Protection of Human Rights and Fundamental Freedoms"),
        (
            "traffic-women-children-1921",
            "International Convention for the Suppression of the Traffic in Women and Children",
        ),
    ],
)
def test_the_title_is_the_official_one_in_normal_case(name: str, title: str) -> None:
    document = real(name)
    assert document.title == title
    assert document.language == "en"
    assert document.key is None


def test_the_means_of_trafficking_can_be_cited_in_the_palermo_protocol() -> None:
    definition = unit(real("palermo-protocol-2000"), "art_3")
    assert definition.heading == "Use of terms"
    assert definition.parent == "part_I"
    assert '<div id="art_3__para_a" class="paragraph">' in definition.html


def test_a_list_below_a_list_keeps_its_place_in_untoc() -> None:
    offence = unit(real("untoc-2000"), "art_5").html
    assert 'id="art_5__para_1__subpara_a__subpara_ii__subpara_b"' in offence
    assert 'id="art_5__para_1__subpara_b"' in offence
    assert "The file has no preamble." in real("untoc-2000").notes


def test_the_sample_is_read_whole() -> None:
    document = sample("treaty", SAMPLE)
    assert document.title == "Convention on the Keeping of Lanterns"
    assert document.other_titles == {"nl": "Verdrag inzake de lantaarns"}
    assert document.facts == formats.InstrumentFacts(left_out=("nl",))
    eids = " ".join(one.eid for one in document.units)
    assert eids == "preamble chp_I art_1 art_2 chp_II art_2-bis unit_closing"


def test_a_preamble_is_read_recital_by_recital() -> None:
    preamble = unit(sample("treaty", SAMPLE), "preamble")
    assert preamble.heading == "Preamble"
    assert "<p>Recalling the Charter of Lamps,</p><p>Considering that" in preamble.html


def test_closing_words_are_no_part_of_the_last_article() -> None:
    document = sample("treaty", SAMPLE)
    assert "WITNESS" not in unit(document, "art_2-bis").html
    assert unit(document, "unit_closing").html.startswith("<p>IN WITNESS WHEREOF")


def test_remarks_in_dutch_are_left_out_and_reported() -> None:
    notes = " ".join(sample("treaty", SAMPLE).notes)
    assert "A Dutch translation after the text was left out: 6 lines." in notes
    assert "Left out, a remark in Dutch: Treedt in werking" in notes


def test_after_h_comes_the_letter_i() -> None:
    letters = "".join(f"{letter}) text;\n\n" for letter in "abcdefghijk")
    assert 'id="art_1__para_i"' in article(letters)


def test_roman_numerals_stand_below_a_letter() -> None:
    html = article("a) one:\n\n(i) first;\n\n(ii) second;\n\nb) two.")
    assert 'id="art_1__para_a__subpara_ii"' in html
    assert 'id="art_1__para_b"' in html


def test_a_mark_alone_on_its_line_goes_with_the_next() -> None:
    assert article("1.\n\nText of one.\n\n2.\n\n(a) Text of two.").startswith(
        '<div id="art_1__para_1" class="paragraph"><p><span class="num">1.</span> Text of one.</p>'
    )


def test_text_after_a_list_belongs_to_the_paragraph_around_it() -> None:
    html = article("1. One:\n\na) first;\n\nb) second;\n\nand so on.\n\n2. Two.")
    assert '<p class="continued">and so on.</p></div><div id="art_1__para_2"' in html


def test_an_english_text_alone_is_read_to_its_end() -> None:
    document = parse("# The Convention\n\n### Article 1\n\nThe end.\n\n### Article 2\n\nOK.")
    assert [one.eid for one in document.units] == ["art_1", "art_2"]
    assert document.facts == formats.InstrumentFacts()


def test_markup_in_the_text_stays_text() -> None:
    assert article("5 < 6 & <b onclick=x>7</b> *a*").startswith("<p>5 &lt; 6 &amp; 7 <em>a</em>")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"# The Convention\n\nText without articles.", "no article heading"),
        (b"### Article 1\n\nThe text.", "no title"),
        ("# Convention\n\n### Article 1\n\né".encode("latin-1"), "not UTF-8"),
        (b"# Convention\n\n### Article 1\n\n\0", "zero bytes"),
    ],
)
def test_a_broken_file_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(formats.UnreadableDocument, match=why):
        formats.format_named("treaty").read(data, "treaty.md")


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=20))
def test_any_lines_make_an_article_or_are_refused(lines: list[str]) -> None:
    text = "# The Test Convention\n\n### Article 1\n\n" + "\n\n".join(lines)
    try:
        document = parse(text)
    except formats.UnreadableDocument:
        return
    assert document.units


@pytest.mark.parametrize(
    "piece", ["*", "[", "a) ", "(i) x\n\n", "``", "1. ", "#", "x, and", "<sup>", "a) b\n\nc\n\n"]
)
def test_a_hostile_text_does_not_take_for_ever(piece: str) -> None:
    assert parse("# The Convention\n\n### Article 1\n\nThe text.\n\n" + piece * 20_000).units
