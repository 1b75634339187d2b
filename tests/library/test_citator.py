"""Citations in texts: found, kept, joined with what arrives, corrected by hand, and asked for."""

from datetime import timedelta

import pytest

from manumit.journal import selectors as journal
from manumit.library import selectors
from manumit.library.errors import LibraryError
from manumit.library.models import Citation, Text, Work
from manumit.library.services import (
    correct_citation,
    link_citations,
    link_open_targets,
    reject_citation,
)
from tests.library.files import CASE, LAW, TREATY, judgment, law, treaty

pytestmark = pytest.mark.django_db
ECHR = "coe/treaty/echr"
OTHER = "coe/case/77-46/2030-03-04"
THIRD = "coe/case/88-47/2029-01-01"
CITES_OTHER = "As in Oil v. Nowhere, no. 77/46, § 8, 4 March 2030, a lamp is no lantern."


def echr(fields="provisions:\n- {at: art_4, gist: a}\n"):
    return treaty(fields, title="European Convention on Human Rights")


def other(fields="", **given):
    """The record of the case that the tests' texts cite."""
    day = "decided_on: 2030-03-04\n"
    dated = judgment(title="Oil v. Nowhere", **given).replace("decided_on: 2031-05-02\n", day)
    return dated.replace(day, day + fields)


def rows():
    return list(Citation.objects.order_by("wording__position", "start"))


def leads():
    """What each citation says, and the key of the work it leads to."""
    return [(row.words, row.target.key if row.target else None) for row in rows()]


def pins(row):
    return [(pin.eid, pin.passage and pin.passage.eid) for pin in row.pins.all()]


class TestReading:
    def test_a_citation_keeps_its_place_in_the_wording_and_leads_to_work_and_passage(
        self, load, tell, link
    ):
        load({OTHER: other(), ECHR: echr()})
        text = tell("Nothing.", f"燈 {CITES_OTHER}")
        report = link()
        assert (report.texts, report.citations, report.changed) == (1, 1, 1)
        [row] = rows()
        assert row.wording.passage.eid == "para_2"
        assert row.wording.plain[row.start : row.end] == row.words
        assert row.words.startswith("no. 77/46")
        assert (row.target.key, row.work.key, row.kind) == (OTHER, CASE, "judgment")
        assert [eid for eid, _ in pins(row)] == ["para_8"]
        text.refresh_from_db()
        assert text.linked_at is not None

    def test_a_short_form_looks_back_into_an_earlier_paragraph(self, load, tell, link):
        load({OTHER: other()})
        tell(CITES_OTHER, "A paragraph between.", "The lamp burns (see Oil, cited above, § 9).")
        link()
        assert [key for _, key in leads()] == [OTHER, OTHER]
        assert rows()[1].wording.passage.eid == "para_3"
        assert pins(rows()[1]) == [("para_9", None)]

    def test_in_strasbourg_the_convention_is_the_one_on_human_rights(self, load, tell, link):
        load({ECHR: echr()})
        tell("There was no breach of Article 4 of the Convention.")
        link()
        [row] = rows()
        assert (row.target.key, pins(row)) == (ECHR, [("art_4", "art_4")])

    def test_a_text_does_not_cite_the_work_it_is(self, tell, link):
        tell("The case originated in an application (no. 123/45).", "Article 2 of this judgment.")
        link()
        assert rows() == []

    def test_a_report_that_names_only_a_volume_leads_to_no_case_in_it(self, load, tell, link):
        load({OTHER: other("reports: [ECHR 2005-VII]\n")})
        tell("See Wick v. Nowhere, no. 99/46, § 5, ECHR 2005-VII.")
        link()
        assert rows()
        assert {key for _, key in leads()} == {None}

    def test_reading_again_changes_nothing(self, load, tell, link):
        load({OTHER: other()})
        tell(CITES_OTHER, "See also Wick v. Nowhere, no. 99/46, § 5.")
        link()
        before, number = Citation.objects.values_list("pk", "target"), journal.last_number()
        before = list(before)
        report = link()
        assert (report.changed, report.citations) == (0, 2)
        assert list(Citation.objects.values_list("pk", "target")) == before
        assert journal.last_number() == number

    def test_a_text_whose_citations_changed_is_told_to_the_journal(self, tell, link):
        tell(CITES_OTHER)
        since = journal.last_number()
        link()
        assert [(c.action, c.subject) for c in journal.changes_since(since)] == [
            ("citations linked", CASE)
        ]

    def test_the_number_of_texts_done_is_heard(self, tell, at):
        tell("A")
        tell("B", key=OTHER)
        heard = []
        link_citations(texts=Text.objects.all(), at=at, progress=heard.append)
        assert heard == [1, 2]

    def test_only_texts_not_read_yet_are_to_be_read_unless_all_are(self, tell, link):
        tell("A")
        link()
        tell("B", key=OTHER)
        count, texts = selectors.texts_to_link()
        assert (count, [text.work.key for text in texts]) == (1, [OTHER])
        assert selectors.texts_to_link(every=True)[0] == 2

    def test_a_text_that_changes_loses_what_was_found_until_it_is_read_again(self, tell, link):
        tell(CITES_OTHER)
        link()
        tell("Now it cites nothing.")
        assert rows() == []
        assert selectors.texts_to_link()[0] == 1

    def test_a_thousand_wordings_take_few_questions(
        self, load, tell, at, django_assert_max_num_queries
    ):
        load({OTHER: other(), ECHR: echr()})
        tell(*(f"{CITES_OTHER} Paragraph {number} of the facts." for number in range(1000)))
        text = Text.objects.get()
        with django_assert_max_num_queries(80):
            link_citations(texts=[text], at=at)
        assert Citation.objects.filter(target__key=OTHER).count() == 1000
        with django_assert_max_num_queries(25):
            link_citations(texts=[text], at=at)


