"""A practitioner reads a Strasbourg judgment by its paragraph numbers."""

import html
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit import formats
from manumit.formats.hudoc.names import case_name
from manumit.formats.hudoc.numbering import find_numbering
from tests.formats import originals
from tests.formats.reading import REAL_FILES, addresses, read, sample, squeezed, unit, visible
from tests.paths import SAMPLES, shared

OURS = sorted((SAMPLES / "formats" / "hudoc").glob("*.json"))
ALL_FILES = pytest.mark.parametrize("path", OURS + REAL_FILES["hudoc"], ids=lambda path: path.name)
GAP = " \xa0 \xa0 "


def real(itemid: str) -> formats.ParsedDocument:
    return read("hudoc", shared(f"data/echr/hudoc-json/{itemid}.json"))


def paragraphs(document: formats.ParsedDocument) -> list[int]:
    return [int(one.eid.removeprefix("para_")) for one in document.units if one.kind == "paragraph"]


def facts_of(document: formats.ParsedDocument) -> formats.JudgmentFacts:
    assert isinstance(document.facts, formats.JudgmentFacts)
    return document.facts


def parse(**fields: Any) -> formats.ParsedDocument:
    """Our sample with some of its fields changed."""
    values = json.loads((SAMPLES / "formats" / "hudoc" / "judgment-en.json").read_text())
    data = json.dumps(values | fields).encode()
    (document,) = formats.format_named("hudoc").read(data, "case.json")
    return document


@ALL_FILES
def test_no_visible_text_is_lost_added_or_moved(path: Path) -> None:
    assert visible(read("hudoc", path)) == originals.hudoc(path)


@ALL_FILES
def test_paragraphs_count_up(path: Path) -> None:
    numbers = paragraphs(read("hudoc", path))
    assert numbers == sorted(set(numbers))


@ALL_FILES
def test_only_extracts_have_holes_in_their_numbering(path: Path) -> None:
    document = read("hudoc", path)
    numbers = paragraphs(document)
    if not facts_of(document).extracts:
        assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("itemid", "last"),
    [
        ("001-109577", 89),
        ("001-111634", 428),
        ("001-237439", 121),
        ("001-63721", 130),
        ("001-96491", 67),
    ],
)
def test_the_last_paragraph_of_known_judgments(itemid: str, last: int) -> None:
    assert paragraphs(real(itemid))[-1] == last


def test_names_agree_with_the_courts_own_citations() -> None:
    listed = shared("data/echr/authority-slice.jsonl").read_text().splitlines()
    records = [json.loads(line) for line in listed]
    cited = {(one["appnos"][0], one["date"]): one["title"] for one in records if one["appnos"]}
    ours = {}
    for path in REAL_FILES["hudoc"]:
        document = read("hudoc", path)
        facts = facts_of(document)
        ours[facts.app_nos[0], facts.decided_on.isoformat()] = document.title
    both = ours.keys() & cited.keys()
    assert both
    assert {key: ours[key] for key in both} == {key: cited[key] for key in both}


def test_a_grand_chamber_judgment_has_its_facts() -> None:
    document = real("001-109577")
    facts = facts_of(document)
    assert document.key == "coe/case/4149-04/2012-03-15"
    assert (facts.forum, facts.decision_type) == ("ecthr-gc", "judgment")
    assert facts.app_nos == ("4149/04", "41029/04")
    assert facts.ecli == "ECLI:CE:ECHR:2012:0315JUD000414904"
    assert len(facts.panel) == 17


def test_a_translation_by_the_registry_is_not_authentic() -> None:
    document = real("001-171994")
    assert document.authority == "official-translation"
    assert facts_of(document).authentic_languages == ("fr",)


def test_both_languages_of_a_judgment_share_the_key() -> None:
    english, french = (sample("hudoc", f"judgment-{one}.json") for one in ("en", "fr"))
    assert english.key == french.key == "coe/case/123-45/2031-05-02"
    assert english.title == "A.B. and Mac Lantern v. Nowhere"
    assert french.title == "A.B. et Mac Lantern c. Nulle Part"
    assert facts_of(english).panel == facts_of(french).panel
    assert facts_of(english).decided_on == date(2031, 5, 2)


def test_numbers_in_a_quotation_are_no_paragraphs() -> None:
    document = sample("hudoc", "judgment-en.json")
    assert paragraphs(document) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert "A keeper sleeps.”" in unit(document, "para_3").html
    assert unit(document, "para_5").html == "<p>The second applicant kept two.</p>"


def test_headings_stand_above_the_paragraphs_they_head() -> None:
    document = sample("hudoc", "judgment-en.json")
    headings = [(one.number, one.heading) for one in document.units if one.kind == "heading"]
    assert headings == [
        ("", "PROCEDURE"),
        ("", "THE FACTS"),
        ("I.", "THE CIRCUMSTANCES OF THE CASE"),
        ("A.", "The first applicant"),
        ("B.", "The second applicant"),
        ("", "THE LAW"),
        ("I.", "ALLEGED VIOLATION OF ARTICLE 4 OF THE CONVENTION"),
        ("1.", "The parties’ submissions"),
        ("2.", "The Court’s assessment"),
    ]
    assert unit(document, "para_8").parent == "hdg_9"
    assert unit(document, "hdg_9").parent == "hdg_7"


def test_a_list_in_a_paragraph_is_set_line_by_line() -> None:
    complaint = unit(sample("hudoc", "judgment-en.json"), "para_4")
    assert complaint.html == "<p>He complained:</p><p>(a) of the dark;</p><p>(b) of the cold.</p>"


