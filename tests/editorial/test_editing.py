"""An editor finds, opens, changes and publishes a work; a mistake is told where it is."""

import pytest

from manumit.accounts.services import create_first_administrator
from manumit.accounts.types import User
from manumit.journal import selectors as journal
from manumit.library.models import Judgment, Work
from manumit.library.selectors.records import text_of
from manumit.vocab.types import Concept
from tests.editorial.filling import form_of, told_in

pytestmark = pytest.mark.usefixtures("starter")

KINDS = ["judgment", "instrument", "legislation", "publication"]


@pytest.fixture
def editor(client):
    person = User.objects.create_superuser("editor@manumit.example", "a long enough password")
    client.force_login(person)
    return client


def edit_address(work: Work) -> str:
    return f"/editorial/snippets/library/{work.kind}/edit/{work.pk}/"


def pins(judgment: Judgment) -> list[list[str]]:
    """Where each finding is pinned and what it is about."""
    rows = judgment.findings.order_by("sort_order")
    return [
        [*row.pinpoints.values_list("passage__eid", flat=True), *map(str, row.about.all())]
        for row in rows
    ]


def test_nobody_enters_without_a_login(client):
    response = client.get("/editorial/")
    assert response.status_code == 302
    assert response.url.startswith("/account/login/?next=%2Feditorial%2F")


def test_the_first_person_is_made_once_and_can_log_in(client, at):
    password = create_first_administrator(email="first@manumit.example", at=at)
    assert password
    assert create_first_administrator(email="second@manumit.example", at=at) is None
    assert client.login(email="first@manumit.example", password=password)


def test_the_outcomes_of_a_judgment_are_boxes_to_tick(editor):
    work = Judgment.objects.filter(outcomes__code="acquitted").first()
    form = editor.get(edit_address(work)).context["form"]
    names = [str(label) for _, label in form.fields["outcomes"].choices]
    assert {"acquitted", "appeal dismissed"} <= set(names)
    assert "trafficking in persons" not in names
    assert form["outcomes"].value() == [concept.pk for concept in work.outcomes.all()]


def test_a_retired_topic_is_offered_only_where_the_work_bears_it(editor):
    bears = Judgment.objects.filter(topics__isnull=False).first()
    retired = bears.topics.first()
    bare = Judgment.objects.exclude(topics=retired).first()
    Concept.objects.filter(pk=retired.pk).update(retired=True)

    def offered(work: Work) -> set[int]:
        field = editor.get(edit_address(work)).context["form"].fields["topics"]
        return {concept.pk for concept in field.queryset}

    assert retired.pk not in offered(bare)
    assert retired.pk in offered(bears)
    assert offered(bears) == offered(bare) | {retired.pk}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_listed_opened_and_begun(editor, kind):
    work = Work.objects.filter(kind=kind).first()
    listed = editor.get(f"/editorial/snippets/library/{kind}/")
    assert listed.status_code == 200
    assert work.key.encode() in listed.content or listed.context["page_obj"].has_next()
    assert editor.get(edit_address(work)).status_code == 200
    assert editor.get(f"/editorial/snippets/library/{kind}/add/").status_code == 200


def test_a_form_asks_the_database_little_however_many_topics_there_are(
    editor, django_assert_max_num_queries
):
    judgment = Work.objects.get(key="coe/case/25965-04/2010-01-07")
    with django_assert_max_num_queries(90):
        editor.get(edit_address(judgment))


def test_editors_pages_have_a_policy_of_their_own_and_are_not_kept(editor):
    response = editor.get("/editorial/")
    assert "script-src-attr 'none'" in response.headers["Content-Security-Policy"]
    assert "no-store" in response.headers["Cache-Control"]


