"""A practitioner reads a Hong Kong law exactly as the Department of Justice publishes it."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from manumit import formats
from tests.formats import originals
from tests.formats.reading import REAL_FILES, addresses, read, sample, unit, visible
from tests.paths import SAMPLES, shared

OURS = sorted((SAMPLES / "formats" / "hklm").glob("*.xml"))
LANGUAGES = ("en", "zh-Hant-HK")
REAL = pytest.mark.parametrize("language", LANGUAGES)
HKLM = 'xmlns="http://www.xml.gov.hk/schemas/hklm/1.0"'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
SECTION = '<section><num value="1">1.</num><content>X</content></section>'


def real(language: str) -> formats.ParsedDocument:
    return read("hklm", shared(f"data/hk/hklm/hk-pdpo-cap486-20221001-{language}.xml"))


def law(body: str) -> bytes:
    meta = "<meta><dc:identifier>/hk/cap1!en</dc:identifier><dc:language>en</dc:language></meta>"
    return f"<ordinance {HKLM} {DC}>{meta}<main>{body}</main></ordinance>".encode()


def parse(body: str) -> formats.ParsedDocument:
    (document,) = formats.format_named("hklm").read(law(body), "law.xml")
    return document


@pytest.mark.parametrize("path", OURS + REAL_FILES["hklm"], ids=lambda path: path.name)
def test_no_visible_text_is_lost_or_added(path: Path) -> None:
    pieces = originals.hklm(path)
    shown = visible(read("hklm", path))
    assert Counter(shown) == Counter("".join(pieces))
    assert [piece for piece in set(pieces) if piece not in shown] == []


@REAL
def test_cap_486_has_its_124_sections_and_6_schedules(language: str) -> None:
    kinds = Counter(one.kind for one in real(language).units)
    assert kinds == {"front": 1, "part": 12, "division": 12, "section": 124, "schedule": 6}


@REAL
def test_cap_486_says_which_text_it_is(language: str) -> None:
    document = real(language)
    assert document.key == "hk/law/cap-486"
    assert document.valid_from == date(2022, 10, 1)
    assert document.authority == "authentic"
    assert document.publisher == "Department of Justice, Hong Kong"
    assert document.official_url == f"https://www.elegislation.gov.hk/hk/cap486!{language}"


def test_the_two_languages_of_cap_486_share_their_addresses() -> None:
    english, chinese = (set(addresses(real(language))) for language in LANGUAGES)
    assert len(english & chinese) > 0.99 * len(english | chinese)
    assert {one.eid for one in real("en").units} == {one.eid for one in real("zh-Hant-HK").units}


@REAL
def test_a_section_of_cap_486_that_is_not_in_force_is_not_shown_as_law(language: str) -> None:
    document = real(language)
    assert unit(document, "sec_33").status == "not-in-force"
    assert unit(document, "sec_34").status == "repealed"
    assert "Not yet in operation: sec_33." in document.notes


def test_each_language_has_its_own_title_and_number() -> None:
    english, chinese = (sample("hklm", f"cap9999-{language}.xml") for language in ("en", "zh-Hant"))
    assert (english.title, english.number) == ("Lanterns (Keeping) Ordinance", "Cap. 9999")
    assert (chinese.title, chinese.number) == ("燈籠(看守)條例", "第9999章")
    assert (english.language, chinese.language) == ("en", "zh-Hant")
    assert english.key == chinese.key == "hk/law/cap-9999"


def test_parts_and_divisions_hold_the_sections() -> None:
    document = sample("hklm", "cap9999-en.xml")
    assert unit(document, "sec_3").parent == "part_2__div_1"
    assert unit(document, "part_2__div_1").parent == "part_2"
    assert unit(document, "part_2__div_1").html == ""


def test_the_opening_is_a_unit_of_its_own() -> None:
    front = unit(sample("hklm", "cap9999-en.xml"), "front")
    assert '<p class="long-title">An Ordinance, invented' in front.html
    assert '<p class="source-note">(Format changes—' in front.html


def test_every_paragraph_can_be_addressed() -> None:
    section = unit(sample("hklm", "cap9999-en.xml"), "sec_2")
    assert (section.number, section.heading) == ("2.", "Interpretation")
    assert section.since == date(2031, 5, 1)
    assert (
        '<div id="sec_2__subsec_2__para_a__subpara_ii" class="subparagraph">'
        '<p><span class="num">(ii)</span> is seen; or</p></div>'
    ) in section.html
    assert '<p class="continued">whatever the weather.</p>' in section.html


def test_a_definition_marks_its_term_in_both_languages() -> None:
    section = unit(sample("hklm", "cap9999-en.xml"), "sec_2")
    assert (
        '<dt><dfn>keeper</dfn> (<dfn lang="zh-Hant">守燈人</dfn>)</dt>'
        "<dd><p> means a person who keeps a <em>lantern</em> &amp; its oil; "
        '<span class="source-note">(Added 2 of 2031 s. 3)</span></p></dd>'
    ) in section.html


def test_a_definition_has_one_address_in_both_languages() -> None:
    paragraph = "sec_2__subsec_1__item_paper-lantern__para_a"
    for language in ("en", "zh-Hant"):
        assert paragraph in addresses(sample("hklm", f"cap9999-{language}.xml"))


def test_a_schedule_is_one_unit_with_its_paragraphs_inside() -> None:
    schedule = unit(sample("hklm", "cap9999-en.xml"), "sched_1")
    assert schedule.html.startswith('<div class="cross-references"><p>[s. 3]</p></div>')
    assert '<div id="sched_1__para_1__subsec_1" class="subsection">' in schedule.html


def test_a_table_keeps_its_cells() -> None:
    table = unit(sample("hklm", "cap9999-en.xml"), "sched_2").html
    assert '<td colspan="2"><p>To the keeper <span class="fill-in">.</span></p></td>' in table


def test_notes_keep_their_kind() -> None:
    section = unit(sample("hklm", "cap9999-en.xml"), "sec_3")
    assert '<div class="statutory-note"><p><strong>Note—</strong></p>' in section.html
    assert '<div class="editorial-note"><p>(Not yet in operation)</p></div>' in section.html


def test_a_regulation_is_cited_as_one() -> None:
    document = parse(SECTION.replace("<section>", '<section role="regulation">'))
    assert [one.eid for one in document.units] == ["reg_1"]


def test_a_number_that_stands_twice_is_pointed_out() -> None:
    document = parse(SECTION + SECTION)
    assert [one.eid for one in document.units] == ["sec_1", "sec_1-2"]
    assert "Numbers that stand twice in the file: sec_1." in document.notes


def test_text_between_units_is_kept() -> None:
    document = parse(f"{SECTION}<text>A stray line.</text>{SECTION.replace('1', '2')}")
    assert [(one.kind, one.html) for one in document.units][1] == ("note", "<p>A stray line.</p>")


def test_paragraphs_of_a_proviso_are_addressed_as_if_there_were_none() -> None:
    proviso = "<proviso><paragraph><num>(i)</num><content>Y</content></paragraph></proviso>"
    document = parse(SECTION.replace("</section>", f"{proviso}</section>"))
    assert '<div class="proviso"><div id="sec_1__para_i"' in document.units[0].html


def test_a_picture_that_is_left_out_is_reported() -> None:
    document = parse(SECTION.replace("X", "X<img/>"))
    assert "Pictures or formulas were left out: 1." in document.notes


def test_markup_in_the_text_stays_text() -> None:
    document = parse(SECTION.replace("X", "&lt;script&gt;x&lt;/script&gt;"))
    assert document.units[0].html == "<p>&lt;script&gt;x&lt;/script&gt;</p>"


def test_a_law_without_a_chapter_number_has_no_key() -> None:
    data = law(SECTION).replace(b"cap1!", b"A206!")
    (document,) = formats.format_named("hklm").read(data, "a206.xml")
    assert document.key is None


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<ordinance", "not well-formed XML"),
        (law("").replace(b"<main></main>", b""), "no body"),
        (law(""), "no text"),
        (law(SECTION).replace(b"hklm", b"other"), "not Hong Kong Legislation Model"),
        (b'<?xml version="1.0" encoding="UTF-8"?><a>\xff</a>', "not well-formed XML"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "not well-formed XML"),
        (law(SECTION).replace(b"<dc:language>en", b"<dc:language>"), "language"),
        (law("<div>" * 5_000 + "</div>" * 5_000), "not well-formed XML"),
    ],
    ids=["cut", "no-main", "no-text", "other", "bytes", "encoding", "language", "deep"],
)
def test_a_broken_file_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(formats.UnreadableDocument, match=why):
        formats.format_named("hklm").read(data, "law.xml")


BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>'


@pytest.mark.parametrize(
    "data",
    [
        BOMB + law(SECTION.replace("X", "&c;")),
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd">' + law(SECTION),
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'http://x/'>]><a>&b;</a>".encode("utf-16"),
    ],
    ids=["entities", "external", "utf-16"],
)
def test_a_document_type_is_never_accepted(data: bytes) -> None:
    with pytest.raises(formats.UnreadableDocument, match="declaration is not accepted"):
        formats.format_named("hklm").read(data, "law.xml")
