"""A practitioner reads a court's Word file with the paragraph numbers that Word shows."""

import re
import zipfile
from collections import Counter
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit import formats
from manumit.formats.docx.numerals import numeral
from tests.formats import originals, word_samples
from tests.formats.reading import (
    REAL_FILES,
    SAMPLE_FILES,
    addresses,
    read,
    sample,
    squeezed,
    unit,
    visible,
    without_tags,
)
from tests.formats.word import NUMBERING, document, field, in_list, indent, p, packed, run, style
from tests.formats.word import W as NAMESPACE
from tests.paths import JUDGMENT, shared_files

OURS = [path for path in SAMPLE_FILES if path.parent.name == "docx"]
MARKS = re.compile(r'<sup class="note-mark">[^<]*</sup>|<span class="image">[^<]*</span>')
NOTE_NUMBERS = re.compile(r'(?<=<div class="footnote"><p>)<span class="num">[^<]*</span>')
LONG = "A sentence about lanterns that goes on and on. "


Handed = tuple[Path, formats.ParsedDocument]


@pytest.fixture(scope="module", params=OURS + REAL_FILES["docx"], ids=lambda path: path.name)
def handed(request: pytest.FixtureRequest) -> Handed:
    """One of all the files and its document: it is read once, and every test of it runs."""
    return request.param, read("docx", request.param)


def parse(body: str, **given: str) -> formats.ParsedDocument:
    (read_document,) = formats.format_named("docx").read(document(body, **given), "case.docx")
    return read_document


def numbers(body: str, **given: str) -> list[str]:
    """The numbers of all paragraphs and of what is numbered in them, in order."""
    units = parse(body, **given).units
    html = "".join(f'<span class="num">{one.number}</span>{one.html}' for one in units)
    return [found for found in re.findall(r'<span class="num">([^<]*)</span>', html) if found]


def paragraphs(*texts: str, given: str = "") -> str:
    return "".join(p(text, style("Para") + given) for text in texts)


def facts_of(document: formats.ParsedDocument) -> formats.JudgmentFacts:
    assert isinstance(document.facts, formats.JudgmentFacts)
    return document.facts


# ---- nothing is lost ------------------------------------------------------------------------


def shown(read_document: formats.ParsedDocument) -> str:
    """All that is read, without what a renderer adds: marks of notes, words for pictures."""
    html = "".join(one.number + one.heading + one.html for one in read_document.units)
    return squeezed(without_tags(NOTE_NUMBERS.sub("", MARKS.sub("", html))))


def test_no_visible_text_is_lost(handed: Handed) -> None:
    path, read_document = handed
    text, pieces = originals.docx(path)
    read_text = shown(read_document)
    assert Counter(text) - Counter(read_text) == Counter()
    # Within a paragraph only a number that Word computes in the middle of it may stand between.
    missing = [piece for piece in pieces if piece not in read_text]
    assert len(missing) <= 1


def of_headers(path: Path) -> str:
    with zipfile.ZipFile(path) as opened:
        names = [name for name in opened.namelist() if re.fullmatch(r"word/header\d*\.xml", name)]
        return squeezed(
            "".join(
                "".join(originals.word_runs(originals.word_part(opened, name))) for name in names
            )
        )


def test_only_numbers_and_the_first_header_are_added(handed: Handed) -> None:
    path, read_document = handed
    text, _ = originals.docx(path)
    html = "".join(f'<span class="num">{u.number}</span>{u.html}' for u in read_document.units)
    printed = squeezed("".join(re.findall(r'<span class="num">([^<]*)</span>', html)))
    fields = "1.1.a)"  # of two fields in one file
    allowed = Counter(printed + of_headers(path) + fields)
    assert Counter(shown(read_document)) - Counter(text) - allowed == Counter()


# ---- as the National Archives' parser has it --------------------------------------------------


PAIRS = [
    (path, path.with_suffix(".xml"))
    for path in shared_files("data/uk", "*.docx")
    if path.with_suffix(".xml").exists()
]


def text_of(one: formats.Unit) -> str:
    html = NOTE_NUMBERS.sub("", MARKS.sub("", one.html))
    return squeezed(one.number + one.heading + without_tags(html))


