"""What the search engine is given of a work: every name, every number, every word."""

from datetime import date

import pytest

from manumit.journal import selectors as journal
from manumit.library import selectors
from tests.library.files import CASE, LAW, TREATY, judgment, law, treaty

pytestmark = pytest.mark.django_db


def document(key):
    [found] = selectors.search_documents([key])
    return found


def test_a_judgment_is_found_by_names_numbers_topics_and_findings(load):
    fields = (
        "titles:\n  zh-Hant: 燈籠訴烏有\ntopics: [slavery]\n"
        "neutral_citation: '[2031] LAMP 1'\ndocket_nos: [123/45]\nidentifiers:\n"
        "  app-no: [123/45, 67/46]\n  ecli: ECLI:X\noutcome: Violation.\n"
        "findings:\n- says: Keeping is labour.\n  at: [para_8]\n  weight: ratio\n"
    )
    assert load({CASE: judgment(fields) + "\nSome *prose*.\n"}).problems == []
    found = document(CASE)
    assert "燈籠訴烏有" in found.titles
    assert {"[2031] LAMP 1", "123/45", "67/46", "ECLI:X"} <= set(found.citations)
    assert (found.forum, found.system, found.dated) == ("ecthr-gc", "coe", "2031-05-02")
    assert found.topics[0] == "slavery"
    assert {"slavery", "奴隸制度"} <= set(found.labels)
    words = {(passage.eid, passage.text) for passage in found.passages}
    assert {("", "Some prose."), ("", "Violation."), ("para_8", "Keeping is labour.")} <= words


def test_a_judgment_is_found_by_the_elements_the_court_dealt_with(load):
    fields = (
        "elements:\n  act:\n  - concept: recruitment\n    basis: found\n  means:\n"
        "  - concept: deception\n    basis: not_found\n  - concept: force\n"
        "    basis: not_considered\n"
    )
    assert load({CASE: judgment(fields)}).problems == []
    found = document(CASE)
    assert (found.acts, found.means, found.purposes) == (("recruitment",), ("deception",), ())


def test_a_judgment_is_found_by_what_it_decided(load):
    load({CASE: judgment("outcomes: [no-violation, violation-found]\n"), LAW: law()})
    assert set(document(CASE).outcomes) == {"no-violation", "violation-found"}
    assert document(LAW).outcomes == ()


def test_a_narrow_topic_brings_its_broader_ones(load):
    inner = next(row for row in selectors.topic_tree("exploitation") if row.depth == 1)
    load({CASE: judgment(f"topics: [{inner.concept.code}]\n")})
    assert document(CASE).topics == (inner.concept.code, inner.concept.broader.code)


def test_a_law_is_found_by_every_wording_with_its_days(load, bring, lanterns, lanterns_zh):
    load(
        {LAW: law("provisions:\n- {at: sec_3, heading: Watch, gist: At night., penalty: Fine.}\n")}
    )
    bring(lanterns)
    bring(lanterns_zh)
    found = document(LAW)
    assert found.languages == ("en", "zh-Hant")
    passages = {
        (passage.eid, passage.language, passage.label): passage for passage in found.passages
    }
    assert passages["sec_1", "zh-Hant", "第1條"].heading == "簡稱"
    section = passages["sec_1", "en", "Section 1"]
    assert (section.valid_from, section.valid_to) == (date(2031, 5, 1), None)
    gists = [passage.text for passage in found.passages if passage.eid == "sec_3"]
    assert "At night.\nFine." in gists


def test_nothing_unpublished_reaches_the_search_engine(load):
    load({LAW: law(status="draft"), CASE: judgment(), TREATY: treaty(status="withdrawn")})
    assert [found.key for found in selectors.search_documents(None)] == [CASE]
    assert list(selectors.search_documents([LAW, TREATY])) == []


def test_prose_with_odd_characters_is_still_indexed(load):
    load({CASE: judgment() + "\nA \x1b[1m lamp <script>x</script>.\n"})
    assert document(CASE).passages[0].text.startswith("A ")


def test_a_treaty_is_found_by_its_number_in_a_treaty_series(load):
    load({TREATY: treaty("registration: {series: CETS, number: '197'}\n")})
    assert "CETS No. 197" in document(TREATY).citations


class TestCounts:
    OTHER = "coe/case/77-46/2031-05-02"

    def test_each_other_work_that_cites_treats_or_applies_it_counts_once(self, load, tell, link):
        load(
            {
                TREATY: treaty(),
                CASE: judgment(f"applied:\n- work: {TREATY}\n  how: binding\n"),
                self.OTHER: judgment(f"relations:\n- considers: {CASE}\n- interprets: {TREATY}\n"),
            }
        )
        assert (document(TREATY).cited, document(CASE).cited, document(self.OTHER).cited) == (
            2,
            1,
            0,
        )

    def test_what_readers_cannot_see_counts_for_nothing(self, load):
        draft = judgment(f"applied:\n- work: {TREATY}\n  how: binding\n", status="draft")
        load({TREATY: treaty(), CASE: draft})
        assert document(TREATY).cited == 0

    def test_those_named_by_a_changed_work_are_known(self, load):
        load({TREATY: treaty(), CASE: judgment(f"applied:\n- work: {TREATY}\n  how: binding\n")})
        assert selectors.named_by([CASE]) == {TREATY}
        assert selectors.named_by([TREATY]) == set()

    def test_a_work_named_no_longer_is_told_to_the_journal(self, load):
        load({TREATY: treaty(), CASE: judgment(f"applied:\n- work: {TREATY}\n  how: binding\n")})
        seen = journal.last_number()
        load({CASE: judgment()})
        [change] = journal.changes_since(seen)
        assert change.touches == (TREATY,)


def test_a_law_that_was_repealed_or_superseded_has_ended(load):
    newer = "hk/law/cap-9998"
    load({LAW: law(), newer: law(f"relations:\n- supersedes: {LAW}\n", number="Cap. 9998")})
    assert (document(LAW).ended, document(newer).ended) == (True, False)
    load({newer: law("repealed_on: 2032-01-01\n", number="Cap. 9998")})
    assert (document(LAW).ended, document(newer).ended) == (False, True)