class TestOpenCitations:
    """What is cited and not held waits for it."""

    def test_it_is_kept_with_the_key_that_it_names(self, tell, link):
        tell("Contrary to Article 4 of the Convention.")
        link()
        [row] = rows()
        assert (row.target, row.target_key, pins(row)) == (None, ECHR, [("art_4", None)])

    def test_it_is_joined_by_its_key_when_the_work_arrives(self, load, tell, link):
        tell("Contrary to Article 4 of the Convention.")
        link()
        load({ECHR: echr()})
        [row] = rows()
        assert (row.target.key, pins(row)) == (ECHR, [("art_4", "art_4")])

    def test_it_is_joined_by_its_case_when_one_decision_arrives(self, load, tell, link):
        tell("As in Oil v. Nowhere, no. 77/46, § 8.")
        link()
        assert (rows()[0].stem, rows()[0].target_key) == ("coe/case/77-46", "")
        load({OTHER: other("findings:\n- {says: a, at: [para_8], weight: ratio}\n")})
        [row] = rows()
        assert (row.target.key, row.target_key) == (OTHER, OTHER)
        assert pins(row) == [("para_8", "para_8")]

    def test_it_is_joined_when_the_text_of_a_decision_arrives(self, tell, link):
        tell("As in Oil v. Nowhere, no. 77/46, § 2.")
        link()
        tell("One.", "Two.", key=OTHER)
        [row] = rows()
        assert (row.target.key, pins(row)) == (OTHER, [("para_2", "para_2")])

    def test_a_second_decision_in_the_case_leaves_it_open_between_both(self, load, tell, link):
        later = "coe/case/77-46/2031-01-01"
        load({OTHER: other()})
        tell("As in Oil v. Nowhere, no. 77/46, § 8.")
        link()
        load({later: judgment(title="Oil v. Nowhere").replace("2031-05-02", "2031-01-01")})
        [row] = rows()
        assert (row.target, row.candidates) == (None, [OTHER, later])
        assert selectors.texts_to_link()[0] == 1
        link()
        assert rows()[0].candidates == [OTHER, later]

    def test_the_day_beside_it_decides_between_two_when_it_is_read_again(self, load, tell, link):
        later = "coe/case/77-46/2031-01-01"
        load({OTHER: other()})
        tell(CITES_OTHER)
        link()
        load({later: judgment(title="Oil v. Nowhere").replace("2031-05-02", "2031-01-01")})
        link()
        assert [key for _, key in leads()] == [OTHER]

    def test_it_is_joined_by_a_number_of_the_record(self, load, tell, link):
        tell("See (2031) 51 EHRR 7.")
        link()
        assert leads() == [("(2031) 51 EHRR 7", None)]
        load({OTHER: other("reports: ['(2031)  51 E.H.R.R. 7']\n")})
        assert [key for _, key in leads()] == [OTHER]

    def test_a_finer_passage_is_pointed_at_when_it_arrives(self, load, tell, link):
        load({ECHR: echr()})
        tell("Contrary to Article 4 § 2 of the Convention.")
        link()
        assert pins(rows()[0]) == [("art_4__para_2", "art_4")]
        fields = "provisions:\n- {at: art_4, gist: a}\n- {at: art_4__para_2, gist: b}\n"
        load({ECHR: echr(fields)})
        assert pins(rows()[0]) == [("art_4__para_2", "art_4__para_2")]

    def test_a_work_that_goes_leaves_its_citations_open(self, load, tell, link):
        load({OTHER: other()})
        tell(CITES_OTHER)
        link()
        Work.objects.get(key=OTHER).delete()
        assert leads()[0][1] is None
        load({OTHER: other()})
        assert leads()[0][1] == OTHER

    def test_joining_when_nothing_is_open_does_nothing(self, load):
        load({OTHER: other()})
        assert link_open_targets() == 0