def agreeing(ours: formats.ParsedDocument, theirs: formats.ParsedDocument) -> tuple[int, int]:
    """How many of their paragraphs have the same number and text in ours, and how many there are.

    Their parser takes a heading that is set in like the text for the end of the paragraph before
    it: such a paragraph agrees where ours has exactly that heading right after it.
    """
    places = {one.eid: at for at, one in enumerate(ours.units)}
    wanted = [one for one in theirs.units if one.kind == "paragraph"]
    agreed = 0
    for one in wanted:
        at = places.get(one.eid)
        if at is None or ours.units[at].number != one.number:
            continue
        text, goal = text_of(ours.units[at]), text_of(one)
        for following in ours.units[at + 1 :]:
            if len(text) >= len(goal) or following.kind != "heading":
                break
            text += text_of(following)
        agreed += text == goal
    return agreed, len(wanted)


@cache
def pairs() -> list[tuple[formats.ParsedDocument, formats.ParsedDocument]]:
    """Each judgment as we read its Word file, and as the National Archives' parser read it."""
    if not PAIRS:
        pytest.skip("no shared material: set MANUMIT_SHARED to its folder")
    return [(read("docx", word), read("akn", xml)) for word, xml in PAIRS]


def test_paragraphs_agree_with_the_national_archives() -> None:
    counts = [agreeing(ours, theirs) for ours, theirs in pairs()]
    agreed, wanted = (sum(column) for column in zip(*counts, strict=True))
    assert wanted > 4_000
    assert agreed / wanted >= 0.985, f"{agreed} of {wanted} paragraphs agree"


def test_keys_agree_with_the_national_archives() -> None:
    keys = [(ours.key, theirs.key) for ours, theirs in pairs()]
    # One court printed [2022] EHWC 950 (Ch): only the address of the XML says what was meant.
    assert [pair for pair in keys if pair[0] != pair[1]] == [(None, "gb/case/2022-ewhc-950-ch")]


def test_days_are_read_or_left_open_and_never_wrong() -> None:
    days = [(facts_of(one).decided_on, facts_of(other).decided_on) for one, other in pairs()]
    told = [(ours, theirs) for ours, theirs in days if ours and theirs]
    assert [pair for pair in told if pair[0] != pair[1]] == []
    assert len(told) >= 0.8 * len(days)


# ---- the numbers of Word ----------------------------------------------------------------------


def test_a_list_goes_on_through_the_document_whatever_stands_between() -> None:
    body = paragraphs("One.") + p("Between.") + paragraphs("Two.", "Three.")
    assert numbers(body) == ["1.", "2.", "3."]


def test_deeper_levels_begin_anew_after_each_higher_one() -> None:
    body = (
        paragraphs("One.")
        + p("a", style("ParaInside"))
        + p("b", style("ParaInside"))
        + paragraphs("Two.")
        + p("a", style("ParaInside"))
        + p("i", in_list(1, 2))
        + paragraphs("Three.")
    )
    assert numbers(body) == ["1.", "(a)", "(b)", "2.", "(a)", "(i)", "3."]


def test_another_use_of_a_list_begins_where_it_says() -> None:
    again = '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    again += '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    lists = NUMBERING + again
    body = paragraphs("One.", "Two.") + p("Seven.", in_list(9)) + p("Eight.", in_list(9))
    assert numbers(body, numbering=lists) == ["1.", "2.", "7.", "8."]


def test_a_use_that_comes_in_below_does_not_begin_the_level_above() -> None:
    again = '<w:num w:numId="9"><w:abstractNumId w:val="0"/>' + "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
        for level in (0, 1)
    )
    lists = NUMBERING + again + "</w:num>"
    body = paragraphs("One.", "Two.") + p("a", in_list(9, 1)) + p("Three.", in_list(9))
    assert numbers(body, numbering=lists) == ["1.", "2.", "(a)", "3."]


def test_a_level_used_before_the_one_above_it_has_begun_both() -> None:
    body = p("First.", in_list(4, 1)) + p("Second.", in_list(4))
    assert numbers(body) == ["4.1", "V."]


