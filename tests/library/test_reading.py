"""Reading a work: its contents, its pages, one passage and what stands beside it."""

from dataclasses import replace
from datetime import date

import pytest

from manumit.formats import Unit
from manumit.library import selectors
from manumit.library.errors import WorkNotFound
from manumit.library.models import Passage
from tests.library.files import CASE, LAW, TREATY, judgment, law, treaty

pytestmark = pytest.mark.django_db
TODAY = date(2035, 1, 1)
FINDINGS = f"""\
applied:
- work: {LAW}
  at: sec_3
  how: considered
findings:
- says: Keeping lanterns is labour.
  at: [para_8]
  about: [{LAW}#sec_2__subsec_1]
  weight: ratio
"""


@pytest.fixture
def ordinance(bring, lanterns, lanterns_zh):
    bring(lanterns)
    bring(lanterns_zh)
    return selectors.published_work(LAW)


def lines(work, language="en", day=TODAY):
    return [
        (row.depth, row.passage.eid, row.heading) for row in selectors.contents(work, language, day)
    ]


def test_the_contents_follow_the_text_and_its_parts(ordinance):
    assert lines(ordinance)[:6] == [
        (0, "front", ""),
        (0, "part_1", "Preliminary"),
        (1, "sec_1", "Short title"),
        (1, "sec_2", "Interpretation"),
        (0, "part_2", "Keepers"),
        (1, "part_2__div_1", "Duties"),
    ]


def test_the_contents_speak_the_readers_language(ordinance):
    assert (1, "sec_1", "簡稱") in lines(ordinance, "zh-Hant")
    assert lines(ordinance, "th") == lines(ordinance, "en")


def test_the_contents_of_a_record_without_text_are_its_provisions(load):
    load(
        {
            TREATY: treaty(
                "provisions:\n- {at: art_2, heading: B, gist: b}\n- {at: art_1, gist: a}\n"
            )
        }
    )
    work = selectors.published_work(TREATY)
    assert lines(work) == [(0, "art_1", ""), (0, "art_2", "B")]
    assert not selectors.contents(work, "en", TODAY)[0].worded


def test_a_repealed_section_is_marked_in_the_contents(ordinance):
    status = {row.passage.eid: row.state for row in selectors.contents(ordinance, "en", TODAY)}
    assert status["sec_4"] == "repealed"


def test_the_paragraphs_of_a_judgment_are_not_listed(bring, lantern_case):
    bring(lantern_case)
    eids = [eid for _, eid, _ in lines(selectors.published_work(CASE))]
    assert "hdg_2" in eids
    assert "para_1" not in eids


def test_the_works_own_language_stands_first(ordinance):
    assert [text.language for text in selectors.texts_on(ordinance, TODAY)] == ["en", "zh-Hant"]
    assert selectors.text_on(ordinance, "zh-Hant", TODAY).language == "zh-Hant"
    assert selectors.text_on(ordinance, "th", TODAY).language == "en"
    assert selectors.texts_on(ordinance, date(2000, 1, 1)) == []


def test_a_long_text_is_read_in_pages_without_a_gap(bring, lanterns):
    units = [Unit(f"sec_{n}", "section", html=f"<p>{'word ' * 1500}</p>") for n in range(1, 30)]
    bring(replace(lanterns, units=tuple(units)))
    text = selectors.published_work(LAW).texts.get()
    first = selectors.reading_page(text, 1)
    assert first.pages > 1
    read = [
        row.passage.eid
        for number in range(1, first.pages + 1)
        for row in selectors.reading_page(text, number).wordings
    ]
    assert read == [unit.eid for unit in units]
    assert selectors.page_of(text, Passage.objects.get(eid="sec_1")) == 1
    assert selectors.page_of(text, Passage.objects.get(eid="sec_29")) == first.pages
    for number in (0, first.pages + 1):
        with pytest.raises(WorkNotFound, match=f"{first.pages} pages"):
            selectors.reading_page(text, number)