class TestByHand:
    @pytest.fixture
    def row(self, load, tell, link):
        load({OTHER: other(), THIRD: judgment("", title="Wick v. Nowhere"), ECHR: echr()})
        tell("Nothing.", CITES_OTHER)
        link()
        return Citation.objects.get()

    def test_a_correction_leads_elsewhere_and_stays_when_the_text_is_read_again(
        self, row, link, at
    ):
        since = journal.last_number()
        correct_citation(citation=row, key=ECHR, eids=["art_4", "art_5"], by=None, at=at)
        [change] = journal.changes_since(since)
        assert (change.action, change.subject) == ("citation corrected", CASE)
        assert link().changed == 0
        [row] = rows()
        assert (row.target.key, row.kind, row.state) == (ECHR, "instrument", "corrected")
        assert pins(row) == [("art_4", "art_4"), ("art_5", None)]

    def test_a_correction_may_name_what_is_not_held_yet(self, row, load, at):
        correct_citation(citation=row, key=LAW, eids=["sec_1"], by=None, at=at)
        assert rows()[0].target is None
        load({LAW: law("provisions:\n- {at: sec_1, gist: a}\n")})
        assert (rows()[0].target.key, pins(rows()[0])) == (LAW, [("sec_1", "sec_1")])

    @pytest.mark.parametrize(
        ("key", "eids", "says"), [("No key", [], "is not a key"), (LAW, ["§ 1"], "is no passage")]
    )
    def test_a_correction_to_nowhere_is_refused(self, row, at, key, eids, says):
        with pytest.raises(LibraryError, match=says):
            correct_citation(citation=row, key=key, eids=eids, by=None, at=at)
        assert Citation.objects.get().state == "found"

    def test_what_was_rejected_is_not_found_again_and_not_shown(self, row, link, at):
        reject_citation(citation=row, by=None, at=at)
        link()
        [row] = rows()
        assert row.state == "rejected"
        work = selectors.published_work(OTHER)
        assert selectors.cited_by(work).works().count() == 0

    def test_a_settled_citation_follows_its_words_in_a_changed_text(self, row, tell, link, at):
        correct_citation(citation=row, key=THIRD, eids=[], by=None, at=at)
        tell("Nothing.", f"Two sentences more. And a second. {CITES_OTHER}")
        link()
        [row] = rows()
        assert row.wording.plain[row.start : row.end] == row.words
        assert row.target.key == THIRD

    def test_two_settled_citations_with_the_same_words_both_follow_them(self, tell, link, at):
        twice = "See no. 99/46, § 5, judgment. See no. 99/46, § 5, judgment."
        tell(twice)
        link()
        first, second = rows()
        assert first.words == second.words
        correct_citation(citation=first, key=LAW, eids=[], by=None, at=at)
        reject_citation(citation=second, by=None, at=at)
        tell("So. " + twice)
        link()
        assert [(row.start, row.state) for row in rows()] == [
            (first.start + 4, "corrected"),
            (second.start + 4, "rejected"),
        ]

    def test_a_settled_citation_goes_with_its_words(self, row, tell, link, at):
        correct_citation(citation=row, key=THIRD, eids=[], by=None, at=at)
        tell("Nothing.", "No citation is left.")
        link()
        assert rows() == []


