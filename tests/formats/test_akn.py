"""A practitioner reads laws and judgments published in Akoma Ntoso, and cites them as ever."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from manumit import formats, reference
from manumit.formats.akn.citing import judgment_names, statute_names
from manumit.formats.akn.numbers import read_number
from manumit.reference import is_eid
from tests.formats import originals
from tests.formats.reading import (
    REAL_FILES,
    REFUSED_FILES,
    SAMPLE_FILES,
    addresses,
    read,
    sample,
    squeezed,
    unit,
    visible,
    without_tags,
)
from tests.paths import shared, shared_files

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = [path for path in SAMPLE_FILES if path.parent.name == "akn" and path.suffix == ".xml"]
FILES = [path for path in REAL_FILES["akn"] if path.name not in REFUSED_FILES]
# Published to show what a checker finds: their eIds are wrong on purpose.
WRONG_EIDS = {"bad_eids.xml", "missing_eids.xml"}
RIGHT_EIDS = [path for path in FILES if path.name not in WRONG_EIDS]
SWISS = pytest.mark.parametrize("language", ["de", "en", "fr", "it"])
FOOTNOTES = frozenset({"authorialNote", "notes"})
# What a renderer adds: marks of notes, words for pictures, numbers of list entries.
MARKS = re.compile(r'<sup class="note-mark">[^<]*</sup>|<span class="image">[^<]*</span>')
NUMBERS = re.compile(r'(<div class="(?:footnote|li)"><p>)<span class="num">[^<]*</span>')


Published = tuple[Path, formats.ParsedDocument]


@pytest.fixture(scope="module", params=OURS + FILES, ids=lambda path: path.name)
def published(request: pytest.FixtureRequest) -> Published:
    """One of all the files and its document: it is read once, and every test of it runs."""
    return request.param, read("akn", request.param)


def meta(uri: str = "/akn/xx/act/2031/1", language: str = "eng", country: str = "xx") -> str:
    return (
        f'<meta><identification source="#a"><FRBRWork><FRBRuri value="{uri}"/>'
        f'<FRBRcountry value="{country}"/></FRBRWork><FRBRExpression><FRBRuri value="{uri}/x"/>'
        f'<FRBRlanguage language="{language}"/></FRBRExpression></identification></meta>'
    )


def law(body: str, head: str | None = None) -> bytes:
    head = meta() if head is None else head
    return f'<akomaNtoso xmlns="{AKN}"><act>{head}<body>{body}</body></act></akomaNtoso>'.encode()


def judgment(body: str) -> bytes:
    inner = f"<judgment>{meta()}<judgmentBody><decision>{body}</decision></judgmentBody></judgment>"
    return f'<akomaNtoso xmlns="{AKN}">{inner}</akomaNtoso>'.encode()


def parse(data: bytes) -> formats.ParsedDocument:
    (document,) = formats.format_named("akn").read(data, "law.xml")
    return document


def section(number: str, text: str = "X", eid: str = "") -> str:
    named = f' eId="{eid}"' if eid else ""
    return f"<section{named}><num>{number}</num><content><p>{text}</p></content></section>"


def facts_of(document: formats.ParsedDocument) -> Any:
    return document.facts


# ---- nothing is lost ------------------------------------------------------------------------


def markup_of(document: formats.ParsedDocument) -> str:
    return "".join(one.number + one.heading + one.html for one in document.units)


def shown(markup: str) -> str:
    return squeezed(without_tags(NUMBERS.sub(r"\1", MARKS.sub("", markup))))


def without_footnotes(markup: str) -> str:
    """The markup without what a renderer sets below a provision."""
    root = html.fragment_fromstring(markup, create_parent="div")
    for notes in root.find_class("footnotes"):
        notes.drop_tree()
    return html.tostring(root, encoding="unicode")


def test_no_visible_text_is_lost_or_added(published: Published) -> None:
    path, document = published
    wanted, found = originals.akn(path), shown(markup_of(document))
    assert Counter(found) == Counter("".join(wanted))
    assert [text for text in set(wanted) if text not in found] == []


def test_text_stays_in_order(published: Published) -> None:
    path, document = published
    pieces = originals.akn_pieces(originals.akn_root(path), FOOTNOTES)
    assert shown(without_footnotes(markup_of(document))) == "".join(map(squeezed, pieces))


def in_json(name: str) -> list[tuple[str, bytes]]:
    folder = shared("data/akn/indigo/indigo_api/fixtures")
    rows = json.loads((folder / name).read_text())
    return [
        (str(row["pk"]), row["fields"]["document_xml"].encode())
        for row in rows
        if row["fields"].get("document_xml")
    ]


@pytest.mark.parametrize("name", ["published.json", "drafts.json"])
def test_documents_kept_in_a_database_are_read_as_well(name: str) -> None:
    for _, data in in_json(name):
        wanted = Counter("".join(map(squeezed, originals.akn_pieces(etree.fromstring(data)))))
        if not wanted:
            with pytest.raises(formats.UnreadableDocument, match="no text"):
                parse(data)
        else:
            assert Counter(shown(markup_of(parse(data)))) == wanted


# ---- addresses --------------------------------------------------------------------------------


HELD = ("section", "article", "subsection", "paragraph", "subparagraph", "rule")


def own_eids(path: Path) -> list[str]:
    """The publisher's eIds of numbered provisions in the body, without the parts above them."""
    found = []
    for one in etree.fromstring(path.read_bytes()).iter(*(f"{{*}}{name}" for name in HELD)):
        above = {etree.QName(each).localname for each in one.iterancestors()}
        apart = above & {"embeddedStructure", "quotedStructure", "attachments", "components"}
        number = one.find("{*}num")
        if apart or number is None or not "".join(number.itertext()).strip():
            continue
        steps = (one.get("eId") or "").replace("/", "__").split("__")
        first = next(
            (at for at, step in enumerate(steps) if re.match(r"(?:sec|art|para|rule)_", step)), 0
        )
        if re.match(r"(?:sec|art|para|rule)_", steps[0]) or first:
            found.append("__".join(steps[first:]))
    return [eid for eid in found if is_eid(eid)]


