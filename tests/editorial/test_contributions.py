"""A reviewer sees what was forwarded beside what exists, and decides in one step."""

import pytest
from django.core import mail

from manumit.accounts.types import User
from manumit.contributions import selectors, services
from manumit.contributions.errors import NoProposal, NothingSaid, TooLate
from manumit.journal.models import Entry
from manumit.library.models import Judgment, Text, Work
from tests.paths import JUDGMENT

pytestmark = pytest.mark.django_db
LIST = "/editorial/contributions/"
HELD = "hk/case/2018-hkca-473"


@pytest.fixture
def editor(client):
    person = User.objects.create_superuser("editor@manumit.example", "a long enough password")
    client.force_login(person)
    return client


def proposed(editor, one):
    page = editor.get(f"{LIST}{one.pk}/")
    return {name: value for name, value in page.context["form"].initial.items() if value}


def test_a_forwarded_judgment_becomes_a_draft_with_its_text_and_is_followed_to_publication(
    editor, forward, client
):
    receipt, one = forward(
        JUDGMENT.read_bytes(), what="case", credit="The Harbour Clinic", anonymous="no"
    )
    values = proposed(editor, one)
    assert values["kind"] == "judgment"
    assert values["forum"]
    assert values["decided_on"]
    assert values["neutral_citation"]
    answer = editor.post(f"{LIST}{one.pk}/accept/", values)
    assert answer.status_code == 302, answer.context["form"].errors
    draft = Judgment.objects.get(key=values["key"])
    assert not draft.live
    assert draft.neutral_citation == values["neutral_citation"]
    assert draft.sources[0]["publisher"] == "forwarded by The Harbour Clinic"
    assert Text.objects.filter(work=draft).exists()
    assert "An editor works on it." in client.get(f"/forward/{receipt}").content.decode()
    draft.save_revision().publish()
    assert f'href="/{draft.key}"' in client.get(f"/forward/{receipt}").content.decode()


def test_a_case_is_proposed_from_its_citation_alone(editor, forward):
    _, one = forward(what="case", citation="HKSAR v Somebody [2031] HKCFA 99")
    values = proposed(editor, one)
    assert values["key"] == "hk/case/2031-hkcfa-99"
    assert values["forum"] == "hkcfa"
    assert values["neutral_citation"] == "[2031] HKCFA 99"


def test_what_is_missing_in_the_proposal_is_told_and_nothing_is_made(editor, forward):
    _, one = forward(what="case", citation="[2031] HKCFA 99")
    page = editor.post(f"{LIST}{one.pk}/accept/", proposed(editor, one) | {"title": "A v B"})
    assert "decided_on" in page.content.decode()
    assert not Work.objects.exists()
    assert selectors.waiting()


def test_a_report_becomes_a_draft_publication_with_its_topics(editor, forward):
    text = b"Forced labour on lantern boats\n\nA report on forced labour."
    _, one = forward(
        text,
        what="report",
        citation="Forced labour on lantern boats",
        address="https://watch.example/lantern",
    )
    values = proposed(editor, one)
    assert "forced-labour" in values["topics"]
    assert editor.post(f"{LIST}{one.pk}/accept/", values).status_code == 302
    assert Work.objects.get().as_kind().official_url == "https://watch.example/lantern"


def test_it_stands_beside_what_exists_drafts_too(starter, editor, forward):
    Work.objects.filter(key=HELD).update(live=False)
    _, one = forward(citation="[2018] HKCA 473", what="correction", about=f"{HELD}/para_3")
    page = editor.get(f"{LIST}{one.pk}/").content.decode()
    Work.objects.filter(key=HELD).update(live=True)
    assert HELD in page
    assert f'name="key" value="{HELD}"' in page
    assert HELD in editor.get(f"{LIST}{one.pk}/").content.decode()
    assert editor.post(f"{LIST}{one.pk}/close/", {"key": HELD}).status_code == 302
    assert selectors.contribution(one.pk).stands == "accepted"


def test_the_same_file_is_known_again(editor, forward):
    forward(b"the very same words", text="first")
    _, second = forward(b"the very same words", text="second")
    assert "The same file came before" in editor.get(f"{LIST}{second.pk}/").content.decode()


def test_the_contributor_is_mailed_that_there_is_news_and_nothing_else(
    editor, forward, django_capture_on_commit_callbacks
):
    receipt, one = forward(text="SECRET WORDS", email="me@here.example", credit="Maria")
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(f"{LIST}{one.pk}/ask/", {"words": "Which SECRET?"})
    [sent] = mail.outbox
    assert sent.to == ["me@here.example"]
    for word in ("SECRET", "Maria", receipt, str(one.pk), "trafficking"):
        assert word not in sent.subject + sent.body
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(f"{LIST}{one.pk}/decline/", {"words": "We hold no such thing."})
    assert len(mail.outbox) == 2
    left = selectors.by_receipt(receipt)
    assert (left.text, left.email, left.reason) == ("", "", "We hold no such thing.")


def test_without_a_reason_nothing_is_declined(forward, at):
    _, one = forward(text="x")
    with pytest.raises(NothingSaid):
        services.decline(pk=one.pk, reason=" ", by=None, at=at)


def test_of_two_reviewers_one_decides_and_the_other_is_told(editor, forward, at):
    _, one = forward(text="x")
    services.decline(pk=one.pk, reason="no", by=None, at=at)
    with pytest.raises(TooLate):
        services.ask(pk=one.pk, question="?", by=None, at=at)
    page = editor.post(f"{LIST}{one.pk}/ask/", {"words": "?"}, follow=True)
    assert "decided on or taken back in the meantime" in page.content.decode()


def test_a_key_that_is_taken_is_refused(starter, forward, at):
    _, one = forward(citation="[2018] HKCA 473")
    proposal = selectors.proposal_for(one)
    with pytest.raises(NoProposal, match="on the shelves already"):
        services.accept(pk=one.pk, proposal=proposal, with_text=False, by=None, at=at)


def test_the_journal_knows_who_decided_and_nobody_who_forwarded(editor, forward):
    _, one = forward(text="x", email="me@here.example", credit="Maria")
    editor.post(f"{LIST}{one.pk}/decline/", {"words": "no"})
    entry = Entry.objects.get(action="contribution declined")
    assert entry.by.email == "editor@manumit.example"
    assert entry.detail == {"what": "case"}


def test_a_file_is_only_ever_saved_under_a_name_of_ours(editor, forward):
    _, one = forward(b"plain words", text="x")
    answer = editor.get(f"{LIST}{one.pk}/file/")
    assert answer["Content-Disposition"] == 'attachment; filename="forwarded.txt"'
    assert answer["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize("address", [LIST, f"{LIST}1/", f"{LIST}1/file/", f"{LIST}persons/{HELD}"])
def test_only_reviewers_enter(client, address):
    assert client.get(address).status_code == 302
    person = User.objects.create_user("nobody@manumit.example", "a long enough password")
    client.force_login(person)
    assert client.get(address).status_code in {302, 403, 404}


def test_the_list_shows_requests_to_take_down_first(editor, forward):
    forward(text="something else")
    forward(text="It names me.", what="takedown", about=HELD)
    page = editor.get(LIST).content.decode()
    assert page.index("request to take something down") < page.index("A case")