def test_a_paragraph_can_leave_the_list_of_its_style() -> None:
    body = paragraphs("One.") + p("None.", style("Para") + in_list(0)) + paragraphs("Two.")
    assert numbers(body) == ["1.", "2."]


def test_typed_numbers_are_numbers_too() -> None:
    body = "".join(
        p(run(f"{n}.") + "<w:r><w:tab/></w:r>" + run("Text."), indent(720, -720)) for n in (1, 2, 3)
    )
    read_document = parse(body)
    assert [one.eid for one in read_document.units if one.kind == "paragraph"] == [
        "para_1",
        "para_2",
        "para_3",
    ]
    assert unit(read_document, "para_2").html == "<p>Text.</p>"


def test_a_year_in_brackets_is_no_number() -> None:
    read_document = parse(p("[2031] UKSC 9999") + paragraphs("One.", "Two."))
    assert unit(read_document, "front").html == "<p>[2031] UKSC 9999</p>"


def test_fields_show_what_word_shows() -> None:
    body = paragraphs("One.") + p(
        f"{field(' LISTNUM Points ')}{run(' ')}{field(' LISTNUM Points ')}"
        f"{run(' and ')}{field(' FORMCHECKBOX ')}{field(' PAGE ', '7')}",
        style("Para"),
    )
    assert unit(parse(body), "para_2").html == "<p>IV. V. and ☐7</p>"


@pytest.mark.parametrize(
    ("number", "how", "written"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (12, "ordinal", "12th"),
        (23, "chineseCounting", "二十三"),
        (10, "chineseCounting", "十"),
        (45, "thaiNumbers", "๔๕"),
        (3, "thaiLetters", "ค"),
        (5, "klingon", "5"),
        (9_999, "lowerRoman", "9999"),
    ],
)
def test_numbers_are_written_as_the_list_says(number: int, how: str, written: str) -> None:
    assert numeral(number, how) == written


# ---- the invented judgment --------------------------------------------------------------------


def case() -> formats.ParsedDocument:
    return sample("docx", "lantern-case.docx")


def test_the_sample_is_what_its_writer_writes() -> None:
    assert JUDGMENT.read_bytes() == word_samples.judgment()


def test_the_first_page_says_which_judgment_it_is() -> None:
    read_document = case()
    facts = facts_of(read_document)
    assert read_document.key == "gb/case/2031-ewca-civ-9999"
    assert read_document.title == "WICK v LANTERN MAKERS LTD"
    assert (facts.forum, facts.decided_on) == ("ewca-civ", date(2031, 5, 2))
    assert facts.court == "IN THE COURT OF APPEAL (CIVIL DIVISION)"
    assert facts.panel == ("LORD JUSTICE MADE-UP",)
    assert facts.docket_nos == ("CA-2031-000001",)
    assert facts.parties == ("WICK", "LANTERN MAKERS LTD")


def test_paragraphs_stand_below_their_headings() -> None:
    read_document = case()
    assert unit(read_document, "hdg_1").heading == "The facts"
    assert unit(read_document, "para_3").parent == "hdg_1"
    assert unit(read_document, "para_4").parent == "hdg_2"


def test_numbered_lines_in_a_paragraph_can_be_cited() -> None:
    html = unit(case(), "para_2").html
    assert (
        '<div id="para_2__subpara_b__item_i" class="subparagraph">'
        '<p><span class="num">(i)</span> hung high;</p></div>'
    ) in html


def test_a_quotation_is_marked_and_its_numbers_are_no_addresses() -> None:
    read_document = case()
    assert (
        '<p class="quotation">“4.1 No lantern goes out.</p>' in unit(read_document, "para_2").html
    )
    assert not any("4.2" in eid for eid in addresses(read_document))


def test_a_list_inside_begins_anew_and_bullets_stay() -> None:
    html = unit(case(), "para_3").html
    assert '<div id="para_3__subpara_a"' in html
    assert '<p><span class="num">•</span> oil;</p>' in html


def test_tracked_changes_are_read_as_accepted() -> None:
    read_document = case()
    words = "<p>A lantern never sleeps and so says the Act.</p>"
    assert unit(read_document, "para_4").html == words
    assert any("1 insertions are in the text" in note for note in read_document.notes)
    assert "Hidden text was left out: 9 characters." in read_document.notes