@pytest.mark.parametrize("path", RIGHT_EIDS, ids=lambda path: path.name)
def test_the_publishers_eids_are_kept(path: Path) -> None:
    wanted = own_eids(path)
    known = set(addresses(read("akn", path)))
    kept = [eid for eid in wanted if eid in known]
    assert len(kept) >= 0.95 * len(wanted)


def test_a_section_is_cited_without_the_part_it_stands_in() -> None:
    document = sample("akn", "lanterns-en.xml")
    assert unit(document, "sec_2A").parent == "part_2__div_A"
    assert unit(document, "part_2__div_A").parent == "part_2"
    assert "sec_2A__subsec_1__para_a__item_ii" in addresses(document)


def test_sections_that_count_anew_in_each_part_are_named_with_it() -> None:
    part = "<part><num>{}</num><heading>H</heading>{}</part>"
    body = part.format("1", section("1.")) + part.format("2", section("1.") + section("2."))
    eids = [one.eid for one in parse(law(body)).units]
    assert eids == ["part_1", "part_1__sec_1", "part_2", "part_2__sec_1", "sec_2"]


def test_a_number_that_stands_twice_is_pointed_out() -> None:
    document = parse(law(section("1.") + section("1.")))
    assert [one.eid for one in document.units] == ["sec_1", "sec_1-2"]
    assert "Numbers that stand twice in the file: sec_1." in document.notes


def test_both_languages_share_their_addresses() -> None:
    english, chinese = (sample("akn", f"lanterns-{one}.xml") for one in ("en", "zh-Hant"))
    assert set(addresses(chinese)) <= set(addresses(english))
    assert english.key == chinese.key == "hk/law/cap-9999"


def test_the_four_languages_of_a_swiss_law_share_their_addresses() -> None:
    folder = "data/akn/swiss/ch-fadp-20250707-{}.xml"
    found = [set(addresses(read("akn", shared(folder.format(one))))) for one in ("de", "fr", "it")]
    assert len(found[0] & found[1] & found[2]) > 0.97 * len(found[0] | found[1] | found[2])


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("1.", "1"),
        ("(a)", "a"),
        ("Art. 8a", "8a"),
        ("Art. 1er", "1"),
        ("Annexe 1", "1"),
        ("Part IV", "IV"),
        ("“4.", "4"),
        ("1.2.", "1.2"),
        ("12bis", "12bis"),
        ("มาตรา ๕", "5"),
        ("Second Schedule", "2"),
        ("第1條", ""),
        ("Chapitre premier", ""),
    ],
)
def test_the_number_is_told_from_the_words_around_it(printed: str, number: str) -> None:
    assert read_number(printed) == number


