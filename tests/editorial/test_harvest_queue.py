"""An editor sees what came by itself, decides with one click, and reads why something failed."""

import pytest

from manumit.accounts.types import User
from manumit.editorial import harvest as queue
from manumit.harvest.models import Run, Source
from manumit.journal import selectors as journal
from manumit.library.models import Publication, Text, Work
from tests.harvest.conftest import *  # noqa: F403 -- the recorded server and its sources
from tests.harvest.server import zipped
from tests.paths import SAMPLES

pytestmark = pytest.mark.django_db
LAW = "hk/law/cap-9999"
QUEUE = "/editorial/harvest/queue/"


@pytest.fixture
def editor(client):
    person = User.objects.create_superuser("editor@manumit.example", "a long enough password")
    client.force_login(person)
    return client


@pytest.fixture
def waiting(server, source, harvest):
    """A published law of which the source has a new text."""
    english = (SAMPLES / "formats/hklm/cap9999-en.xml").read_bytes()
    laws = source("hk-elegislation", "/laws.zip")
    server.put("/laws.zip", zipped({"cap_9999_en.xml": english}), ETag='"1"')
    harvest(laws)
    Work.objects.filter(key=LAW).update(live=True)
    server.put("/laws.zip", zipped({"cap_9999_en.xml": english.replace(b"invented", b"made up")}))
    harvest(laws)
    return Text.objects.get().digest


def test_a_run_tells_what_failed_and_why(editor, sample, harvest):
    source, _ = sample("feed")
    run = harvest(source)
    listed = editor.get("/editorial/harvest/runs/")
    assert listed.status_code == 200
    assert source.title in listed.content.decode()
    page = editor.get(f"/editorial/harvest/runs/inspect/{run.pk}/").content.decode()
    assert "<li>tag:lanterns.example,2026:4: an item has no title and no words" in page
    assert "the program, when it was due" in page
    assert "[&#x27;" not in page


def test_nobody_writes_a_run_by_hand(editor, sample, harvest):
    source, _ = sample("feed")
    run = harvest(source)
    for address in ("new/", f"edit/{run.pk}/", f"delete/{run.pk}/"):
        assert editor.get(f"/editorial/harvest/runs/{address}").status_code == 302
    assert editor.post(f"/editorial/harvest/runs/delete/{run.pk}/").status_code == 302
    assert Run.objects.filter(pk=run.pk).exists()


def test_a_source_is_added_and_a_wrong_setting_is_told(editor):
    form = {
        "name": "news", "title": "News", "kind": "feed", "address": "https://x.example/rss",
        "settings": "publisher: X", "trust": "draft", "every_hours": "24", "enabled": "on",
    }  # fmt: skip
    wrong = editor.post("/editorial/harvest/sources/new/", form | {"settings": "nonsense: 1"})
    assert wrong.status_code == 200
    assert "settings.nonsense" in wrong.content.decode()
    assert editor.post("/editorial/harvest/sources/new/", form).status_code == 302
    assert Source.objects.get().settings == {"publisher": "X"}


def test_what_waits_is_taken_in_with_one_click(editor, waiting):
    page = editor.get(QUEUE).content.decode()
    assert LAW in page
    [row] = editor.get(QUEUE).context["waiting"]
    assert editor.post(f"{QUEUE}take-in/{row.pk}/").status_code == 302
    assert Text.objects.get().digest != waiting
    assert "Nothing waits" in editor.get(QUEUE).content.decode()


def test_what_waits_can_be_left(editor, waiting):
    [row] = editor.get(QUEUE).context["waiting"]
    assert editor.post(f"{QUEUE}decline/{row.pk}/").status_code == 302
    assert Text.objects.get().digest == waiting
    assert editor.get(QUEUE).context["waiting"].count() == 0


def test_a_draft_from_a_feed_is_published_with_one_click(editor, sample, harvest):
    source, _ = sample("feed")
    harvest(source)
    draft = Publication.objects.get(key__endswith="lantern-boats")
    assert draft.title in editor.get(QUEUE).content.decode()
    before = journal.last_number()
    assert editor.post(f"{QUEUE}publish/{draft.pk}/").status_code == 302
    draft.refresh_from_db()
    assert draft.live
    [change] = journal.changes_since(before)
    assert (change.action, change.subject) == ("published", draft.key)
    assert draft.title not in {work.title for work in editor.get(QUEUE).context["drafts"]}


def test_a_draft_that_nobody_wants_is_dropped_and_does_not_come_back(editor, sample, harvest):
    source, _ = sample("feed")
    harvest(source)
    draft = Publication.objects.get(key__endswith="lantern-boats")
    assert editor.post(f"{QUEUE}drop/{draft.pk}/").status_code == 302
    assert draft.key not in {work.key for work in editor.get(QUEUE).context["drafts"]}
    harvest(source)
    assert not Publication.objects.filter(key=draft.key).exists()
    told = [one for one in journal.changes_since(0) if one.action == "draft discarded"]
    assert [one.subject for one in told] == [draft.key]


def test_what_readers_have_seen_cannot_be_dropped(editor, sample, harvest):
    source, _ = sample("feed")
    harvest(source)
    draft = Publication.objects.get(key__endswith="lantern-boats")
    editor.post(f"{QUEUE}publish/{draft.pk}/")
    page = editor.post(f"{QUEUE}drop/{draft.pk}/", follow=True).content.decode()
    assert "withdraw it instead" in page
    assert Publication.objects.filter(key=draft.key, live=True).exists()


def test_a_draft_shows_where_it_is_from_and_which_topics_are_suggested(editor, sample, harvest):
    source, _ = sample("feed")
    harvest(source)
    draft = Publication.objects.get(key__endswith="lantern-boats")
    page = editor.get(QUEUE).content.decode()
    row = page[page.index(draft.title) :].partition("</tr>")[0]
    assert "Lantern Watch, 2026-05-01" in row
    assert f'href="{draft.official_url}"' in row
    assert "Forced labour" in row


def test_drafts_follow_however_many_were_published_before_them(
    editor, source, server, harvest, monkeypatch
):
    monkeypatch.setattr(queue, "_MOST", 2)
    item = "<item><title>Forced labour, part {0}</title><link>https://x.example/{0}</link></item>"
    items = "".join(item.format(number) for number in range(1, 13))
    server.put("/rss", f"<rss version='2.0'><channel><title>X</title>{items}</channel></rss>")
    harvest(source("feed", "/rss"))
    assert "And 10 more" in editor.get(QUEUE).content.decode()
    for _ in range(11):
        (first, *_) = editor.get(QUEUE).context["drafts"]
        editor.post(f"{QUEUE}publish/{first.pk}/")
    assert len(editor.get(QUEUE).context["drafts"]) == 1


@pytest.mark.parametrize(
    "address", [QUEUE, "/editorial/harvest/runs/", "/editorial/harvest/sources/"]
)
def test_only_editors_enter(client, address):
    response = client.get(address)
    assert response.status_code == 302
    assert "login" in response.url


def test_a_decision_is_never_made_by_following_a_link(editor, waiting):
    [row] = editor.get(QUEUE).context["waiting"]
    assert editor.get(f"{QUEUE}take-in/{row.pk}/").status_code == 405
    assert Text.objects.get().digest == waiting