def test_text_boxes_symbols_and_results_of_fields_stay() -> None:
    html = unit(case(), "para_5").html
    assert html.startswith("<p>See paragraph 2 above, on lamp-°</p>")
    assert html.count("A lantern in a box.") == 1


def test_footnotes_follow_their_paragraph() -> None:
    html = unit(case(), "para_1").html
    assert html == (
        '<p>The claimant bought a lantern.<sup class="note-mark">1</sup></p>'
        '<div class="footnotes"><div class="footnote">'
        '<p><span class="num">1</span> On a Monday.</p></div></div>'
    )


def test_tables_keep_head_and_spans() -> None:
    html = unit(case(), "para_6").html
    assert "<thead><tr><th><p>Year</p></th>" in html
    assert '<td rowspan="2"><p>2030</p></td>' in html
    assert '<td colspan="2"><p>none</p></td>' in html


def test_a_picture_is_its_description() -> None:
    read_document = case()
    assert '<span class="image">The arms of Nowhere</span>' in unit(read_document, "front").html
    assert "Pictures that nobody described were left out: 1." in read_document.notes


def test_an_appendix_is_a_unit_of_its_own() -> None:
    annex = unit(case(), "annex_1")
    assert annex.heading == "APPENDIX 1"
    assert '<div id="annex_1__para_IV"' in annex.html


# ---- where paragraphs end ---------------------------------------------------------------------


def test_what_stands_farther_in_belongs_to_the_paragraph() -> None:
    body = paragraphs("One.") + p("Farther in.", indent(1440)) + paragraphs("Two.")
    assert unit(parse(body), "para_1").html.endswith("<p>Farther in.</p>")


def test_what_stands_at_the_margin_does_not() -> None:
    body = paragraphs("One.") + p("At the margin.") + paragraphs("Two.")
    read_document = parse(body)
    assert unit(read_document, "unit_1").html == "<p>At the margin.</p>"
    assert any("unit_1" in note for note in read_document.notes)


def test_a_paragraph_goes_on_after_its_quotation() -> None:
    plain = "<w:ind w:left='0' w:hanging='0'/>"
    body = p("He said:", style("Para") + plain) + p("“Light.”", style("Quote")) + p("And left.")
    body += p("Two.", style("Para") + plain)
    assert unit(parse(body), "para_1").html.endswith("<p>And left.</p>")


def test_numbers_in_a_quotation_are_no_paragraphs_of_the_judgment() -> None:
    quoted = "".join(p(f"{n}. Quoted text.", indent(1440)) for n in (2, 3, 4))
    read_document = parse(paragraphs("One.") + quoted + paragraphs("Two.", "Three.", "Four."))
    own = [one.eid for one in read_document.units if one.kind == "paragraph"]
    assert own == ["para_1", "para_2", "para_3", "para_4"]
    assert unit(read_document, "para_2").html == "<p>Two.</p>"


def test_a_judgment_without_numbers_is_read_by_its_headings() -> None:
    body = p("In a court.") + p("The facts", style("Heading1")) + p(LONG * 10) + p("More.")
    read_document = parse(body)
    assert [one.kind for one in read_document.units] == ["front", "heading", "text"]
    assert any("not numbered" in note for note in read_document.notes)


def test_the_language_is_read_from_the_words() -> None:
    assert (
        parse(paragraphs("The law of the land is that which the court holds to be.")).language
        == "en"
    )
    assert parse(paragraphs("เจ้าของโคมไฟต้องจุดไฟก่อนค่ำ")).language == "th"


def test_a_day_in_figures_is_read_where_the_court_writes_the_day_first() -> None:
    cited = p("Neutral Citation: [2031] UKSC 9999")
    british = parse(cited + p("Date: 03/04/2031") + paragraphs("One.", "Two."))
    unknown = parse(p("Date: 03/04/2031") + paragraphs("One.", "Two."))
    assert facts_of(british).decided_on == date(2031, 4, 3)
    assert facts_of(unknown).decided_on is None
    assert unknown.kind_guessed


