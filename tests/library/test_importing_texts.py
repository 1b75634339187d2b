"""Importing official files: every version of a text in its place, every passage where it was."""

from dataclasses import replace
from datetime import date

import pytest

from manumit.formats import Unit, format_named
from manumit.journal import selectors as journal
from manumit.library import selectors
from manumit.library.errors import KindConflict, LibraryError, WorkNotFound
from manumit.library.models import Passage, Text, Wording, Work
from manumit.library.types import Outcome
from tests.library.files import CASE, LAW, TREATY, judgment, law, treaty
from tests.paths import shared

pytestmark = pytest.mark.django_db
EARLIER, BEGIN, LATER = date(2020, 1, 1), date(2031, 5, 1), date(2040, 1, 1)


def version(document, day, words=""):
    """The document as another version, with other words in section 1."""
    return replace(document, valid_from=day, units=reworded(document, "sec_1", words or str(day)))


def reworded(document, eid, words):
    return tuple(
        replace(unit, html=f"<p>{words}</p>") if unit.eid == eid else unit
        for unit in document.units
    )


def without(document, *eids):
    return tuple(unit for unit in document.units if unit.eid not in eids)


def periods():
    return list(Text.objects.order_by("valid_from").values_list("valid_from", "valid_to"))


def everything():
    return [list(model.objects.order_by("pk").values()) for model in (Work, Text, Passage, Wording)]


def ids():
    return dict(Passage.objects.values_list("eid", "pk"))


def test_a_law_is_made_from_its_official_file(bring, lanterns):
    assert bring(lanterns) == Outcome.MADE
    work = selectors.published_work(LAW)
    assert (work.title, work.number, work.legislation_type) == (
        "Lanterns (Keeping) Ordinance", "Cap. 9999", "ordinance",
    )  # fmt: skip
    assert work.sources[0]["on"] == "2026-11-22"
    text = work.texts.get()
    assert (text.language, text.valid_from, text.valid_to) == ("en", BEGIN, None)
    eids = [wording.passage.eid for wording in text.wordings.all()]
    assert eids == [unit.eid for unit in lanterns.units]
    section = Passage.objects.get(eid="sec_4A")
    assert section.parent.eid == "part_2__div_1"
    assert section.parent.parent.eid == "part_2"


def test_what_is_kept_of_a_text_is_harmless_and_searchable(bring, lanterns):
    hostile = replace(
        lanterns, units=reworded(lanterns, "sec_1", "Lamp<script>x</script> <b onclick='y'>oil</b>")
    )
    bring(hostile)
    wording = Wording.objects.get(passage__eid="sec_1")
    assert wording.html == "<p>Lamp <b>oil</b></p>"
    assert wording.plain == "Lamp oil"


@pytest.mark.parametrize(
    ("name", "units"),
    [("lanterns", 11), ("lanterns_zh", 4), ("lantern_case", 25)],
)
def test_importing_again_changes_nothing(bring, request, name, units):
    document = request.getfixturevalue(name)
    bring(document)
    assert Wording.objects.count() == units
    before, number = everything(), journal.last_number()
    assert bring(document) == Outcome.UNCHANGED
    assert everything() == before
    assert journal.last_number() == number


def test_two_languages_word_the_same_passages(bring, lanterns, lanterns_zh):
    bring(lanterns)
    before = ids()
    bring(lanterns_zh)
    assert ids() == before
    section = Passage.objects.get(eid="sec_2")
    assert {wording.text.language for wording in section.wordings.all()} == {"en", "zh-Hant"}
    assert selectors.published_work(LAW).titles == {"zh-Hant": "燈籠(看守)條例"}


def test_a_record_keeps_its_own_titles(bring, load, lanterns_zh):
    load({LAW: law()})
    bring(lanterns_zh)
    assert selectors.published_work(LAW).titles == {}
    assert load({LAW: law(title="Other")}).problems == []


def test_a_later_version_closes_the_one_before(bring, lanterns):
    bring(lanterns)
    assert bring(version(lanterns, LATER)) == Outcome.MADE
    assert periods() == [(BEGIN, date(2039, 12, 31)), (LATER, None)]


