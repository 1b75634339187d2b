"""What changed on this site: readers see every public change, and nothing of what they cannot read."""

import feedparser
import pytest
from django.utils import timezone

from manumit.accounts.models import User
from manumit.library.models import Judgment, Legislation, Work

pytestmark = pytest.mark.usefixtures("starter")


@pytest.fixture
def person():
    return User.objects.create_superuser("ada@example.org", first_name="Ada")


def publish(work, person, why="", **changed):
    draft = work.as_kind()
    for name, value in {**changed, "why": why}.items():
        setattr(draft, name, value)
    draft.save_revision(user=person).publish(user=person)


def page(client, **asked):
    return client.get("/changes", asked).content.decode()


def newest(client):
    return page(client).split('<ul class="works">')[1].partition("</li>")[0]


def test_a_change_says_what_was_and_is_and_why_and_names_no_editor(client, person):
    law = Work.objects.get(key="hk/law/cap-200")
    publish(law, person, "The number was misread.", number="Cap. 200A")
    shown = page(client)
    assert "The number was misread." in shown
    assert "<del>" in shown
    assert "<ins>Cap. 200A</ins>" in shown
    assert "by an editor" in shown
    assert "Ada" not in shown


def test_the_title_of_a_judgment_changes_without_being_kept_in_the_journal(client, person):
    judgment = Judgment.objects.get(key="coe/case/25965-04/2010-01-07")
    publish(judgment, person, title="R. v. Cyprus", outcome="Other words.")
    shown = newest(client)
    assert "title" in shown
    assert "Rantsev" not in shown
    assert "Other words" not in shown


def test_a_draft_is_told_to_nobody(client, person):
    sources = [{"publisher": "A", "for": ["title"], "on": "2026-11-01"}]
    given = {"title": "A hidden law", "legislation_type": "ordinance", "number": "1"}
    Legislation.objects.create(key="hk/law/cap-9998", live=False, sources=sources, **given)
    assert "cap-9998" not in page(client)


def test_what_was_withdrawn_is_told_by_its_key_alone(client, person):
    law = Work.objects.get(key="hk/law/cap-200").as_kind()
    law.unpublish(user=person, why="Asked for.")
    first = newest(client)
    assert "hk/law/cap-200" in first
    assert "withdrawn" in first
    assert law.title not in first


def test_a_month_has_its_page_and_what_is_none_is_this_one(client):
    assert timezone.localdate().strftime("%B %Y") in page(client, month="nonsense")
    assert timezone.localdate().strftime("%B %Y") in page(client, month="2999-01")
    assert "Nothing changed in this month" in page(client, month="1999-12")


def test_a_page_of_changes_asks_the_database_little(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get("/changes")


def test_the_changes_can_be_followed(client, person):
    publish(Work.objects.get(key="hk/law/cap-200"), person, "A typo.", number="200")
    feed = feedparser.parse(client.get("/changes/feed").content)
    assert not feed.bozo
    newest = feed.entries[0]
    assert newest.title.startswith("Changed: ")
    assert newest.summary == "A typo."
    assert newest.link.endswith("/hk/law/cap-200")
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