def test_where_print_has_no_latin_number_the_publishers_is_taken() -> None:
    assert parse(law(section("第一條", eid="sec_1"))).units[0].eid == "sec_1"


# ---- laws -------------------------------------------------------------------------------------


def test_a_law_says_which_text_it_is() -> None:
    document = sample("akn", "lanterns-en.xml")
    assert (document.title, document.number) == ("Lanterns (Lending) Ordinance", "Cap. 9999")
    assert document.other_titles == {"zh-Hant": "燈籠(借出)條例"}
    assert document.valid_from == date(2033, 1, 1)
    assert document.authority == "authentic"
    assert document.publisher == "The Lantern Press"
    facts = facts_of(document)
    assert facts.identifier == "/akn/hk/act/2031/9999"
    assert facts.long_title == "An Ordinance, invented to try things on, about lending lanterns."


def test_a_provision_says_since_when_it_holds_and_whether_it_is_gone() -> None:
    document = sample("akn", "lanterns-en.xml")
    assert unit(document, "sec_2A").since == date(2033, 1, 1)
    assert unit(document, "sec_1").since is None
    assert unit(document, "sec_3").status == "repealed"


def test_the_opening_is_one_and_a_picture_is_its_description() -> None:
    front = unit(sample("akn", "lanterns-en.xml"), "front")
    assert front.html.startswith('<p><span class="image">The arms of Nowhere</span></p>')
    assert '<div class="long-title"><p>An Ordinance' in front.html


def test_recitals_can_be_cited() -> None:
    assert (
        '<div id="recital_1" class="recital">'
        in unit(sample("akn", "lanterns-en.xml"), "preamble").html
    )


def test_footnotes_of_text_and_heading_stand_below_the_section() -> None:
    first = unit(sample("akn", "lanterns-en.xml"), "sec_1")
    assert first.heading == "Meanings"
    assert first.html == (
        "<p>In this Ordinance <dfn>lantern</dfn> means a <em>lamp</em> &amp; its oil."
        '<sup class="note-mark">1</sup></p><div class="footnotes">'
        '<div class="footnote"><p><span class="num">*</span> Amended in 2033.</p></div>'
        '<div class="footnote"><p><span class="num">1</span> But not a torch.</p></div></div>'
    )


def test_what_is_quoted_is_no_provision_of_the_law() -> None:
    document = sample("akn", "lanterns-en.xml")
    html = unit(document, "sec_2A").html
    assert '<p class="heading">“<span class="num">9.</span> Dusk</p><p>Dusk is at six.”</p>' in html
    assert "sec_9" not in addresses(document)


def test_a_schedule_is_one_unit_and_what_is_attached_to_it_follows() -> None:
    document = sample("akn", "lanterns-en.xml")
    schedule, annex = unit(document, "sched_1"), unit(document, "annex_1")
    assert (schedule.number, schedule.heading) == ("First Schedule", "Fees")
    assert '<th rowspan="2"><p>Fee</p></th>' in schedule.html
    assert '<td colspan="2"><p>None<sup>2</sup></p></td>' in schedule.html
    assert '<div id="sched_1__para_1" class="paragraph">' in schedule.html
    assert annex.parent == "sched_1"


def test_text_that_belongs_to_no_section_is_kept_and_reported() -> None:
    document = sample("akn", "lanterns-en.xml")
    assert unit(document, "unit_1").html == "<p>End of Part 2.</p>"
    assert "Text that belongs to no numbered provision: unit_1." in document.notes


def test_the_older_version_of_the_standard_is_read() -> None:
    document = sample("akn", "decree-2.0.xml")
    assert (document.title, document.language) == ("Décret sur les lanternes", "fr")
    assert document.valid_from == date(2031, 5, 1)
    assert "art_1__para_2__point_a" in addresses(document)
    assert unit(document, "art_1").parent == "chp__sec_1"
    assert (
        '<div class="li"><p><span class="num">2.</span> éclaire.</p></div>'
        in unit(document, "art_2").html
    )
    assert "Voir le journal." in unit(document, "annex_notes").html


def test_a_fragment_is_read_with_the_characters_that_html_names() -> None:
    document = sample("akn", "fragment.xml")
    assert unit(document, "sec_7").heading == "Lanterns — cafés"
    assert "&lt;lit&gt; costs £1 &amp; more" in unit(document, "sec_7").html
    assert document.kind_guessed