def test_a_passage_stands_between_its_neighbours_in_both_languages(ordinance):
    page = selectors.passage_page(ordinance, "sec_2", TODAY)
    assert [said.text.language for said in page.said] == ["en", "zh-Hant"]
    assert [row.eid for row in page.above] == ["part_1"]
    assert (page.previous.eid, page.following.eid) == ("sec_1", "part_2")
    inner = selectors.passage_page(ordinance, "part_2__div_1", TODAY)
    assert [row.eid for row in inner.below] == ["sec_3", "sec_4", "sec_4A"]


def test_an_address_inside_a_section_is_found_though_no_row_has_it(ordinance):
    page = selectors.passage_page(ordinance, "sec_2__subsec_2__para_a", TODAY)
    assert page.passage.pk is None
    assert page.unit.eid == "sec_2"
    assert "its flame" in page.said[0].html
    assert "In this Ordinance" not in page.said[0].html


@pytest.mark.parametrize("eid", ["sec_99", "sec_2__subsec_99", "nonsense", "", "sec_2__"])
def test_an_address_that_is_nowhere_is_told(ordinance, eid):
    with pytest.raises(WorkNotFound, match="has no passage"):
        selectors.passage_page(ordinance, eid, TODAY)


def test_beside_a_provision_stand_the_cases_on_it(ordinance, load):
    load({CASE: judgment(FINDINGS)})
    page = selectors.passage_page(ordinance, "sec_3", TODAY)
    assert [row.judgment.key for row in page.applied] == [CASE]
    page = selectors.passage_page(ordinance, "sec_2__subsec_1", TODAY)
    assert [finding.says for finding in page.about] == ["Keeping lanterns is labour."]
    assert page.unit.eid == "sec_2"
    assert [row.judgment.key for row in selectors.applied_in(ordinance)] == [CASE]


def test_beside_a_paragraph_stand_the_findings_drawn_from_it(load):
    load({CASE: judgment(FINDINGS)})
    page = selectors.passage_page(selectors.published_work(CASE), "para_8", TODAY)
    assert [finding.says for finding in page.drawn] == ["Keeping lanterns is labour."]


def test_a_case_that_is_not_published_stands_nowhere(ordinance, load):
    load({CASE: judgment(FINDINGS, status="draft")})
    assert selectors.passage_page(ordinance, "sec_3", TODAY).applied == []
    assert selectors.passage_page(ordinance, "sec_2__subsec_1", TODAY).about == []
    assert selectors.applied_in(ordinance) == []


def test_a_relation_is_seen_from_both_sides(load):
    load({CASE: judgment(f"relations:\n- interprets: {TREATY}\n"), TREATY: treaty()})
    [mine] = selectors.work_margin(selectors.published_work(CASE))
    assert (mine.kind, mine.key, mine.other.key) == ("interprets", TREATY, TREATY)
    [theirs] = selectors.work_margin(selectors.published_work(TREATY))
    assert (theirs.kind, theirs.key) == ("interpreted_by", CASE)


def test_a_relation_that_both_state_is_shown_once(load):
    load(
        {
            CASE: judgment(f"relations:\n- interprets: {TREATY}\n"),
            TREATY: treaty(f"relations:\n- interpreted_by: {CASE}\n  note: ours\n"),
        }
    )
    [line] = selectors.work_margin(selectors.published_work(TREATY))
    assert (line.kind, line.note) == ("interpreted_by", "ours")


def test_a_relation_to_what_is_not_published_names_it_and_leads_nowhere(load):
    load({LAW: law(f"relations:\n- implements: {TREATY}\n"), TREATY: treaty(status="draft")})
    [line] = selectors.work_margin(selectors.published_work(LAW))
    assert (line.key, line.other) == (TREATY, None)


def test_readers_meet_only_what_is_published(load):
    load({LAW: law(status="draft"), CASE: judgment()})
    with pytest.raises(WorkNotFound, match=LAW):
        selectors.published_work(LAW)
    assert selectors.any_work(LAW).title == "Lanterns (Keeping) Ordinance"
    assert set(selectors.works_with_keys([LAW, CASE])) == {CASE}
    assert selectors.counts_by_kind() == {
        "instrument": 0, "legislation": 0, "judgment": 1, "publication": 0,
    }  # fmt: skip
