"""An editor sees where a depositary's table and a record differ, both sides beside each other."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils.html import escape

from manumit.accounts.types import User
from manumit.editorial import tables as page_of
from manumit.formats import format_named
from manumit.library.models import Instrument, SeenDifference
from manumit.library.services import keep_table
from tests.library.conftest import *  # noqa: F403 -- loading records from texts
from tests.library.files import SOURCES, TREATY, treaty
from tests.paths import SAMPLES

pytestmark = pytest.mark.django_db
PAGE = "/editorial/status-tables/"
EVENTS = """\
identifiers: {untc: XII-99}
events:
- {party: eu, act: signature, on: 1991-03-05, source: page, gist: Signed by lamplight.}
- {party: th, act: accession, on: 1990-01-01, source: page}
"""
WITH_ID = SOURCES.replace("- publisher", "- id: page\n  url: https://x.example/\n  publisher")


@pytest.fixture
def convention(load, at) -> Instrument:
    """A record, and the table of the treaty as of 2005."""
    load({TREATY: treaty(EVENTS, sources=WITH_ID)})
    for name in ("12-99.csv", "12-99.txt"):
        data = (SAMPLES / "formats" / "untc" / name).read_bytes()
        [document] = format_named("untc").read(data, name)
        keep_table(
            document=document, digest=name, about=None, printed_on=date(2005, 1, 1), by=None, at=at
        )
    return Instrument.objects.get(key=TREATY)


@pytest.fixture
def editor(client):
    person = User.objects.create_superuser("editor@manumit.example", "a long enough password")
    client.force_login(person)
    return client


def listed(client, **asked):
    return list(client.get(PAGE, asked).context["page"].object_list)


def decide(client, what, one, **given):
    form = {"work": one.key, "fingerprint": one.fingerprint} | given
    return client.post(f"{PAGE}{what}/", form, follow=True).content.decode()


def test_both_sides_stand_beside_each_other_with_their_sources(editor, convention):
    page = editor.get(PAGE, {"kind": "different"}).content.decode()
    assert "1 difference<" in page
    row = page.partition('<table class="listing">')[2]
    _, _, table, record, _ = row.split("<td>")
    assert "European Union: 4 Mar 1991" in table
    assert 'mtdsg_no=XII-99&amp;clang=_en"' in table
    assert "as of 1 January 2005" in table
    assert "eu signature 1991-03-05" in record
    assert "Signed by lamplight." in record
    assert '<a href="https://x.example/"' in record
    assert "looked at on 2026-11-01" in record


def test_a_difference_leads_to_the_form_of_the_record(editor, convention):
    page = editor.get(PAGE).content.decode()
    [address] = set(re.findall(r'href="(/editorial/snippets/library/instrument/[^"]+)"', page))
    assert editor.get(address).status_code == 200


def test_differences_are_filtered_by_instrument_and_kind(editor, convention):
    everything = listed(editor)
    assert {one.kind for one in everything} == {"missing", "different", "only_here", "open"}
    assert {one.kind for one in listed(editor, kind="missing")} == {"missing"}
    assert len(listed(editor, work=TREATY)) == len(everything)
    assert listed(editor, work="un/treaty/other") == []


def test_a_missing_act_goes_into_a_draft_with_one_click(editor, convention):
    first, second = listed(editor, kind="missing")
    page = decide(editor, "take", first, asked_kind="missing")
    assert "Taken into a draft of the record" in page
    assert "An unpublished draft has it." in page
    convention.refresh_from_db()
    assert convention.events.count() == 2
    assert convention.has_unpublished_changes
    assert convention.latest_revision.user.email == "editor@manumit.example"
    assert "has it already" in decide(editor, "take", first)
    assert page.count("Take into the record") == 1
    assert [one.drafted for one in listed(editor, kind="missing")] == [True, False]
    assert second.act.act == "provisional-application"


def test_what_is_right_in_the_record_is_dismissed_with_a_reason(editor, convention):
    [one] = listed(editor, kind="only_here")
    assert "say why" in decide(editor, "dismiss", one, reason=" ")
    decide(editor, "dismiss", one, reason="told by the <ministry>")
    assert listed(editor, kind="only_here") == []
    page = editor.get(PAGE, {"seen": "1"}).content.decode()
    assert escape("told by the <ministry>") in page
    assert "editor@manumit.example" in page
    editor.post(f"{PAGE}look-again/{SeenDifference.objects.get().pk}/", {"asked_seen": "1"})
    assert len(listed(editor, kind="only_here")) == 1


def test_after_a_decision_the_list_is_filtered_as_before(editor, convention):
    [one] = listed(editor, kind="only_here")
    form = {"work": one.key, "fingerprint": one.fingerprint, "reason": "seen"}
    answer = editor.post(f"{PAGE}dismiss/", form | {"asked_kind": "missing", "asked_work": TREATY})
    assert answer.url == f"{PAGE}?work={TREATY.replace('/', '%2F')}&kind=missing"


def test_a_click_on_what_has_changed_since_does_nothing(editor, convention):
    [one] = listed(editor, kind="different")
    convention.events.filter(party="eu").update(on="1991-03-07")
    assert "look again" in decide(editor, "dismiss", one, reason="seen")
    assert not SeenDifference.objects.exists()


def test_a_record_that_cannot_be_compared_is_named(editor, convention):
    convention.events.filter(party="eu").update(on="some day")
    page = editor.get(PAGE).content.decode()
    assert (
        f'Not compared: <a href="/editorial/snippets/library/instrument/edit/{convention.pk}/"'
        in page
    )


def test_tables_without_a_record_are_told(editor, convention):
    Instrument.objects.get().delete()
    page = editor.get(PAGE).content.decode()
    assert "Tables of treaties without a record" in page
    assert ">XII-99</a> (14)" in page


def test_many_differences_are_paged_with_the_filter_kept(editor, convention, monkeypatch):
    monkeypatch.setattr(page_of, "_A_PAGE", 1)
    page = editor.get(PAGE, {"kind": "missing"})
    assert 'href="?kind=missing&amp;p=2"' in page.content.decode()
    assert len(listed(editor, kind="missing", p="2")) == 1


def test_the_page_needs_no_script(editor, convention):
    content = editor.get(PAGE).content.decode()
    ours = content[content.index('<form method="get" class="asked">') : content.rindex("</table>")]
    assert "<script" not in ours
    assert "onclick" not in ours


def test_only_who_may_change_instruments_enters(client, convention):
    assert "login" in client.get(PAGE).url
    person = User.objects.create_user("reader@manumit.example", "a long enough password")
    person.groups.add(Group.objects.get(name="desk-adviser"))
    admin = Permission.objects.get(codename="access_admin")
    person.user_permissions.add(admin)
    client.force_login(person)
    addresses = {"": client.get, "take/": client.post, "dismiss/": client.post}
    for address, ask in (addresses | {"look-again/1/": client.post}).items():
        assert ask(f"{PAGE}{address}").url == "/editorial/", address
    before = SeenDifference.objects.count()
    client.post(f"{PAGE}dismiss/", {"work": TREATY, "fingerprint": "0", "reason": "x"})
    assert SeenDifference.objects.count() == before
    person.user_permissions.add(Permission.objects.get(codename="change_instrument"))
    assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize("address", ["take/", "dismiss/", "look-again/1/"])
def test_nothing_is_decided_by_following_a_link(editor, convention, address):
    assert editor.get(f"{PAGE}{address}").status_code == 405