class TestCitedBy:
    """A treaty and a case, cited by judgments of two forums."""

    @pytest.fixture(autouse=True)
    def shelves(self, load, tell, link):
        load(
            {
                ECHR: echr("provisions:\n- {at: art_4, gist: a}\n- {at: art_40, gist: b}\n"),
                OTHER: other(),
                THIRD: judgment(f"relations:\n- follows: {OTHER}\n  note: on lamps\n", title="Wick v. Nowhere"),
                "hk/case/2019-hkcfa-53": judgment(title="R v Lamp").replace("ecthr-gc", "hkcfa"),
            }
        )  # fmt: skip
        tell(
            "Article 4 § 1 of the Convention. " + CITES_OTHER,
            "Nothing.",
            "Article 4 and Article 40 of the Convention.",
        )
        tell("Article 40 of the Convention.", key=THIRD)
        link()

    def work(self, key):
        return selectors.published_work(key)

    def lines(self, key, eid="", **chosen):
        found = selectors.cited_by(self.work(key), eid)
        return found.lines(found.works(**chosen))

    def test_each_citing_work_says_what_it_cites_and_where(self):
        first, second = self.lines(ECHR)
        assert (first.work.key, second.work.key) == (CASE, THIRD)
        assert first.times == 2
        assert first.pins == ["art_4__para_1", "art_4", "art_40"]
        assert [place.eid for place in first.places] == ["para_1", "para_3"]
        assert first.group == "ecthr-gc"

    def test_of_a_passage_count_citations_of_it_and_of_what_is_inside_it(self):
        [line] = self.lines(ECHR, "art_4")
        assert (line.work.key, line.pins) == (CASE, ["art_4__para_1", "art_4"])
        assert [line.work.key for line in self.lines(ECHR, "art_40")] == [CASE, THIRD]
        [line] = self.lines(ECHR, "art_4__para_1")  # an address that has no row of its own
        assert (line.pins, [place.eid for place in line.places]) == (["art_4__para_1"], ["para_1"])
        assert self.lines(ECHR, "art_4__para_9") == []

    def test_a_treatment_is_told_and_stands_even_without_a_text(self):
        by_text, by_record = sorted(self.lines(OTHER), key=lambda line: -line.times)
        assert (by_text.work.key, by_text.treatments) == (CASE, ())
        assert (by_record.work.key, by_record.times) == (THIRD, 0)
        [treatment] = by_record.treatments
        assert (treatment.kind, treatment.note) == ("follows", "on lamps")

    def test_a_treatment_that_the_earlier_record_states_counts_as_well(self, load):
        load({OTHER: other("relations:\n- distinguished_by: hk/case/2019-hkcfa-53\n")})
        found = {line.work.key: [t.kind for t in line.treatments] for line in self.lines(OTHER)}
        assert found["hk/case/2019-hkcfa-53"] == ["distinguishes"]

    def test_works_can_be_chosen_by_forum_kind_and_treatment(self):
        found = selectors.cited_by(self.work(OTHER))
        assert [(group.code, group.count) for group in found.groups()] == [("ecthr-gc", 2)]
        assert [(group.code, group.count) for group in found.treated()] == [("follows", 1)]
        assert [line.work.key for line in self.lines(OTHER, treatment="follows")] == [THIRD]
        assert self.lines(OTHER, group="hkcfa") == []
        assert self.lines(OTHER, group="legislation") == []
        assert len(self.lines(OTHER, group="ecthr-gc")) == 2

    def test_works_that_a_text_cites_are_listed_the_same_way(self):
        found = selectors.cites(self.work(CASE))
        lines = {line.work.key: line for line in found.lines(found.works())}
        assert set(lines) == {ECHR, OTHER}
        assert lines[OTHER].pins == ["para_8"]
        assert [place.eid for place in lines[ECHR].places] == ["para_1", "para_3"]
        [line] = selectors.cites(self.work(CASE), "para_3").lines(Work.objects.filter(key=ECHR))
        assert (line.times, line.pins) == (1, ["art_4", "art_40"])
        assert [group.code for group in found.groups()] == ["ecthr-gc", "instrument"]

    def test_only_what_is_published_appears(self):
        Work.objects.filter(key=CASE).update(live=False)
        assert [line.work.key for line in self.lines(ECHR)] == [THIRD]
        Work.objects.filter(key=ECHR).update(live=False)
        assert selectors.cites(self.work(THIRD)).works().filter(kind="instrument").count() == 0

    def test_what_is_cited_and_not_held_is_listed_with_its_name(self, tell, link):
        tell("See Wick v. Nowhere, no. 99/46, § 5, and again no. 99/46, § 6.", key=OTHER)
        link()
        [open_cite] = selectors.open_cites(self.work(OTHER))
        assert (open_cite.cite, open_cite.times) == ("no. 99/46", 2)
        assert open_cite.case_name.startswith("Wick v")

    def test_citations_are_counted_in_works_that_readers_may_see(self):
        everything = Citation.objects.count()
        assert selectors.statistics()["citations"] == everything
        Work.objects.filter(key=THIRD).update(live=False)
        assert selectors.statistics()["citations"] == everything - 1

    def test_neighbours_stand_by_the_number_of_citations_that_join_them(self):
        citing, cited = selectors.neighbourhood(self.work(ECHR))
        assert [(one.work.key, one.times) for one in citing] == [(CASE, 2), (THIRD, 1)]
        assert cited == []
        citing, cited = selectors.neighbourhood(self.work(OTHER))
        assert [(one.work.key, one.times) for one in citing] == [(CASE, 1), (THIRD, 0)]

    def test_a_neighbourhood_shows_the_most_joined_and_leaves_room_for_both_sides(
        self, load, tell, link
    ):
        load({OTHER: other(f"relations:\n- considers: {ECHR}\n")})
        for number in range(12):
            tell(*[CITES_OTHER] * (number + 2), key=f"coe/case/{number}-50/2030-05-05")
        link()
        citing, cited = selectors.neighbourhood(self.work(OTHER), most=8)
        assert [one.times for one in citing] == [13, 12, 11, 10, 9, 8, 7]
        assert [one.work.key for one in cited] == [ECHR]