def test_an_earlier_version_imported_afterwards_gets_its_end(bring, lanterns):
    bring(lanterns)
    bring(version(lanterns, EARLIER))
    assert periods() == [(EARLIER, date(2031, 4, 30)), (BEGIN, None)]


def test_a_version_between_two_others_finds_its_room(bring, lanterns):
    bring(version(lanterns, EARLIER))
    bring(version(lanterns, LATER))
    bring(lanterns)
    assert periods() == [
        (EARLIER, date(2031, 4, 30)),
        (BEGIN, date(2039, 12, 31)),
        (LATER, None),
    ]


def test_the_law_of_a_day_is_the_version_of_that_day(bring, lanterns):
    bring(lanterns)
    bring(version(lanterns, LATER, "New words."))
    work = selectors.published_work(LAW)
    before = selectors.passage_page(work, "sec_1", date(2039, 12, 31))
    after = selectors.passage_page(work, "sec_1", LATER)
    assert "may be cited" in before.said[0].html
    assert after.said[0].html == "<p>New words.</p>"
    assert selectors.text_on(work, "en", EARLIER) is None


def test_an_undated_text_is_closed_by_a_dated_one(bring, lanterns):
    bring(replace(lanterns, valid_from=None))
    bring(lanterns)
    assert set(periods()) == {(None, date(2031, 4, 30)), (BEGIN, None)}


def test_an_undated_text_beside_a_dated_one_is_refused(bring, lanterns):
    bring(lanterns)
    before = everything()
    with pytest.raises(LibraryError, match="nobody could tell which holds"):
        bring(replace(lanterns, valid_from=None))
    assert everything() == before


def test_a_better_reading_of_a_version_is_set_down_in_place(bring, lanterns):
    bring(lanterns)
    before, text = ids(), Text.objects.get()
    wording = Wording.objects.get(passage__eid="sec_1")
    again = replace(lanterns, units=reworded(lanterns, "sec_1", "Better read."))
    assert bring(again) == Outcome.CHANGED
    assert ids() == before
    assert Text.objects.get().pk == text.pk
    changed = Wording.objects.get(passage__eid="sec_1")
    assert (changed.pk, changed.plain) == (wording.pk, "Better read.")
    assert Wording.objects.count() == 11


def test_passages_that_vanish_are_retired_and_never_deleted(bring, lanterns):
    bring(lanterns)
    before = ids()
    gone = ("part_2", "part_2__div_1", "sec_3", "sec_4", "sec_4A")
    bring(replace(lanterns, units=without(lanterns, *gone)))
    assert ids() == before
    retired = Passage.objects.exclude(retired_at=None).values_list("eid", flat=True)
    assert set(retired) == set(gone)
    bring(lanterns)
    assert not Passage.objects.exclude(retired_at=None).exists()
    assert ids() == before


def test_a_passage_that_an_older_version_words_is_not_retired(bring, lanterns):
    bring(lanterns)
    bring(replace(version(lanterns, LATER), units=without(lanterns, "sec_1")))
    assert Passage.objects.get(eid="sec_1").retired_at is None


def test_a_passage_that_someone_points_at_is_not_retired(bring, load, lanterns):
    bring(lanterns)
    load({LAW: law("provisions:\n- at: sec_1\n  gist: Its name.\n")})
    load({CASE: judgment(f"applied:\n- work: {LAW}\n  at: sec_4A\n  how: considered\n")})
    bring(replace(lanterns, units=without(lanterns, "sec_1", "sec_4A", "sec_4")))
    standing = set(Passage.objects.standing().values_list("eid", flat=True))
    assert {"sec_1", "sec_4A"} <= standing
    assert "sec_4" not in standing


def test_provisions_stand_where_the_text_prints_them(bring, load, lanterns):
    load({LAW: law("provisions:\n- {at: sec_2__subsec_1, gist: a}\n- {at: sec_99, gist: b}\n")})
    bring(lanterns)
    eids = list(Passage.objects.values_list("eid", flat=True))
    assert eids == [
        "front", "part_1", "sec_1", "sec_2", "sec_2__subsec_1", "part_2", "part_2__div_1",
        "sec_3", "sec_4", "sec_4A", "sched_1", "sched_2", "sec_99",
    ]  # fmt: skip


