"""What readers knew is withdrawn and never deleted; a draft goes with the journal knowing of it."""

import pytest
from django.utils import timezone

from manumit.journal import selectors as journal
from manumit.library.models import Legislation, Relation
from manumit.pages.models import Page

pytestmark = pytest.mark.usefixtures("db")
SHELF = "/editorial/snippets/library/legislation"
SOURCES = [{"publisher": "Department of Justice", "for": ["title"], "on": "2026-11-22"}]


def law(number, **given):
    row = Legislation(
        key=f"hk/law/cap-{number}",
        title=f"Lanterns Ordinance {number}",
        legislation_type="ordinance",
        number=f"Cap. {number}",
        **{"live": False, "sources": SOURCES, **given},
    )
    row.save()
    return row


@pytest.fixture
def draft():
    return law(9998)


@pytest.fixture
def read(draft):
    """A law before readers, with which the draft deals."""
    row = law(9997, live=True, first_published_at=timezone.now())
    Relation.objects.create(work=draft, kind="amends", target_key=row.key, target=row)
    return row


def words(response):
    return " ".join(response.content.decode().split())


def test_before_a_draft_goes_what_rests_on_it_is_shown_and_then_the_journal_knows(
    administrator, draft
):
    other = law(9996)
    Relation.objects.create(work=other, kind="amends", target_key=draft.key, target=draft)
    page = words(administrator.get(f"{SHELF}/delete/{draft.pk}/"))
    assert "Lanterns Ordinance 9996" in page
    assert "Yes, delete" in page
    assert "Referenced" not in page
    before = journal.last_number()
    assert administrator.post(f"{SHELF}/delete/{draft.pk}/").status_code == 302
    assert not Legislation.objects.filter(key=draft.key).exists()
    (entry,) = journal.changes_since(before)
    assert (entry.action, entry.subject) == ("draft discarded", draft.key)


def test_what_readers_see_is_led_to_withdrawal_and_stays(administrator, read):
    page = words(administrator.get(f"{SHELF}/delete/{read.pk}/"))
    assert f'href="{SHELF}/unpublish/{read.pk}/"' in page
    assert "Lanterns Ordinance 9998" in page
    assert "Yes, delete" not in page
    answer = administrator.post(f"{SHELF}/delete/{read.pk}/", follow=True)
    assert "withdraw it instead" in words(answer)
    assert Legislation.objects.filter(key=read.key, live=True).exists()


def test_what_readers_knew_once_stays_too(administrator, read):
    read.unpublish()
    assert "It is withdrawn already." in words(administrator.get(f"{SHELF}/delete/{read.pk}/"))
    administrator.post(f"{SHELF}/delete/{read.pk}/")
    assert Legislation.objects.filter(key=read.key).exists()


def test_of_many_that_are_deleted_at_once_only_drafts_go(administrator, draft, read):
    before = journal.last_number()
    ids = f"id={draft.pk}&id={read.pk}"
    administrator.post(f"/editorial/bulk/library/legislation/delete/?{ids}")
    assert list(Legislation.objects.values_list("key", flat=True)) == [read.key]
    assert [one.subject for one in journal.changes_since(before)] == [draft.key]


def test_a_page_of_the_site_is_kept_alike(administrator):
    page = Page(key="site/page/lamps/en", title="Lamps", language="en", live=True, sources=SOURCES)
    page.save()
    address = f"/editorial/snippets/pages/page/delete/{page.pk}/"
    assert "so it is not deleted" in words(administrator.get(address))
    administrator.post(address)
    assert Page.objects.filter(key=page.key).exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_order_of_pages_that_are_not_here_is_no_error(administrator, method):
    answer = getattr(administrator, method)("/editorial/pages/1/set_position/")
    assert answer.status_code == 404
