"""Versions of a law and gists of its provisions: typed into boxes, seen by a second person, kept by files."""

import pytest
from django.utils import timezone
from wagtail.models import TaskState

from manumit.journal import selectors as journal
from manumit.library.models import Legislation, Relation
from manumit.library.selectors.records import text_of
from manumit.library.services import load_records
from manumit.records import find_files
from manumit.search import services as search
from tests.editorial.filling import address, boxes, form_of, told_in
from tests.staff import person_with

pytestmark = pytest.mark.usefixtures("db")
KEY = "hk/law/cap-9998"
SHELF = "/editorial/snippets/library/legislation"
HELD = """\
---
kind: legislation
title: Lanterns Ordinance
official_url: https://www.elegislation.gov.hk/hk/cap9998
legislation_type: ordinance
number: Cap. 9998
commenced_on: 2001-05-01
versions:
- valid_from: 2001-05-01
- valid_from: 2018-06-21
  url: https://www.elegislation.gov.hk/hk/cap9998!en@2018-06-21
provisions:
- at: sec_3
  heading: Duty to light
  gist: Whoever keeps a lantern lights it at dusk.
  topics: [forced-labour]
- at: sec_12
  gist: Says who may look.
  penalty: a fine (section 12)
confidence: medium
sources:
- url: https://www.elegislation.gov.hk/hk/cap9998
  publisher: Department of Justice
  for: [title, dates, identifiers, versions, provisions, penalties]
  on: 2026-11-22
---
"""


@pytest.fixture
def load(write_record, at):
    """Write the law's file and load it; returns the report."""

    def act(text=HELD):
        root = write_record(KEY, text)
        return load_records(places=find_files([root / f"{KEY}.md"]), by=None, at=at)

    return act


@pytest.fixture
def law(load):
    assert not load().problems
    return Legislation.objects.get(key=KEY)


def written(response, name, said):
    """The form as it stands, with other facts in the boxes of one field."""
    form = response.context["form"]
    block = form.fields[name].block
    kept = {box: held for box, held in form_of(response).items() if not box.startswith(f"{name}-")}
    return kept | boxes(block, block.to_python(said), name)


def test_a_form_sent_back_as_it_stands_changes_nothing(administrator, law):
    data = form_of(administrator.get(address(law)))
    answer = administrator.post(address(law), data | {"action-publish": "1"})
    assert answer.status_code == 302, told_in(answer)
    assert text_of(Legislation.objects.get(key=KEY)) == HELD


def test_a_gist_is_read_by_nobody_until_a_second_person_approves_and_then_by_everybody(
    client, editor, law
):
    client.force_login(editor)
    opened = client.get(address(law))
    assert [one["gist"] for one in opened.context["form"]["provisions"].value()] == [
        "Whoever keeps a lantern lights it at dusk.",
        "Says who may look.",
    ]
    said = [
        {"at": "sec_3", "gist": "Lanterns are lit an hour before dusk.", "topics": ["child"]},
        {"at": "sec_20", "heading": "Oil", "gist": "Only clean oil is burnt."},
    ]
    data = written(opened, "provisions", said) | {"action-submit": "1"}
    answer = client.post(address(law), data)
    assert answer.status_code == 302, told_in(answer)
    page = client.get(f"/{KEY}").content.decode()
    assert "lights it at dusk" in page
    assert "an hour before dusk" not in page

    before = journal.last_number()
    second = person_with("reviewer", email="bo@example.org")
    state = TaskState.objects.reviewable_by(second).get()
    state.task.specific.on_action(state, second, "approve")
    page = client.get(f"/{KEY}").content.decode()
    assert "an hour before dusk" in page
    assert "Only clean oil is burnt" in client.get(f"/{KEY}/sec_20").content.decode()
    assert "Says who may look" not in page
    (change,) = journal.changes_since(before)
    assert (change.action, change.subject) == ("published", KEY)
    assert "provisions" in dict(journal.told(journal.entries()[:1])[0].fields)


def test_two_drafts_of_a_gist_are_compared_word_by_word(administrator, law):
    for gist in ("Lanterns are lit at dusk.", "Lanterns are lit at dawn."):
        data = written(
            administrator.get(address(law)), "provisions", [{"at": "sec_3", "gist": gist}]
        )
        assert administrator.post(address(law), data).status_code == 302
    old, new = law.revisions.order_by("pk").values_list("pk", flat=True)[:2]
    shown = administrator.get(f"{SHELF}/history/{law.pk}/revisions/compare/{old}...{new}/")
    page = " ".join(shown.content.decode().split())
    assert '<span class="deletion">dusk. </span><span class="addition">dawn. </span>' in page


