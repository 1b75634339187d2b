"""A statute by provision, as several collections publish it in JSON, keeps every word and address."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit import formats
from manumit.formats.statutes.gaps import gaps
from tests.formats import originals
from tests.formats.reading import (
    REAL_FILES,
    addresses,
    read,
    sample,
    squeezed,
    unit,
    visible,
    without_tags,
)
from tests.paths import SAMPLES, shared, shared_files

OURS = sorted((SAMPLES / "formats" / "statutes").glob("*.json"))
SINGAPORE = "lantern-keepers-act.json"
THAILAND = "lantern-act.th.json"
PHILIPPINES = "lantern-act.ph.json"
ALL_FILES = pytest.mark.parametrize(
    "path", OURS + REAL_FILES["statutes"], ids=lambda path: path.name[:30]
)
VERSES = {"หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6}
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def real(path: str) -> formats.ParsedDocument:
    return read("statutes", shared(f"data/{path}"))


def eids(document: formats.ParsedDocument) -> str:
    return " ".join(one.eid for one in document.units)


@ALL_FILES
def test_no_visible_text_is_lost_added_or_moved(path: Path) -> None:
    assert visible(read("statutes", path)) == originals.statutes(path)


@pytest.mark.parametrize(
    "path",
    [path for path in shared_files("data/th", "*.json") if path not in REAL_FILES["statutes"]],
    ids=lambda path: path.name[:30],
)
def test_a_law_of_which_only_the_title_was_collected_is_refused(path: Path) -> None:
    with pytest.raises(formats.UnreadableDocument, match="it has no provisions"):
        read("statutes", path)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("sg/phta-2014.json", "sg/law/phta-2014"),
        ("sg/pc-1871.json", "sg/law/pc-1871"),
        ("ph/seed/ra-10175-cybercrime-prevention.json", "ph/law/ra-10175"),
        ("ph/seed/act-3815-revised-penal-code.json", "ph/law/act-3815"),
        ("ph/seed/constitution-1987.json", None),
        ("th/phsa-be2562.json", None),
    ],
)
def test_the_key_comes_from_the_official_number(name: str, key: str | None) -> None:
    assert real(name).key == key


def test_the_offence_of_trafficking_can_be_cited_to_its_paragraph() -> None:
    offence = unit(real("sg/phta-2014.json"), "sec_3")
    assert (offence.number, offence.heading) == ("3.", "Trafficking in persons")
    assert offence.parent == "part_2"
    assert '<div id="sec_3__subsec_1__para_e" class="paragraph">' in offence.html
    assert 'id="sec_3__subsec_3__para_b"' in offence.html


def test_nearly_every_reference_of_an_act_to_itself_finds_its_passage() -> None:
    found, lost = 0, []
    for path in (path for path in REAL_FILES["statutes"] if path.parent.name == "sg"):
        document = read("statutes", path)
        held = set(addresses(document))
        for one in document.units:
            for eid in _references(without_tags(one.html), one.eid):
                found += eid in held
                lost += [eid] if eid not in held and eid.split("__")[0] in held else []
    if not REAL_FILES["statutes"]:
        pytest.skip("no shared material")
    assert found > 1_000
    assert len(lost) < 5, lost


def _references(text: str, eid: str) -> list[str]:
    own = re.finditer(r"(?<!\w)subsection \((\d+[A-Z]*)\)(?:\(([a-z]{1,2})\))?(?! of)", text)
    others = re.finditer(r"\bsection (\d+[A-Z]*)\((\d+[A-Z]*)\)(?!.{0,60}\bof the [A-Z])", text)
    return [
        *[f"{eid}__subsec_{m[1]}" + (f"__para_{m[2]}" if m[2] else "") for m in own],
        *[f"sec_{m[1]}__subsec_{m[2]}" for m in others],
    ]


def test_a_thai_law_is_cited_by_paragraph_as_it_cites_itself() -> None:
    document = real("th/phsa-be2562.json")
    held = set(addresses(document))
    sections = (one for one in document.units if one.eid.startswith("sec_"))
    text = "".join(without_tags(one.html) for one in sections).translate(DIGITS)
    cited = re.findall(r"มาตรา (\d+) วรรค(หนึ่ง|สอง|สาม)(?: \((\d+)\))?(?! แห่ง)", text)
    wanted = [
        f"sec_{number}__para_{VERSES[verse]}" + (f"__para_{item}" if item else "")
        for number, verse, item in cited
    ]
    assert len(wanted) > 5
    assert set(wanted) <= held


def test_a_section_in_one_line_becomes_subsections_and_paragraphs() -> None:
    document = sample("statutes", SINGAPORE)
    section = unit(document, "sec_3").html
    assert re.findall(r'id="sec_3__([^"]+)"', section) == [
        "subsec_1",
        "subsec_1__para_a",
        "subsec_1__para_a__subpara_i",
        "subsec_1__para_a__subpara_ii",
        "subsec_1__para_b",
        "subsec_1AA",
        "subsec_1A",
        "subsec_2",
        "subsec_2__para_a",
        "subsec_2__para_aa",
    ]
    assert '<span class="num">—(1)</span> Whoever' in section
    assert "</div><p>Names of keepers</p><div" in section


def test_a_definition_is_known_by_its_term() -> None:
    section = unit(sample("statutes", SINGAPORE), "sec_2").html
    assert 'id="sec_2__item_lantern__para_b"' in section
    assert 'id="sec_2__item_keeper"' in section


def test_lists_of_illustrations_are_no_paragraphs() -> None:
    section = unit(sample("statutes", SINGAPORE), "sec_3A").html
    assert "id=" not in section
    assert "<p>Illustration (a) A keeps" in section


def test_a_repealed_section_says_so() -> None:
    assert unit(sample("statutes", SINGAPORE), "sec_7").status == "repealed"
    assert unit(sample("statutes", THAILAND), "sec_4").status == "repealed"


def test_missing_numbers_are_told() -> None:
    assert "Numbers that the file has not, repealed or left out: 4-6." in " ".join(
        sample("statutes", SINGAPORE).notes
    )
    held = real("th/criminal-code-be2499.json")
    assert "left out: 3-58, 60-67, 69-111" in " ".join(held.notes)


def test_undefined_passages_stay_where_they_stand_and_are_told() -> None:
    document = sample("statutes", THAILAND)
    assert eids(document) == (
        "preamble sec_1 sec_2 sec_3 sec_3-bis sec_4 sec_4-1 hdg_1 sec_7 unit_remark-1 "
        "unit_amending-1__sec_2 unit_amending-1__sec_9 unit_remark-2"
    )
    assert "kept where they stand: 5 (คำปรารภ, มาตรา, บทเฉพาะกาล, หมายเหตุ)" in " ".join(
        document.notes
    )


def test_thai_numbers_are_shown_as_printed_and_addressed_in_ascii() -> None:
    again = unit(sample("statutes", THAILAND), "sec_3-bis")
    assert again.number == "มาตรา ๓ ทวิ"
    assert unit(sample("statutes", THAILAND), "sec_4-1").number == "มาตรา ๔/๑"


def test_broken_lines_are_not_counted_as_paragraphs() -> None:
    assert "id=" not in unit(sample("statutes", THAILAND), "sec_3-bis").html
    assert 'id="sec_4-1__para_2"' in unit(sample("statutes", THAILAND), "sec_4-1").html
    assert "id=" not in unit(sample("statutes", THAILAND), "unit_amending-1__sec_2").html


def test_headings_after_a_section_stand_above_the_next() -> None:
    document = sample("statutes", PHILIPPINES)
    assert eids(document) == (
        "chp_I sec_1 sec_2 title_TWO title_TWO__chp_ONE sec_3 sec_5 unit_closing"
    )
    assert unit(document, "title_TWO").heading == "OF KEEPERS AND THEIR LADDERS"
    assert unit(document, "sec_3").parent == "title_TWO__chp_ONE"


def test_a_heading_made_of_a_cross_reference_is_left_out_and_told() -> None:
    notes = " ".join(sample("statutes", PHILIPPINES).notes)
    assert "are left out: TITLE IX - Section 5. As described in (before 5)." in notes
    assert "TITLE XIII" in " ".join(real("ph/seed/ra-11232-revised-corporation-code.json").notes)


def test_a_first_sentence_is_no_heading() -> None:
    assert unit(sample("statutes", PHILIPPINES), "sec_3").heading == ""
    assert unit(sample("statutes", PHILIPPINES), "sec_2").heading == "Acts punished."


def test_lost_characters_stay_visible_and_are_counted() -> None:
    assert "\ufffd This Act" in unit(sample("statutes", PHILIPPINES), "sec_1").html
    notes = " ".join(real("ph/seed/ra-10175-cybercrime-prevention.json").notes)
    assert "Characters lost before the file was made" in notes


def test_a_law_that_breaks_off_says_so() -> None:
    notes = " ".join(real("ph/seed/constitution-1987.json").notes)
    assert "ends with a heading, ARTICLE VII EXECUTIVE DEPARTMENT" in notes


def test_an_english_text_of_unknown_origin_is_read_with_a_warning() -> None:
    document = real("th/cca-be2550.json")
    assert document.language == "en"
    assert document.other_titles["th"].startswith("พระราชบัญญัติ")
    assert document.publisher == "a collection that names no source of its English text"
    assert "names no translator" in document.notes[1]
    assert document.authority == "unofficial"


def test_days_that_a_collection_filled_in_are_not_taken_over() -> None:
    document = real("th/phsa-be2562.json")
    assert document.valid_from is None
    assert "Days the file gives, not taken over: issued 2019-01-01." in document.notes


def _changed(**fields: Any) -> bytes:
    values = json.loads((SAMPLES / "formats" / "statutes" / SINGAPORE).read_text())
    return json.dumps(values | fields).encode()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"[1, 2]", "no object with provisions"),
        (b'{"provisions": 3}', "no object with provisions"),
        (b"{", "not JSON"),
        (b"[" * 200_000, "nested too deep"),
        (_changed(provisions=[]), "it has no provisions"),
        (_changed(provisions=["a"]), "no section or no content"),
        (_changed(url="https://example.org/law"), "of no publisher known here"),
        (_changed(url="http://[broken"), "of no publisher known here"),
    ],
)
def test_another_file_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(formats.UnreadableDocument, match=why):
        formats.format_named("statutes").read(data, "law.json")


@pytest.mark.parametrize(
    ("sections", "missing"),
    [
        (["1", "2", "3A", "4"], ""),
        (["2", "59", "68"], "1, 3-58, 60-67"),
        (["1", "249-276", "277"], "2-248"),
        (["undefined", "1", "2", "9", "2", "40"], "3-8"),
        (["99999999"], "1-99999998"),
    ],
)
def test_gaps_are_runs_of_numbers(sections: list[str], missing: str) -> None:
    assert gaps(sections) == missing


WORDS = st.lists(
    st.sampled_from(
        [
            "(1)",
            "( a )",
            "(i)",
            "(aa)",
            "—",
            ". ",
            "; ",
            "\n",
            "“oil” means",
            "Illustration",
            "1.",
            "มาตรา ๒",
            "(๑)",
            "(ก)",
            "CHAPTER II",
            "TITLE",
            "Approved",
            " text ",
            "� - ",
        ]
    ),
    max_size=30,
).map("".join)


@given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from([SINGAPORE, THAILAND, PHILIPPINES]))
def test_any_text_is_kept_whole(texts: list[str], name: str) -> None:
    values = json.loads((SAMPLES / "formats" / "statutes" / name).read_text())
    values["provisions"] = [
        {"section": str(number), "title": "", "content": f"{number}. {text}"}
        for number, text in enumerate(texts, start=1)
    ]
    (document,) = formats.format_named("statutes").read(json.dumps(values).encode(), name)
    assert visible(document) == squeezed(
        html.unescape("".join(one["content"] for one in values["provisions"]))
    )
    found = addresses(document)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "piece", ["( a ) ", "—(1) ", "“a", "(i) — ", "\n", "\nCHAPTER I", "(๑)\n", "A "]
)
@pytest.mark.parametrize("name", [SINGAPORE, THAILAND, PHILIPPINES])
def test_a_hostile_text_does_not_take_for_ever(piece: str, name: str) -> None:
    values = json.loads((SAMPLES / "formats" / "statutes" / name).read_text())
    values["provisions"] = [{"section": "1", "title": "", "content": "1. " + piece * 20_000}]
    assert formats.format_named("statutes").read(json.dumps(values).encode(), name)