def test_a_file_that_does_not_say_its_language_is_read_by_its_words() -> None:
    words = "This is the law of the land and it shall be read as the law that is to be."
    document = parse(law(section("1.", words), head="<meta/>"))
    assert document.language == "en"
    assert "The file does not say its language: it reads as en." in document.notes


@SWISS
def test_a_swiss_law_is_read_in_each_language(language: str) -> None:
    document = read("akn", shared(f"data/akn/swiss/ch-fadp-20250707-{language}.xml"))
    assert document.language == language
    assert document.valid_from == date(2025, 7, 7)
    assert document.number == "235.1"
    assert set(document.other_titles) == {"de", "en", "fr", "it"} - {language}
    assert document.publisher
    # English is no official language there, and the file does not say so: nothing is claimed.
    assert document.authority == "unofficial"
    assert unit(document, "art_5").parent == "chp_2__sec_1"
    assert {"annex_1", "annex_2"} <= {one.eid for one in document.units}


# ---- judgments --------------------------------------------------------------------------------


def test_a_judgment_has_its_facts() -> None:
    document = sample("akn", "lantern-case.xml")
    facts = facts_of(document)
    assert document.key == "gb/case/2031-ewca-civ-9999"
    assert document.title == "Wick v Lantern Makers Ltd"
    assert (facts.forum, facts.decided_on) == ("ewca-civ", date(2031, 5, 2))
    assert facts.court == "The Court of Appeal (Civil Division)"
    assert facts.docket_nos == ("CA-2031-000001",)
    assert facts.panel == ("Lord Justice Made-Up",)
    assert facts.parties == ("Wick", "Lantern Makers Ltd")


JUDGED = [path for path in FILES if path.parent.name == "uk"]


@pytest.mark.parametrize("path", JUDGED, ids=lambda path: path.name)
def test_every_court_and_tribunal_of_the_national_archives_is_known(path: Path) -> None:
    facts = facts_of(read("akn", path))
    assert reference.forum(facts.forum).system == "gb"


def test_paragraphs_stand_below_their_headings() -> None:
    document = sample("akn", "lantern-case.xml")
    assert (unit(document, "hdg_1").number, unit(document, "hdg_1").heading) == ("A.", "The facts")
    assert unit(document, "para_2").parent == "hdg_1"
    assert unit(document, "para_3").html == "<p>The light is E=0.</p>"


def test_a_list_that_is_no_paragraph_of_the_judgment_takes_no_number_from_it() -> None:
    document = sample("akn", "lantern-case.xml")
    assert '<div id="unit_2__para_1" class="paragraph">' in unit(document, "unit_2").html
    assert unit(document, "para_1").html.startswith("<p>The claimant bought:</p>")


def test_a_quotation_and_a_note_in_a_paragraph_stay_in_it() -> None:
    html = unit(sample("akn", "lantern-case.xml"), "para_2").html
    assert '<div class="quotation"><div class="paragraph"><p><span class="num">“4.</span>' in html
    assert '<p>It went out.<sup class="note-mark">1</sup></p>' in html


@pytest.mark.parametrize("path", shared_files("data/uk", "*.xml"), ids=lambda path: path.name)
def test_paragraphs_of_a_real_judgment_count_up(path: Path) -> None:
    document = read("akn", path)
    numbers = [one.eid for one in document.units if one.kind == "paragraph"]
    assert document.key is not None
    assert numbers[0] == "para_1"
    assert len(numbers) == len(set(numbers))


def test_a_citation_that_the_court_misspelt_is_taken_from_the_address() -> None:
    document = read("akn", shared("data/uk/test23.xml"))
    assert document.number == "[2022] EWHC 950 (Ch)"
    assert "[2022] EHWC 950 (Ch)" in visible(document) or "EHWC" in visible(document)


def test_a_day_that_stands_for_none_is_none() -> None:
    document = read("akn", shared("data/uk/test47.xml"))
    assert facts_of(document).decided_on is None
    assert "The file does not say the day of the decision." in document.notes


def test_addresses_on_the_web_stand_for_citations() -> None:
    caselaw = "https://caselaw.nationalarchives.gov.uk"
    assert "[2031] UKSC 7" in judgment_names(f"{caselaw}/id/uksc/2031/7")
    assert "[2031] EWHC 7 (Admin)" in judgment_names(f"{caselaw}/ewhc/admin/2031/7")
    assert statute_names("http://www.legislation.gov.uk/id/ukpga/2031/7") == ["2031 c. 7"]
    assert judgment_names("https://example.org/uksc/2031/7") == []


