"""A practitioner reads Hong Kong law by section, in two languages that share their addresses."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from manumit import formats
from tests.formats import originals
from tests.formats.reading import (
    REAL_FILES,
    addresses,
    read_all,
    squeezed,
    unit,
    without_tags,
)
from tests.paths import SAMPLES, shared

FOLDER = SAMPLES / "formats" / "hklii"
OURS = sorted(FOLDER.glob("*.json"))
SECTION = {"id": "Section 1", "title": "T", "titleZh": "題", "textEn": "<b>One.</b>", "textZh": ""}


def both(name: str) -> list[formats.ParsedDocument]:
    return read_all("hklii", FOLDER / f"cap9998-{name}.json")


def parse(**changes: Any) -> list[formats.ParsedDocument]:
    law = {"cap": "1", "title": "An Ordinance", "parts": [{"sections": [SECTION]}], **changes}
    return formats.format_named("hklii").read(json.dumps(law).encode(), "law.json")


def section(text: str) -> str:
    (document,) = parse(parts=[{"sections": [{**SECTION, "textEn": text}]}])
    return document.units[0].html


@pytest.mark.parametrize("path", OURS + REAL_FILES["hklii"], ids=lambda path: path.name)
def test_every_section_has_all_its_words_in_their_order(path: Path) -> None:
    for document in read_all("hklii", path):
        suffix = "En" if document.language == "en" else "Zh"
        given = [one.eid for one in document.units if one.kind != "heading"]
        assert given == [eid for eid, _ in originals.hklii_rows(path)]
        for eid, row in originals.hklii_rows(path):
            shown = unit(document, eid)
            assert squeezed(without_tags(shown.html)) == originals.hklii_text(row, suffix)
            assert (
                squeezed(shown.heading)
                == squeezed(row.get(f"title{suffix}") or row["title"])[
                    : len(squeezed(shown.heading))
                ]
            )


def test_both_languages_of_the_employment_ordinance_share_every_address() -> None:
    path = shared("data/hk/hklii/cap57-structure.json")
    english, chinese = read_all("hklii", path)
    assert len(addresses(english)) > 500
    assert set(addresses(english)) == set(addresses(chinese))
    assert (english.key, english.number, chinese.number) == ("hk/law/cap-57", "Cap. 57", "第57章")


def test_the_immigration_ordinance_is_not_shown_with_parts_it_does_not_have() -> None:
    english, _ = read_all("hklii", shared("data/hk/hklii/cap115-structure.json"))
    assert [note for note in english.notes if "name Part IA, IB" in note and "VIIC" in note]
    headings = [one for one in english.units if one.kind == "heading"]
    assert {one.number for one in headings} == {""}
    assert unit(english, "sec_37U").parent == headings[14].eid
    assert unit(english, "sec_37N").status == "omitted"


def test_annotations_of_the_employment_ordinance_stay_out_of_its_words() -> None:
    english, chinese = read_all("hklii", shared("data/hk/hklii/cap57-annotations.json"))
    about = [note for note in english.notes if note.startswith("A note in the file")]
    assert len(about) == 86
    assert all(re.search(r"\[\d{4}\] HK\w+ \d+", note) for note in about)
    assert not any("HKCFI" in one.html for one in english.units)
    assert not any(note.startswith("A note in the file") for note in chinese.notes)


def test_each_language_is_a_text_of_its_own() -> None:
    english, chinese = both("structure")
    assert (english.language, english.title) == ("en", "Kites Ordinance")
    assert (chinese.language, chinese.title) == ("zh-Hant", "風箏條例")
    assert english.key == chinese.key == "hk/law/cap-9998"
    assert english.official_url == "https://www.hklii.hk/en/legis/ord/9998/"
    assert chinese.official_url == "https://www.hklii.hk/tc/legis/ord/9998/"
    assert english.authority == "unofficial"


def test_a_definition_marks_its_term_in_both_languages() -> None:
    english, chinese = (unit(one, "sec_2").html for one in both("structure"))
    assert '<dfn>kite</dfn> (<dfn lang="zh-Hant">風箏</dfn>) includes a box kite' in english
    assert '<dfn>風箏</dfn>(<dfn lang="en">kite</dfn>)包括第3條所指的盒形風箏' in chinese


def test_a_definition_has_one_address_in_both_languages() -> None:
    for document in both("structure"):
        assert "sec_2__subsec_1__item_flier-s-mark__para_b" in addresses(document)


def test_what_the_law_quotes_is_no_provision_of_it() -> None:
    english, _ = both("structure")
    assert '<div class="quotation"><div class="paragraph"><p><span class="num">“(a)</span>' in (
        unit(english, "sec_3").html
    )
    assert "sec_3__subsec_4__para_a" not in addresses(english)


def test_notes_provisos_and_sources_keep_their_kind() -> None:
    html_ = unit(both("structure")[0], "sec_3").html
    assert '<div class="proviso"><p>Provided that a red string' in html_
    assert '<div class="statutory-note"><p><strong>Note—</strong></p>' in html_
    assert '<span class="source-note">(Added 2 of 2031 s. 3)</span>' in html_
    assert '<div class="editorial-note"><p>Editorial Note:</p>' in html_


def test_a_number_that_nothing_follows_is_kept_and_told() -> None:
    english, _ = both("structure")
    bare = '<div id="sec_3__subsec_3" class="subsection"><p><span class="num">(3)</span></p></div>'
    assert bare in unit(english, "sec_3").html
    assert (
        "Nothing but the number is printed: sec_3__subsec_1__para_a, sec_3__subsec_3."
        in english.notes
    )


def test_the_printed_number_counts_and_not_the_name_the_page_gives() -> None:
    assert "sec_3__subsec_1A" in addresses(both("structure")[0])


def test_a_schedule_gets_back_its_first_paragraph() -> None:
    schedule = unit(both("structure")[0], "sched_1")
    assert (schedule.number, schedule.since) == ("Schedule 1", date(2031, 5, 1))
    assert '<div id="sched_1__para_1__subsec_2" class="subsection">' in schedule.html
    assert '<th colspan="2">Lines</th>' in schedule.html
    assert unit(both("structure")[1], "sched_1").number == "附表1"


def test_numbers_of_parts_that_the_law_contradicts_are_left_out_and_told() -> None:
    english, chinese = both("structure")
    assert [one.number for one in english.units if one.kind == "heading"] == ["", ""]
    assert any("name Part IIA, which the file does not have" in note for note in english.notes)
    assert any("in English only" in note for note in chinese.notes)
    assert [one.eid for one in chinese.units if one.kind == "heading"] == ["hdg_1"]


def test_numbers_of_parts_that_nothing_contradicts_are_kept() -> None:
    (document,) = parse(parts=[{"id": "Part I", "title": "Only", "sections": [SECTION]}])
    assert (document.units[0].number, document.units[0].heading) == ("Part I", "Only")


def test_a_part_of_another_law_contradicts_nothing() -> None:
    text = "<b>As in Part IX of the Crimes Ordinance (Cap. 200).</b>"
    part = {"id": "Part I", "title": "Only", "sections": [{**SECTION, "textEn": text}]}
    assert not any("name Part" in note for note in parse(parts=[part])[0].notes)


def test_a_section_without_text_says_so() -> None:
    english, _ = both("annotations")
    assert unit(english, "sec_5").status == "no-text"
    assert "Without text in the file: sec_5." in english.notes


def test_notes_on_cases_name_section_case_and_citation() -> None:
    english, _ = both("annotations")
    assert (
        "A note in the file, not the law's words, on Section 2: Ho Fung Chang v Kite Club, "
        "[2030] HKCFI 9998: Reads 'kite' to include one that never flew."
    ) in english.notes


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a <b> b </b> , c", "<p>a <strong>b</strong>, c</p>"),
        (
            "( <b> 第2條 </b> ) 及 <b> 第3條 </b> 。",
            "<strong>第2條</strong>) 及<strong>第3條</strong>。",
        ),
        ("x&lt;script&gt;<script>bad()</script>y", "<p>x&lt;script&gt;"),
    ],
)
def test_white_space_is_between_words_only(written: str, shown: str) -> None:
    assert shown in section(written)


def test_markup_of_the_page_is_not_ours() -> None:
    assert "href" not in section('<a href="javascript:x()" onclick="y()">z</a>')


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{", "not JSON"),
        (b"[1]", "no object"),
        (b'{"cap": "one"}', "no chapter number"),
        (b'{"cap": "1", "title": ""}', "no title"),
        (b'{"cap": "1", "title": "T", "parts": 5}', "parts is no list"),
        (b'{"cap": "1", "title": "T", "parts": []}', "no text"),
        (b'{"cap": "1", "title": "T", "parts": [{"sections": [{"id": "x"}]}]}', "no number"),
        (b"\xff\xfe{}", "not UTF-8"),
        (b"[" * 100_000, "nested too deep"),
    ],
    ids=["cut", "list", "chapter", "title", "parts", "empty", "number", "bytes", "deep"],
)
def test_anything_else_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(formats.UnreadableDocument, match=why):
        formats.format_named("hklii").read(data, "law.json")


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(formats.UnreadableDocument, match="nested too deep"):
        section("<div>" * 5_000)