def test_a_key_keeps_its_kind(bring, load, lanterns):
    load({CASE: judgment()})
    with pytest.raises(KindConflict, match="it cannot become legislation"):
        bring(lanterns, CASE)


def test_a_treaty_needs_a_record_first(bring, load, lantern_treaty):
    with pytest.raises(WorkNotFound, match="load its record first"):
        bring(lantern_treaty, TREATY)
    load({TREATY: treaty()})
    assert bring(lantern_treaty, TREATY) == Outcome.MADE


@pytest.mark.parametrize("key", ["Not A Key", "hk", "../../etc/passwd", "zz/law/cap-1"])
def test_a_key_that_no_work_can_have_is_refused(bring, lanterns, key):
    with pytest.raises(LibraryError):
        bring(lanterns, key)
    assert not Work.objects.exists()


def test_a_forum_nobody_knows_is_refused(bring, lantern_case):
    facts = replace(lantern_case.facts, forum="moon-court")
    with pytest.raises(LibraryError, match="does not know: moon-court"):
        bring(replace(lantern_case, facts=facts))
    assert not Work.objects.exists()


def test_a_judgment_is_made_from_its_official_file(bring, load, lantern_case):
    load({"coe/treaty/echr": treaty(title="The Convention")})
    bring(lantern_case)
    work = selectors.published_work(CASE)
    assert (work.forum_id, work.decided_on) == ("ecthr-gc", "2031-05-02")
    assert work.identifiers["ecli"] == "ECLI:CE:ECHR:2031:0502JUD000012345"
    assert work.identifiers["app-no"] == ["123/45", "67/46"]
    [applied] = work.applied.all()
    assert (applied.target.key, applied.passage.eid) == ("coe/treaty/echr", "art_4")


def test_a_draft_import_is_kept_from_readers(bring, lanterns):
    bring(lanterns, publish=False)
    assert list(selectors.published_keys()) == []
    assert selectors.any_work(LAW).state == "draft"


def test_a_work_made_from_a_file_comes_out_as_a_record_that_can_be_loaded(
    bring, load, lanterns, lantern_case
):
    bring(lanterns)
    bring(lantern_case)
    files = dict(selectors.every_record())
    assert load(files).problems == []
    assert dict(selectors.every_record()) == files


def test_an_import_is_told_to_the_journal(bring, lanterns):
    bring(lanterns)
    [change] = journal.changes_since(0)
    assert (change.action, change.subject) == ("text imported", LAW)


def test_a_provision_the_text_has_not_is_found(bring, load, lanterns):
    load({LAW: law("provisions:\n- {at: sec_2__subsec_1, gist: a}\n- {at: sec_99, gist: b}\n")})
    assert selectors.provisions_not_in_text(selectors.any_work(LAW)) == []
    bring(lanterns)
    assert selectors.provisions_not_in_text(selectors.any_work(LAW)) == ["sec_99"]


def test_a_text_of_nothing_is_a_text(bring, lanterns):
    bring(replace(lanterns, units=(Unit("front", "front"),)))
    assert Wording.objects.get().plain == ""


def test_a_real_ordinance_is_read_whole_in_both_languages(bring):
    for name in ("en", "zh-Hant-HK"):
        path = shared(f"data/hk/hklm/hk-pdpo-cap486-20221001-{name}.xml")
        [document] = format_named("hklm").read(path.read_bytes(), path.name)
        assert bring(document, "hk/law/cap-486") == Outcome.MADE
        assert bring(document, "hk/law/cap-486") == Outcome.UNCHANGED
    for text in Text.objects.all():
        kinds = list(text.wordings.values_list("kind", flat=True))
        assert kinds.count("section") == 124
        assert kinds.count("schedule") == 6
    both = Passage.objects.filter(eid="sec_26").get().wordings.count()
    assert both == 2
