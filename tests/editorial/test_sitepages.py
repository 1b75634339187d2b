"""Pages of the site in the editors' house: drafted, looked at by a second person, read when published."""

import pytest

from manumit.journal import selectors as journal
from manumit.library.models import Work
from manumit.library.services import load_records
from manumit.pages import selectors
from manumit.pages.errors import PageNotFound
from manumit.pages.models import Page
from manumit.pages.services import load_pages
from manumit.records import find_files
from tests.editorial.filling import address, form_of, told_in
from tests.pages.files import KEY, QUESTION, THAI, TRANSLATED, page
from tests.paths import REPOSITORY
from tests.staff import person_with

pytestmark = pytest.mark.usefixtures("db")
COLLECTION = REPOSITORY / "collection"
SHELF = "/editorial/snippets/pages/page"
HELD = page("A lantern gives light.\n\n# Its wick\n\nSee [another](/learn/wicks).")
TAUGHT = page(facts="position: 3\ngist: On light.\nchecked_on: 2026-11-01\n" + QUESTION)
IN_THAI = page("โคมให้แสง", title="โคม", language="th", facts=TRANSLATED)


@pytest.fixture
def load(write_record, at):
    """Write a page's file and load it; returns the report."""

    def act(text=HELD, key=KEY, **given):
        root = write_record(key, text)
        return load_pages(places=find_files([root / f"{key}.md"]), by=None, at=at, **given)

    return act


@pytest.fixture
def lanterns(load):
    load()
    return Page.objects.get(key=KEY)


@pytest.fixture
def law(db, at):
    """The law to which the pages link."""
    places = [place for place in find_files([COLLECTION]) if place.key == "hk/law/cap-200"]
    assert load_records(places=places, by=None, at=at).problems == []


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize(("key", "text"), [(KEY, HELD), (KEY, TAUGHT), (THAI, IN_THAI)])
def test_a_form_sent_back_as_it_stands_changes_nothing(administrator, load, key, text):
    load(text, key)
    row = Page.objects.get(key=key)
    data = form_of(administrator.get(address(row)))
    answer = administrator.post(address(row), data | {"action-publish": "1"})
    assert answer.status_code == 302, told_in(answer)
    assert selectors.text_of_key(key) == text


def test_what_an_editor_writes_is_read_by_nobody_until_a_second_person_approves(
    client, editor, lanterns
):
    client.force_login(editor)
    assert KEY in client.get(f"{SHELF}/").content.decode()
    data = form_of(client.get(address(lanterns)))
    data |= {"body": "A lantern gives warmth.", "why": "It is cold."}
    answer = client.post(address(lanterns), data | {"action-submit": "1"})
    assert answer.status_code == 302, told_in(answer)
    assert selectors.page("lanterns", "en").page.body.startswith("A lantern gives light.")
    before = journal.last_number()

    lanterns.refresh_from_db()
    task = lanterns.current_workflow_task_state
    assert task.task.specific.get_actions(lanterns, editor) == []
    reviewer = person_with("reviewer", email="bo@example.org")
    task.task.specific.on_action(task, reviewer, "approve")
    assert selectors.text_of_key(KEY) == page("A lantern gives warmth.")
    (change,) = journal.changes_since(before)
    assert (change.action, change.subject) == ("published", KEY)
    (told,) = journal.told(journal.entries()[:1])
    assert told.why == "It is cold."
    assert set(told.fields) == {"body"}


def test_a_page_in_a_new_language_is_begun_here_and_is_a_draft(client, editor, lanterns):
    client.force_login(editor)
    data = form_of(client.get(f"{SHELF}/add/"))
    data |= {"key": THAI, "title": "โคม", "language": "th", "section": "learn", "body": "โคมให้แสง"}
    data |= {"translation-by": "machine", "translation-on": "2026-11-01"}
    answer = client.post(f"{SHELF}/add/", data)
    assert answer.status_code == 302, told_in(answer)
    assert not selectors.page("lanterns", "th").is_wanted
    assert "status: draft\nsection: learn\ntranslation:\n  by: machine" in selectors.text_of_key(
        THAI
    )