def test_a_british_act_has_its_key_from_its_address() -> None:
    head = meta("http://www.legislation.gov.uk/id/ukpga/2015/30", country="GB-UKM")
    assert parse(law(section("1."), head)).key == "gb/law/2015-c-30"


# ---- bad input --------------------------------------------------------------------------------


def test_other_documents_leave_their_kind_to_the_key() -> None:
    data = law(section("1.")).replace(b"<act>", b"<doc>").replace(b"</act>", b"</doc>")
    document = parse(data)
    assert (document.kind, document.kind_guessed) == ("publication", True)


@pytest.mark.parametrize(
    "path",
    shared_files("data/akn/indigo/indigo_api/tests/pdf_fixtures", "*_out.xml"),
    ids=lambda path: path.name,
)
def test_a_page_layout_is_no_akoma_ntoso(path: Path) -> None:
    with pytest.raises(formats.UnreadableDocument, match="it begins with the element root"):
        formats.format_named("akn").read(path.read_bytes(), path.name)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<akomaNtoso", "not well-formed XML"),
        (f'<akomaNtoso xmlns="{AKN}"/>'.encode(), "holds no document"),
        (law(""), "no text"),
        (law(section("1.")).replace(b"legaldocml", b"other"), "not Akoma Ntoso"),
        (law("<p>" * 110 + "x" + "</p>" * 110), "nested more than 100 deep"),
        (law(section("1.", "&klingon;")), "not well-formed XML"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + law(section("1.")), "declaration is not accepted"),
        (law(section("1."))[:-30], "not well-formed XML"),
    ],
    ids=["cut", "nothing", "empty", "other", "deep", "entity", "doctype", "truncated"],
)
def test_a_broken_file_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(formats.UnreadableDocument, match=why) as refusal:
        parse(data)
    assert len(str(refusal.value).splitlines()) == 1


def test_markup_in_the_text_stays_text() -> None:
    document = parse(law(section("1.", "&lt;script&gt;x&lt;/script&gt;")))
    assert document.units[0].html == "<p>&lt;script&gt;x&lt;/script&gt;</p>"


def test_a_named_character_in_a_literal_section_stays_as_written() -> None:
    document = parse(law(section("1.", "<![CDATA[&nbsp;]]>&mdash;")))
    assert document.units[0].html == "<p>&amp;nbsp;—</p>"


BLOCKS = st.sampled_from(["p", "block", "item", "level", "list", "quotedStructure", "table", "zzz"])
INLINES = st.sampled_from(["b", "span", "authorialNote", "mod", "br", "sup", "yyy"])
LETTERS = st.text(st.sampled_from("abc"), max_size=4)


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = st.lists(children | LETTERS, max_size=3).map("".join)
    return st.builds(lambda name, text: f"<{name}>{text}</{name}>", BLOCKS | INLINES, inner)


@given(st.recursive(LETTERS, element, max_leaves=12))
def test_whatever_is_nested_in_whatever_nothing_is_lost(body: str) -> None:
    data = law(section("1.") + f"<hcontainer>{body}</hcontainer>")
    wanted = Counter("".join(map(squeezed, originals.akn_pieces(etree.fromstring(data)))))
    assert Counter(shown(markup_of(parse(data)))) == wanted


@pytest.mark.parametrize(
    "piece",
    [
        "<p>x</p>",
        "<b>x</b>",
        section("1."),
        "<ol><li>x</li></ol>",
        "<p><authorialNote>x</authorialNote></p>",
    ],
)
def test_a_long_file_does_not_take_for_ever(piece: str) -> None:
    assert parse(law(section("1.") + f"<hcontainer>{piece * 6_000}</hcontainer>")).units


def test_many_names_to_look_up_do_not_take_for_ever() -> None:
    people = "".join(f'<TLCPerson eId="j{n}" showAs="J{n}"/>' for n in range(3_000))
    named = "".join(f'<judge refersTo="#j{n}">x</judge>' for n in range(3_000))
    body = f"<level><heading>{named}</heading><content><p>x</p></content></level>"
    data = judgment(body).replace(b"</meta>", f"<references>{people}</references></meta>".encode())
    assert len(facts_of(parse(data)).panel) == 3_000


def test_a_judgment_without_a_name_is_called_by_its_citation() -> None:
    document = read("akn", shared("data/uk/test30.xml"))
    assert document.title == "[2022] EWHC 1148 (SCCO)"
    assert "The file gives no title; its number stands for it." in document.notes