class TestFates:
    """A finding that is no longer good names who did that, as far as one can tell."""

    FALLEN = "findings:\n- {says: a, at: [para_1], weight: ratio, fate: overruled}\n"

    def undone_by(self, key):
        [finding] = selectors.findings_of(selectors.published_work(key))
        return [(line.kind, line.key) for line in finding.undone_by]

    def test_the_judgment_that_reversed_it_is_named(self, load):
        load(
            {
                OTHER: other(self.FALLEN),
                CASE: judgment(f"relations:\n- reverses: {OTHER}\n"),
                THIRD: judgment(f"relations:\n- considers: {OTHER}\n"),
            }
        )
        assert self.undone_by(OTHER) == [("reversed_by", CASE)]

    def test_one_judgment_that_considered_it_is_named_two_are_not(self, load):
        considers = judgment(f"relations:\n- considers: {OTHER}\n")
        load({OTHER: other(self.FALLEN), CASE: considers})
        assert self.undone_by(OTHER) == [("considered_by", CASE)]
        load({THIRD: considers})
        assert self.undone_by(OTHER) == []

    def test_of_a_good_finding_nobody_asks(self, load):
        load(
            {
                OTHER: other(self.FALLEN.replace("overruled", "good")),
                CASE: judgment(f"relations:\n- follows: {OTHER}\n"),
            }
        )
        assert self.undone_by(OTHER) == []


def test_what_judgments_of_a_chain_did_is_told_from_later_to_earlier(load):
    load(
        {
            OTHER: other(f"proceeding: oil\nrelations:\n- affirmed_by: {CASE}\n"),
            CASE: judgment("proceeding: oil\n"),
        }
    )  # fmt: skip
    chain = selectors.chain_of(selectors.published_work(CASE))
    [(later, kind, earlier)] = selectors.treatments_among(chain)
    assert (later.key, kind, earlier.key) == (CASE, "affirms", OTHER)


class TestRegister:
    def test_a_work_is_known_by_every_name_and_number(self, load, bring, lantern_treaty):
        load(
            {
                TREATY: treaty("titles:\n  fr: Convention des lanternes\nshort_titles:\n  en: [LampCon]\n"),
                CASE: judgment(
                    "neutral_citation: '[2031] LAMP 1'\nreports: ['51 EHRR 1', ECHR 2010-II]\n"
                    "docket_nos: [ABC 1/2031]\nidentifiers:\n  app-no: [123/45]\n"
                ),
                LAW: law(status="draft"),
            }
        )  # fmt: skip
        bring(lantern_treaty, TREATY)
        known = selectors.register()
        assert {"Convention des lanternes", "LampCon"} <= set(known[TREATY].names)
        assert known[CASE].numbers == ("123/45", "[2031] LAMP 1", "ABC 1/2031", "51 EHRR 1")
        assert known[CASE].forum == "ecthr-gc"
        assert known[LAW].numbers == ("Cap. 9999",)

    def test_it_is_built_once_until_something_changes(self, load):
        load({TREATY: treaty()})
        first = selectors.register()
        assert selectors.register() is first
        load({LAW: law()})
        assert LAW in selectors.register()


def test_linking_notes_the_moment(tell, at):
    text = tell("A")
    link_citations(texts=[text], at=at + timedelta(days=1))
    assert Text.objects.get().linked_at == at + timedelta(days=1)
