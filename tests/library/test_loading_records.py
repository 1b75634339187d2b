"""Loading files: good ones go in, bad ones change nothing, and an editor's work is never undone."""

import pytest

from manumit.journal import selectors as journal
from manumit.library import selectors
from manumit.library.errors import LibraryError
from manumit.library.models import (
    AppliedProvision,
    Finding,
    FindingAbout,
    Instrument,
    Judgment,
    Legislation,
    Passage,
    Relation,
    State,
    Work,
)
from manumit.library.services import load_records
from manumit.library.types import Outcome
from manumit.records import find_files
from tests.library.files import CASE, LAW, TREATY, judgment, law, publication, treaty

pytestmark = pytest.mark.django_db

FINDINGS = f"""\
applied:
- work: {TREATY}
  at: art_2__para_a
  how: binding
- work: coe/treaty/lamps
  how: considered
findings:
- says: Keeping lanterns is labour.
  at: [para_8, op_2]
  about: [{TREATY}#art_1, {LAW}#sec_3__subsec_1]
  weight: ratio
- says: So is polishing them.
  at: [para_9]
  weight: obiter
"""
PROVISIONS = """\
provisions:
- at: sec_3
  heading: Duty to keep watch
  gist: A keeper watches at night.
  penalty: A fine.
  topics: [slavery]
- at: sec_4__subsec_1
  gist: Oil is clean.
"""


def eids(key, **given):
    return list(Passage.objects.filter(work__key=key, **given).values_list("eid", flat=True))


def test_a_record_is_made_then_unchanged_then_changed(load):
    assert load({LAW: law()}).count(Outcome.MADE) == 1
    assert load({LAW: law()}).count(Outcome.UNCHANGED) == 1
    assert load({LAW: law(title="Other")}).count(Outcome.CHANGED) == 1
    assert Work.objects.get(key=LAW).title == "Other"


def test_one_bad_file_among_ten_is_left_out_and_named(load):
    files = {f"hk/law/act-{n}": law(title=f"Law {n}", number=f"Act {n}") for n in range(10)}
    files["hk/law/act-4"] = law("topics: [flying]\n", number="Act 4")
    report = load(files)
    assert report.count(Outcome.MADE) == 9
    [problem] = report.problems
    assert str(problem).endswith(
        "collection/hk/law/act-4.md:7: topics.0: no topic has the code 'flying'"
    )
    assert not Work.objects.filter(key="hk/law/act-4").exists()
    assert len(list(journal.changes_since(0))) == 9


def test_loading_tells_how_far_it_is(write_record, at):
    write_record("hk/law/a", law(title="A"))
    root = write_record("hk/law/b", "broken")
    heard = []
    load_records(places=find_files([root]), by=None, at=at, progress=heard.append)
    assert heard == [1, 2]


def test_a_loaded_record_comes_out_as_it_went_in(load):
    files = {
        CASE: judgment(FINDINGS).replace("status: published\n", ""),
        LAW: law(PROVISIONS).replace("status: published\n", ""),
        TREATY: treaty(status="draft"),
        "hk/publication/lanterns": publication(status="withdrawn") + "\n# Facts\n\nProse.\n",
    }
    assert load(files).problems == []
    assert dict(selectors.every_record()) == files


@pytest.mark.parametrize("status", ["draft", "in_review", "published", "withdrawn"])
def test_a_file_may_change_whatever_state_its_record_is_in(load, status):
    load({LAW: law(status=status)})
    report = load({LAW: law(title="Other", status=status)})
    assert report.problems == []
    assert Work.objects.get(key=LAW).title == "Other"


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("draft", State.DRAFT),
        ("in_review", State.DRAFT),  # this Centre has set up no review
        ("published", State.PUBLISHED),
        ("withdrawn", State.WITHDRAWN),
    ],
)
def test_a_record_stands_where_its_file_says(load, status, state):
    load({LAW: law(status=status)})
    work = Work.objects.get(key=LAW)
    assert work.state == state
    assert list(selectors.published_keys()) == ([LAW] if status == "published" else [])


def test_a_record_can_be_withdrawn_and_published_again_by_its_file(load):
    load({LAW: law()})
    first = Work.objects.get(key=LAW).first_published_at
    load({LAW: law(status="withdrawn")})
    assert selectors.is_withdrawn(LAW)
    load({LAW: law()})
    assert not selectors.is_withdrawn(LAW)
    assert Work.objects.get(key=LAW).first_published_at == first


def test_what_an_editor_published_here_is_not_undone(load):
    load({LAW: law()})
    work = Legislation.objects.get(key=LAW)
    work.title = "Edited here"
    work.save_revision().publish()
    report = load({LAW: law(title="From the file")})
    assert "since it was last loaded, and the file differs in title" in report.problems[0].reason
    assert "--force" in report.problems[0].reason
    assert Work.objects.get(key=LAW).title == "Edited here"
    load({LAW: law(title="From the file")}, force=True)
    assert Work.objects.get(key=LAW).title == "From the file"


