"""Pages of the site on their way in and out, and in which language a reader gets them."""

import pytest

from manumit.journal import selectors as journal
from manumit.library.types import Outcome
from manumit.pages import selectors
from manumit.pages.errors import PageNotFound
from manumit.pages.services import load_pages
from manumit.records import find_files
from tests.pages.files import KEY, QUESTION, THAI, TRANSLATED, page

pytestmark = pytest.mark.django_db
IN_THAI = page("โคมให้แสง", title="โคม", language="th", facts=TRANSLATED)


@pytest.fixture
def load(db, write_record, at):
    """Write a page's file and load it; returns the report."""

    def act(text, key=KEY):
        root = write_record(key, text)
        return load_pages(places=find_files([root / f"{key}.md"]), by=None, at=at)

    return act


@pytest.mark.parametrize(
    "text", [page(), page(facts=QUESTION), page(facts="checked_on: 2026-11-01\n")]
)
def test_a_page_comes_out_letter_for_letter_as_it_went_in(load, text):
    assert load(text).count(Outcome.MADE) == 1
    assert list(selectors.every_record()) == [(KEY, text)]


def test_a_change_is_told_once_and_loading_the_same_again_is_none(load):
    load(page())
    assert load(page("It gives warmth.")).count(Outcome.CHANGED) == 1
    assert load(page("It gives warmth.")).count(Outcome.UNCHANGED) == 1
    assert [change.subject for change in journal.changes_since(0)] == [KEY, KEY]


def test_a_bad_file_changes_nothing(load):
    load(page())
    [problem] = load(page().replace("section: learn", "section: cellar")).problems
    assert problem.field == "section"
    assert list(selectors.every_record()) == [(KEY, page())]


def test_a_reader_gets_the_page_in_their_language_however_it_is_written(load):
    load(page())
    load(IN_THAI, THAI)
    shown = selectors.page("lanterns", "TH")
    assert (shown.page.title, shown.is_wanted, shown.is_marked) == ("โคม", True, True)
    assert shown.original.title == "Lanterns"
    assert shown.languages == ("en", "th")


def test_in_a_language_it_is_not_in_the_page_is_shown_in_english_and_says_so(load):
    load(page())
    load(IN_THAI, THAI)
    shown = selectors.page("lanterns", "vi")
    assert (shown.page.title, shown.is_wanted, shown.is_marked) == ("Lanterns", False, False)


def test_the_mark_of_a_machine_goes_when_a_named_person_has_read_it(load):
    load(page())
    read = TRANSLATED + "  reviewed_by: A. Reader\n  reviewed_on: 2026-11-02\n"
    load(IN_THAI.replace(TRANSLATED, read), THAI)
    assert not selectors.page("lanterns", "th").is_marked


def test_a_draft_is_no_page_for_readers(load):
    load(page().replace("section: learn", "status: draft\nsection: learn"))
    with pytest.raises(PageNotFound):
        selectors.page("lanterns", "en")
    assert selectors.pages_in("learn", "en") == []