def test_a_draft_changes_nothing_for_readers_until_it_is_published(editor, client):
    judgment = Judgment.objects.get(key="coe/case/25965-04/2010-01-07")
    held = pins(judgment)
    assert held
    data = form_of(editor.get(edit_address(judgment))) | {"title": "Rantsev, as edited"}
    saved = editor.post(edit_address(judgment), data)
    assert saved.status_code == 302, saved.context["form"].errors
    judgment.refresh_from_db()
    assert judgment.title == "Rantsev v. Cyprus and Russia"
    assert judgment.has_unpublished_changes

    before = journal.last_number()
    published = editor.post(edit_address(judgment), data | {"action-publish": "1"})
    assert published.status_code == 302
    judgment.refresh_from_db()
    assert judgment.title == "Rantsev, as edited"
    assert pins(judgment) == held
    (change,) = journal.changes_since(before)
    assert (change.action, change.subject) == ("published", judgment.key)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("2010", "2010"), ("2010-01", "2010-01"), ("7 January 2010", ""), ("2010-13-01", "")],
)
def test_a_judgment_has_the_day_as_exact_as_an_editor_knows_it(editor, typed, kept):
    work = Judgment.objects.get(key="hk/case/2018-hkca-473")
    page = editor.get(edit_address(work))
    assert "As exact as it is known: 2031-05-02, 2031-05 or 2031." in page.content.decode()
    sent = form_of(page) | {"decided_on": typed, "final_on": "", "action-publish": "1"}
    response = editor.post(edit_address(work), sent)
    if kept:
        assert response.status_code == 302, told_in(response)
        work.refresh_from_db()
        assert work.decided_on == kept
    else:
        assert [*told_in(response)[0]] == ["decided_on"]


@pytest.mark.parametrize("key", [
    "coe/case/25965-04/2010-01-07", "un/treaty/palermo-protocol", "hk/law/cap-200",
])  # fmt: skip
def test_a_form_sent_back_as_it_stands_changes_nothing(editor, key):
    work = Work.objects.get(key=key).as_kind()
    before = text_of(work)
    data = form_of(editor.get(edit_address(work)))
    response = editor.post(edit_address(work), data | {"action-publish": "1"})
    assert response.status_code == 302, told_in(response)
    work = Work.objects.get(key=key).as_kind()
    assert text_of(work) == before


def test_a_mistake_in_a_source_is_told_beside_its_box(editor):
    work = Work.objects.get(key="hk/law/cap-200").as_kind()
    data = form_of(editor.get(edit_address(work)))
    wrong = {"sources-0-value-publisher": "", "sources-0-value-url": "not an address"}
    for name, says in (("publisher", "This is needed."), ("url", "full web address")):
        given = {f"sources-0-value-{name}": wrong[f"sources-0-value-{name}"]}
        response = editor.post(edit_address(work), data | given)
        (error,) = response.context["form"].errors.as_data()["sources"]
        beside = error.as_json_data()["blockErrors"][0]["blockErrors"][name]["messages"]
        assert says in beside[0]


@pytest.mark.parametrize(
    ("field", "given", "says"),
    [
        ("key", "HK bad key", "is not a key"),
        ("key", "zz/law/cap-1", "code of no jurisdiction"),
        ("language", "klingon", "language tag"),
        ("sources-count", "0", "at least one source"),
        ("sources-0-value-on", "2999-01-01", "has not come yet"),
        ("neutral_citation", "x" * 101, "100 characters"),
        ("applied-0-target_key", "no key", "is not a key"),
        ("applied-0-eid", "article four", "Write a passage"),
    ],
)
def test_what_no_record_may_say_is_not_published_and_nothing_typed_is_lost(
    editor, field, given, says
):
    judgment = Judgment.objects.get(key="coe/case/25965-04/2010-01-07")
    data = form_of(editor.get(edit_address(judgment)))
    assert field in data
    response = editor.post(
        edit_address(judgment), data | {field: given, "title": "Typed", "action-publish": "1"}
    )
    assert response.status_code == 200
    page = response.content.decode()
    assert says in page
    assert "Typed" in page
    judgment.refresh_from_db()
    assert judgment.title == "Rantsev v. Cyprus and Russia"


def test_a_judgment_joins_the_chain_of_its_case_by_a_short_name_that_may_be_new(editor):
    judgment = Judgment.objects.filter(proceeding=None).first()
    data = form_of(editor.get(edit_address(judgment)))
    assert data["proceeding"] == ""
    for code in ("a-case-of-lanterns", "a-case-of-lanterns"):
        sent = data | {"proceeding": code, "action-publish": "1"}
        assert editor.post(edit_address(judgment), sent).status_code == 302
        judgment.refresh_from_db()
        assert str(judgment.proceeding) == f"{judgment.system_id}/a-case-of-lanterns"
    assert form_of(editor.get(edit_address(judgment)))["proceeding"] == "a-case-of-lanterns"
    assert "proceeding: a-case-of-lanterns" in text_of(judgment)
    wrong = editor.post(edit_address(judgment), data | {"proceeding": "A Case"})
    assert wrong.context["form"].errors["proceeding"]
    emptied = editor.post(edit_address(judgment), data | {"action-publish": "1"})
    assert emptied.status_code == 302
    judgment.refresh_from_db()
    assert judgment.proceeding is None