def test_operative_points_and_opinions_can_be_cited() -> None:
    document = sample("hudoc", "judgment-en.json")
    assert unit(document, "op").heading == "FOR THESE REASONS, THE COURT"
    assert unit(document, "op_2").html.startswith("<p>Holds by two votes to one")
    assert unit(document, "sep_1").heading == "DISSENTING OPINION OF JUDGE MADE-UP"
    assert "sep_2__para_2" in addresses(document)
    assert unit(document, "annex_footnotes").html == "<p>[1] . Rectified on 3 May 2031.</p>"


def test_operative_points_without_numbers_are_counted_and_reported() -> None:
    document = sample("hudoc", "judgment-fr.json")
    assert unit(document, "op_2").html == "<p>Dit qu’il y a eu violation de l’article 4.</p>"
    assert unit(document, "op_2").number == ""
    assert any("lost the numbers" in note for note in document.notes)


def test_a_decision_without_numbers_is_read_section_by_section() -> None:
    document = sample("hudoc", "decision-en.json")
    sections = [one.heading for one in document.units if one.kind == "section"]
    assert sections == ["THE FACTS", "THE LAW"]
    assert facts_of(document).decision_type == "decision"
    assert any("not numbered" in note for note in document.notes)


def test_a_judgment_in_extracts_says_so() -> None:
    document = parse(title="CASE OF A.B. AND MAC LANTERN v. NOWHERE [Extracts]")
    assert document.title == "A.B. and Mac Lantern v. Nowhere"
    assert facts_of(document).extracts
    assert "The file holds extracts only: paragraphs are missing." in document.notes


def test_an_ecli_of_another_case_is_pointed_out() -> None:
    document = parse(ecli="ECLI:CE:ECHR:2031:0502JUD000099945")
    assert "The ECLI names another application or day than the key." in document.notes


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("CASE OF AKSU v. TURKEY", "Aksu v. Turkey"),
        ("CASE OF C.N. v. THE UNITED KINGDOM", "C.N. v. the United Kingdom"),
        ("CASE OF C.N. AND V. v. FRANCE", "C.N. and V. v. France"),
        ("CASE OF CHOWDURY AND OTHERS v. GREECE", "Chowdury and Others v. Greece"),
        ("AFFAIRE SILIADIN c. FRANCE", "Siliadin c. France"),
        ("CASE OF O'HALLORAN AND FRANCIS v. IRELAND", "O'Halloran and Francis v. Ireland"),
        ("F. v. THE UNITED KINGDOM", "F. v. the United Kingdom"),
        ("CASE OF VAN DER MUSSELE v. BELGIUM", "Van der Mussele v. Belgium"),
    ],
)
def test_a_name_in_capitals_is_written_normally(printed: str, name: str) -> None:
    assert case_name(printed, "") == name


def test_a_name_is_written_as_the_judgment_writes_it() -> None:
    assert case_name("CASE OF MCDONALD v. SPAIN", "Mr McDonald came.") == "McDonald v. Spain"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"doc_type": "COMMUNICATEDCASES"}, "a communicated case"),
        ({"doc_type": "CLIN"}, "a legal summary"),
        ({"doc_type": "PRESS"}, "unknown type PRESS"),
        ({"app_no": "none"}, "no application number"),
        ({"date": "yesterday"}, "is no date"),
        ({"language": "TLH"}, "unknown language"),
        ({"full_text": ""}, "no full_text"),
        ({"full_text": ".a { color: red }"}, "no text"),
        ({"title": 7}, "no title"),
    ],
)
def test_what_is_no_judgment_is_refused_with_the_reason(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(formats.UnreadableDocument, match=why):
        parse(**fields)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"[1, 2]", "the JSON is no object"),
        (b"{", "not JSON"),
        (b'{"a": ' + b"[" * 100_000, "nested too deep"),
        ('{"title": "é"}'.encode("latin-1"), "not UTF-8"),
        (b'{"title": 1e999}', "not a HUDOC document"),
    ],
    ids=["list", "cut", "deep", "latin-1", "fields"],
)
def test_a_broken_file_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(formats.UnreadableDocument, match=why):
        formats.format_named("hudoc").read(data, "case.json")


def test_markup_in_the_text_stays_text() -> None:
    document = parse(full_text="A &lt;script&gt; & more. FOR THESE REASONS, THE COURT Holds so.")
    assert document.units[0].html == "<p>A &lt;script&gt; &amp; more.</p>"


@given(st.text(max_size=300))
def test_whatever_the_text_it_is_shown_whole(text: str) -> None:
    document = parse(full_text=f"Begin. {text}")
    assert visible(document) == squeezed(html.unescape(f"Begin. {text}"))


@given(st.lists(st.integers(min_value=0, max_value=300), max_size=60))
def test_numbering_always_counts_up(numbers: list[int]) -> None:
    text = "".join(f"{number}.\tText. " for number in numbers)
    found = [mark.number for mark in find_numbering(text)]
    assert found == sorted(set(found))


def test_a_number_whose_gap_was_lost_is_found_between_its_neighbours() -> None:
    text = "1.\tOne. 2. Two of Article 2. 3.\tThree."
    assert [mark.number for mark in find_numbering(text)] == [1, 2, 3]


HOSTILE = [f"A.{GAP}Foo ", f"1.{GAP}Foo. ", "THE FACTS ", "[1] ", "“", ".a{}"]


@pytest.mark.parametrize("piece", [*HOSTILE, "FOR THESE REASONS, THE COURT "])
def test_a_hostile_text_does_not_take_for_ever(piece: str) -> None:
    assert parse(full_text="Text. " + piece * 20_000).units