def test_a_file_that_comes_later_does_not_undo_what_was_published_here(
    administrator, load, lanterns
):
    data = form_of(administrator.get(address(lanterns))) | {"title": "Lamps"}
    administrator.post(address(lanterns), data | {"action-publish": "1"})
    [problem] = load(page(title="From the file")).problems
    assert "edited in this Centre" in problem.reason
    assert Page.objects.get(key=KEY).title == "Lamps"
    assert load(page(title="From the file"), force=True).problems == []
    assert Page.objects.get(key=KEY).title == "From the file"


@pytest.mark.parametrize(
    ("box", "given", "says"),
    [
        ("key", "hk/law/cap-1", "Write a key such as site/page/about/en."),
        ("key", "hk/page/lanterns/en", "Write a key such as site/page/about/en."),
        ("language", "th", "The key ends with another language: en."),
        ("language", "English", "Write a language tag"),
        ("checked_on", "2099-01-01", "Nobody has looked yet on 2099-01-01."),
        ("body", "See [it](hk/law/cap-9999#sec_1).", "It links to hk/law/cap-9999"),
        ("translation-reviewed_by", "A. Reader", "This is needed."),
    ],
)
def test_what_no_page_may_say_is_told_and_not_kept(client, editor, lanterns, box, given, says):
    client.force_login(editor)
    data = form_of(client.get(address(lanterns))) | {box: given}
    answer = client.post(address(lanterns), data)
    assert answer.status_code == 200
    assert says in answer.content.decode()
    lanterns.refresh_from_db()
    assert lanterns.latest_revision_id is None


def test_what_leads_to_a_page_is_shown_before_it_is_withdrawn(administrator, load, lanterns):
    load(page("See [lanterns](/learn/lanterns)."), "site/page/wicks/en")
    load(IN_THAI, THAI)
    load(page("It melts.", title="Wax"), "site/page/wax/en")
    for step in ("usage", "unpublish"):
        shown = administrator.get(f"{SHELF}/{step}/{lanterns.pk}/").content.decode()
        led = {row.key for row in Page.objects.exclude(key=KEY) if address(row) in shown}
        assert led == {"site/page/wicks/en", THAI}
    wax = Page.objects.get(title="Wax")
    shown = administrator.get(f"{SHELF}/usage/{wax.pk}/").content.decode()
    assert "Nothing here leads to it." in shown


def test_what_rests_on_a_law_names_the_pages_that_link_to_it(administrator, law, load):
    load(TAUGHT)
    row = Work.objects.get(key="hk/law/cap-200")
    shown = administrator.get(f"/editorial/snippets/library/legislation/usage/{row.pk}/")
    assert address(Page.objects.get(key=KEY)) in shown.content.decode()


def test_withdrawing_takes_a_page_from_readers_and_is_told(administrator, lanterns):
    before = journal.last_number()
    administrator.post(f"{SHELF}/unpublish/{lanterns.pk}/", {"why": "Too dark."})
    with pytest.raises(PageNotFound):
        selectors.page("lanterns", "en")
    assert "status: withdrawn" in selectors.text_of_key(KEY)
    (change,) = journal.changes_since(before)
    assert change.action == "unpublished"


def test_what_is_being_written_is_shown_as_readers_would_have_it(client, editor, lanterns):
    client.force_login(editor)
    data = form_of(client.get(address(lanterns))) | {"body": "A *bright* lantern."}
    where = f"{SHELF}/preview/{lanterns.pk}/"
    assert client.post(where, data).json() == {"is_valid": True, "is_available": True}
    shown = client.get(f"{where}?mode=")
    assert "A <em>bright</em> lantern." in shown.content.decode()
    assert "frame-ancestors 'self'" in shown.headers["Content-Security-Policy"]
    assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert selectors.text_of_key(KEY) == HELD