@pytest.mark.parametrize("status", ["draft", "published"])
def test_a_draft_that_an_editor_has_begun_is_not_undone(load, status):
    load({LAW: law(status=status)})
    work = Legislation.objects.get(key=LAW)
    work.title = "Being edited"
    work.save_revision()
    report = load({LAW: law(title="From the file", status=status)})
    assert "was edited in this Centre" in report.problems[0].reason
    assert "a draft of it waits here" in report.problems[0].reason
    assert Legislation.objects.get(key=LAW).get_latest_revision_as_object().title == "Being edited"


def test_an_edit_that_the_file_now_says_too_is_no_conflict(load):
    load({LAW: law()})
    work = Legislation.objects.get(key=LAW)
    work.title = "Edited here"
    work.save_revision().publish()
    assert load({LAW: law(title="Edited here")}).problems == []
    assert load({LAW: law(title="Later")}).problems == []


def test_a_key_keeps_its_kind(load):
    load({LAW: law()})
    [problem] = load({LAW: publication()}).problems
    assert problem.reason == (
        f"a key of this kind has publication as its second part; this is {LAW}"
    )


def test_the_outcomes_of_a_judgment_are_those_of_its_file_loaded_last(load):
    load({CASE: judgment("outcomes: [no-violation, inadmissible]\n")})
    load({CASE: judgment("outcomes: [no-violation, violation-found]\n")})
    written = selectors.text_of(selectors.any_work(CASE))
    assert "outcomes: [no-violation, violation-found]\n" in written


def test_an_error_halfway_leaves_the_record_as_it_was(load, monkeypatch):
    load({LAW: law(PROVISIONS)})

    def fail(*given, **named):
        raise LibraryError(LAW)

    monkeypatch.setattr("manumit.library.services.recording.write_passages", fail)
    report = load({LAW: law(title="Half")})
    assert [problem.reason for problem in report.problems] == [LAW]
    assert Work.objects.get(key=LAW).title == "Lanterns (Keeping) Ordinance"
    assert eids(LAW, noted=True) == ["sec_3", "sec_4__subsec_1"]


def test_provisions_become_passages_with_their_ancestors(load):
    load({LAW: law(PROVISIONS)})
    assert eids(LAW) == ["sec_3", "sec_4", "sec_4__subsec_1"]
    sec_3, sec_4, inner = Passage.objects.filter(work__key=LAW)
    assert (sec_3.heading, sec_3.penalty, sec_3.noted) == ("Duty to keep watch", "A fine.", True)
    assert [topic.code for topic in sec_3.topics.all()] == ["slavery"]
    assert (sec_4.noted, inner.parent) == (False, sec_4)
    assert (str(inner), inner.address) == (
        "Lanterns (Keeping) Ordinance, Section 4(1)",
        "hk/law/cap-9999#sec_4__subsec_1",
    )


def test_a_provision_the_record_drops_is_retired_with_its_ancestors_and_comes_back(load):
    load({LAW: law(PROVISIONS)})
    ids = dict(Passage.objects.values_list("eid", "pk"))
    load({LAW: law()})
    assert eids(LAW, retired_at=None) == []
    assert not Passage.objects.exclude(gist="").exists()
    assert not Passage.objects.exclude(topics=None).exists()
    load({LAW: law(PROVISIONS)})
    assert eids(LAW, retired_at=None) == ["sec_3", "sec_4", "sec_4__subsec_1"]
    assert dict(Passage.objects.values_list("eid", "pk")) == ids


def test_what_a_judgment_says_of_a_work_waits_until_that_work_arrives(load):
    load({CASE: judgment(FINDINGS + f"relations:\n- considers: {LAW}\n")})
    assert not Relation.objects.exclude(target=None).exists()
    assert not FindingAbout.objects.exclude(passage=None).exists()
    load({LAW: law(), TREATY: treaty()})
    assert Relation.objects.get().target.key == LAW
    about = {str(row): row.passage.eid for row in FindingAbout.objects.all()}
    assert about == {f"{TREATY}#art_1": "art_1", f"{LAW}#sec_3__subsec_1": "sec_3__subsec_1"}
    applied = AppliedProvision.objects.get(target_key=TREATY)
    assert (applied.target.key, applied.passage.eid) == (TREATY, "art_2__para_a")
    assert AppliedProvision.objects.get(target_key="coe/treaty/lamps").target is None


def test_findings_loaded_again_are_pinned_to_the_same_passages(load):
    load({CASE: judgment(FINDINGS), TREATY: treaty()})
    ids = dict(Passage.objects.values_list("eid", "pk"))
    load({CASE: judgment(FINDINGS.replace("So is", "So, too, is"))})
    assert Finding.objects.count() == 2
    assert dict(Passage.objects.values_list("eid", "pk")) == ids
    rows = selectors.findings_of(Judgment.objects.get(key=CASE))
    assert [[pin.passage.eid for pin in row.pinpoints.all()] for row in rows] == [
        ["para_8", "op_2"],
        ["para_9"],
    ]
    assert rows[0].about.get(eid="art_1").passage is not None