# ---- bad input --------------------------------------------------------------------------------


def test_the_strict_variant_is_read_as_well() -> None:
    with zipfile.ZipFile(BytesIO(document(paragraphs("One.", "Two.")))) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(
        NAMESPACE.encode(), originals.STRICT
    )
    (read_document,) = formats.format_named("docx").read(packed(files), "strict.docx")
    assert [one.eid for one in read_document.units] == ["para_1", "para_2"]


def test_markup_in_the_text_stays_text() -> None:
    read_document = parse(paragraphs("&lt;script&gt;x&lt;/script&gt;", "Two."))
    assert unit(read_document, "para_1").html == "<p>&lt;script&gt;x&lt;/script&gt;</p>"


def test_macros_are_never_looked_at() -> None:
    with zipfile.ZipFile(BytesIO(document(paragraphs("One.", "Two.")))) as opened:
        files: dict[str, str | bytes] = {name: opened.read(name) for name in opened.namelist()}
    files["word/vbaProject.bin"] = b"\xff\xfe not looked at"
    (read_document,) = formats.format_named("docx").read(packed(files), "macros.docm")
    assert "The file holds macros; they were not looked at." in read_document.notes


def bomb() -> bytes:
    return packed({"word/document.xml": b" " * (49 * 2**20)})


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 and no more", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", r"an old Word document \(\.doc\) or one with"),
        (packed({"xl/workbook.xml": "<workbook/>"}), "it has no main part"),
        (packed({"word/document.xml": "<workbook/>"}), "it has no main part"),
        (packed({"word/document.xml": "<w"}), "not well-formed XML"),
        (packed({"word/document.xml": "<!DOCTYPE a><a/>"}), "declaration is not accepted"),
        (bomb(), "is larger than 48 MB unpacked"),
        (document("<w:p>" * 130 + "</w:p>" * 130), "is nested more than 120 deep"),
        (document(""), "no text"),
        (document(p("One."))[:400], "not a Word document"),
    ],
    ids=["cut", "old", "sheet", "root", "broken", "dtd", "bomb", "deep", "empty", "half"],
)
def test_what_is_no_word_document_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(formats.UnreadableDocument, match=why) as refusal:
        formats.format_named("docx").read(data, "case.docx")
    assert len(str(refusal.value).splitlines()) == 1


def test_a_part_outside_of_the_zip_is_never_opened() -> None:
    link = '<Relationship Id="a" Type="x/officeDocument" Target="../../../etc/passwd"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    files = {"_rels/.rels": f'<Relationships xmlns="{space}">{link}</Relationships>'}
    with pytest.raises(formats.UnreadableDocument, match="no main part"):
        formats.format_named("docx").read(packed(files), "case.docx")


def refusal_of(data: bytes) -> str:
    """Why a file is refused; empty where it is read."""
    try:
        formats.format_named("docx").read(data, "x.docx")
    except formats.UnreadableDocument as refusal:
        return str(refusal)
    return ""


@settings(max_examples=60)
@given(
    cut=st.integers(min_value=1, max_value=4_000), flip=st.integers(min_value=0, max_value=4_000)
)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(cut: int, flip: int) -> None:
    data = bytearray(JUDGMENT.read_bytes())
    data[flip % len(data)] ^= 0x55
    said = refusal_of(bytes(data[:-cut] if cut % 3 == 0 else data))
    assert len(said.splitlines()) <= 1


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "N"), exclude_characters="<&>"),
    max_size=30,
)


@given(st.lists(WORDS))
@settings(max_examples=60)
def test_whatever_is_written_is_read(texts: list[str]) -> None:
    body = "".join(p(run(text), style("Para")) for text in texts) + p("End.")
    found = re.sub(r"\d+\.", "", visible(parse(body)))
    assert found == squeezed("".join(texts)) + "End."


@pytest.mark.parametrize("number", [1, 2])
def test_a_long_document_does_not_take_for_ever(number: int) -> None:
    body = "".join(p(f"{n % number + 1}. Text.", indent(n % 7 * 300)) for n in range(6_000))
    assert "Text." in visible(parse(paragraphs("Text.") * 3_000 + body))