def test_what_was_published_here_is_exported_and_no_later_file_undoes_it(administrator, law, load):
    opened = administrator.get(address(law))
    said = [{"at": "sec_3", "gist": "Lanterns are lit an hour before dusk."}]
    data = written(opened, "provisions", said) | {"action-publish": "1"}
    assert administrator.post(address(law), data).status_code == 302
    exported = text_of(Legislation.objects.get(key=KEY))
    assert "provisions:\n- at: sec_3\n  gist: Lanterns are lit an hour before dusk.\n" in exported
    assert "sec_12" not in exported
    (problem,) = load(HELD.replace("at dusk", "at nine")).problems
    assert "provisions" in problem.reason
    assert "an hour before dusk" in text_of(Legislation.objects.get(key=KEY))
    assert not load(exported).problems


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Section 12(1)", "sec_12__subsec_1"),
        ("s. 12A", "sec_12A"),
        ("第3條", "sec_3"),
        ("sec_12__subsec_1", "sec_12__subsec_1"),
    ],
)
def test_a_provision_is_written_as_lawyers_write_it(administrator, law, typed, kept):
    opened = administrator.get(address(law))
    data = written(opened, "provisions", [{"at": typed, "gist": "Says who may look."}])
    answer = administrator.post(address(law), data | {"action-publish": "1"})
    assert answer.status_code == 302, told_in(answer)
    assert [one["at"] for one in Legislation.objects.get(key=KEY).provisions] == [kept]


def test_what_no_file_may_say_is_told_beside_its_box(administrator, law):
    for field, said, says in (
        ("provisions", [{"at": "the third one", "gist": "A"}], "is no passage"),
        ("provisions", [{"at": "sections 3 and 4", "gist": "A"}], "is no passage"),
        ("provisions", [{"at": "sec_3", "gist": ""}], "this is needed"),
        ("provisions", [{"at": "sec_3", "gist": "A"}] * 2, "written twice"),
        ("versions", [{"valid_from": "last summer"}], "write a day"),
        ("versions", [{"valid_from": "2018", "valid_to": "2017"}], "is before"),
        ("versions", [{"valid_from": "2018"}, {"valid_from": "2018"}], "begin on 2018"),
    ):
        answer = administrator.post(
            address(law), written(administrator.get(address(law)), field, said)
        )
        (error,) = answer.context["form"].errors.as_data()[field]
        assert says in str(error.as_json_data()).lower(), said


def test_a_version_typed_in_shows_readers_where_the_law_of_their_day_is(administrator, law):
    opened = administrator.get(address(law))
    said = [
        {"valid_from": "2001-05-01", "valid_to": "2012-01-31"},
        {
            "valid_from": "2018-06-21",
            "amended_by": "hk/law/cap-9999",
            "url": "https://www.elegislation.gov.hk/hk/cap9998!en@2018-06-21",
        },
    ]
    data = written(opened, "versions", said) | {"action-publish": "1"}
    assert administrator.post(address(law), data).status_code == 302
    day = administrator.get(f"/{KEY}?on=2019-01-01").content.decode()
    assert "The version from 21 June 2018" in day
    assert "amended by hk/law/cap-9999" in " ".join(day.split()).lower()
    assert "cap9998!en@2018-06-21" in day
    assert "The version from" not in administrator.get(f"/{KEY}?on=2015-01-01").content.decode()


def test_a_law_begun_here_keeps_its_gists_in_the_draft_that_is_exported(client, editor, load):
    load()
    client.force_login(editor)
    opened = client.get(f"{SHELF}/add/")
    data = written(opened, "provisions", [{"at": "sec_1", "gist": "Says what a lamp is."}])
    data = {box: held for box, held in data.items() if box not in {"topics", "practice_areas"}}
    data |= {
        "key": "hk/law/cap-9997", "title": "Lamps Ordinance", "language": "en", "confidence": "medium",
        "legislation_type": "ordinance", "number": "Cap. 9997",
    }  # fmt: skip
    answer = client.post(f"{SHELF}/add/", data)
    assert answer.status_code == 302, told_in(answer)
    lamps = Legislation.objects.get(key="hk/law/cap-9997")
    assert (lamps.state, "Says what a lamp is." in text_of(lamps)) == ("draft", True)
    assert client.get("/hk/law/cap-9997").status_code == 404


def test_a_gist_that_was_published_is_found(administrator, law, settings, tmp_path):
    settings.MANUMIT_INDEX = tmp_path / "index"
    said = [{"at": "sec_3", "gist": "Lanterns are lit before gloaming."}]
    data = written(administrator.get(address(law)), "provisions", said) | {"action-publish": "1"}
    assert administrator.post(address(law), data).status_code == 302
    search.bring_up_to_date()
    assert "Lanterns Ordinance" in administrator.get("/search?q=gloaming").content.decode()


def test_a_draft_of_before_gists_were_drafted_leaves_them_alone(editor, law):
    revision = law.save_revision(user=editor)
    del revision.content["provisions"]
    revision.save()
    revision.publish(skip_permission_checks=True)
    assert text_of(Legislation.objects.get(key=KEY)) == HELD


def test_law_that_an_editor_says_was_applied_is_told_on_its_own_page_at_once(law, at):
    row = Legislation(
        key="hk/law/cap-9996", title="Wicks Ordinance", legislation_type="ordinance", number="Cap. 9996",
        sources=law.sources,
    )  # fmt: skip
    row.save()
    row.relations.create(kind="amends", target_key=KEY, on=timezone.localdate())
    row.save_revision().publish(skip_permission_checks=True)
    assert Relation.objects.get(work__key="hk/law/cap-9996").target.key == KEY