def test_provisions_that_count_alike_come_out_in_one_order(load):
    provisions = "provisions:\n- at: chp_1\n  gist: a\n- at: art_1\n  gist: b\n"
    load({TREATY: treaty(provisions)})
    written = dict(selectors.every_record())[TREATY]
    assert written.index("art_1") < written.index("chp_1")
    assert load({TREATY: written}).problems == []
    assert dict(selectors.every_record())[TREATY] == written


def test_judgments_of_one_proceeding_are_a_chain(load):
    first = "coe/case/123-45/2030-05-02"
    chain = "proceeding: lanterns\n"
    load({CASE: judgment(chain)})
    assert selectors.chain_of(Judgment.objects.get(key=CASE)) == []
    load({first: judgment(chain).replace("2031-05-02", "2030-05-02")})
    works = selectors.chain_of(Judgment.objects.get(key=CASE))
    assert [work.key for work in works] == [first, CASE]


def test_the_journal_tells_what_was_loaded_and_whether_it_is_new(load, at):
    load({LAW: law()})
    load({LAW: law(title="Other")})
    changes = list(journal.changes_since(0))
    assert [(change.action, change.subject, change.at) for change in changes] == [
        ("loaded", LAW, at),
        ("loaded", LAW, at),
    ]


@pytest.mark.parametrize(
    "text",
    [
        law(f"provisions:\n- at: sec_1\n  gist: a\n  heading: {'x' * 501}\n"),
        law(title="x" * 501),
        law("relations:\n- related: hk/law/a\n- related: hk/law/a\n"),
        law(title='"x\\0y"'),
        law().replace("Cap. 9999", "9" * 101),
    ],
)
def test_what_a_database_would_choke_on_is_refused_as_a_bad_file(load, text):
    report = load({LAW: text, "hk/law/act-1": law(title="Good", number="Act 1")})
    assert len(report.problems) == 1
    assert report.count(Outcome.MADE) == 1


EVENTS = """\
events:
- party: gb
  act: extension
  territory: hk
  on: 1957-04-30
  gist: extended to Hong Kong
  source: depositary
- party: cn
  act: continuation
  territory: hk
  on: 1997-06
  effective_on: 1997-07-01
  source: depositary
sources:
- id: depositary
  publisher: The depositary
  for: [events]
  on: 2026-11-22
"""


def test_acts_of_states_are_held_in_the_order_of_their_days(load):
    report = load({TREATY: treaty(EVENTS, sources="")})
    assert not report.problems
    held = Instrument.objects.get(key=TREATY).events.all()
    assert [(row.party, row.territory, row.act, row.on) for row in held] == [
        ("gb", "hk", "extension", "1957-04-30"),
        ("cn", "hk", "continuation", "1997-06"),
    ]


def test_an_act_names_one_of_the_sources_and_a_known_party(load):
    unsourced = load({TREATY: treaty(EVENTS.replace("id: depositary", "id: other"), sources="")})
    assert "give one of the sources that id" in str(unsourced.problems[0])
    unknown = load({TREATY: treaty(EVENTS.replace("party: gb", "party: atlantis"), sources="")})
    assert "no state or body has the code 'atlantis'" in str(unknown.problems[0])


JOINING = """\
joining:
  takes_effect:
    months: 3
    next_month: true
  ends_after:
    months: 12
  depends_on: un/treaty/parent
  rolls:
  - of: all
    over: [hk]
    up_to: 2015-03-01
    source: depositary
events:
- party: ch
  act: ratification
  on: 1990-01-10
  source: depositary
  confirmed_by: [hansard]
- party: ch
  act: reservation
  on: 1990-01-10
  source: depositary
- party: se
  act: objection
  against: ch
  undoes: 1990-01-10
  on: 1991-02
  source: depositary
- party: ch
  act: withdrawal-of-reservation
  undoes: 1990-01-10
  in_part: true
  on: 1999-05
  source: depositary
sources:
- id: depositary
  publisher: The depositary
  for: [events]
  on: 2026-11-22
- id: hansard
  publisher: A parliament
  for: [events]
  on: 2026-11-22
"""


def test_how_states_join_and_what_an_act_is_about_come_back_as_they_were_written(load):
    report = load({TREATY: treaty(JOINING, sources="")})
    assert not report.problems
    text = selectors.text_of(Instrument.objects.get(key=TREATY))
    for line in JOINING.splitlines():
        assert line in text


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("  act: ratification\n", "  act: ratification\n  against: se\n", "against is said of"),
        ("confirmed_by: [hansard]", "confirmed_by: [depositary]", "cannot confirm itself"),
        ("confirmed_by: [hansard]", "confirmed_by: [nobody]", "give one of the sources that id"),
        ("    source: depositary\nevents", "    source: nobody\nevents", "names no source"),
        ("    months: 3\n", "    months: 3\n    days: 2\n", "give days or months"),
    ],
)
def test_an_act_that_says_what_it_cannot_is_refused(load, was, becomes, said):
    assert was in JOINING
    report = load({TREATY: treaty(JOINING.replace(was, becomes), sources="")})
    assert said in str(report.problems[0])
