"""What rests on a work is seen before it is withdrawn, and why it was is told."""

import pytest

from manumit.journal import selectors as journal
from manumit.library.models import Work

pytestmark = pytest.mark.usefixtures("starter")
SHELF = "/editorial/snippets/library"


def test_what_cites_applies_decides_about_and_guides_to_a_work_is_listed(administrator):
    protocol = Work.objects.get(key="un/treaty/palermo-protocol")
    page = administrator.get(f"{SHELF}/instrument/usage/{protocol.pk}/").content.decode()
    assert "Rantsev v. Cyprus and Russia" in page
    assert "is open to its parties" not in page
    assert "Is it trafficking?: Is someone in danger now?" in page
    convention = Work.objects.get(key="un/treaty/untoc")
    page = administrator.get(f"{SHELF}/instrument/usage/{convention.pk}/").content.decode()
    assert "is open to its parties" in page
    law = Work.objects.get(key="hk/law/cap-200")
    page = administrator.get(f"{SHELF}/legislation/usage/{law.pk}/").content.decode()
    assert "Is it trafficking? (hk): Hong Kong has no offence" in page
    assert "has a finding about" in page or "applies" in page


def test_whoever_withdraws_a_work_sees_what_rests_on_it_says_why_and_is_told_of(administrator):
    protocol = Work.objects.get(key="un/treaty/palermo-protocol")
    address = f"{SHELF}/instrument/unpublish/{protocol.pk}/"
    page = administrator.get(address).content.decode()
    assert "Rantsev v. Cyprus and Russia" in page
    assert "referenced 0 times" not in page
    before = journal.last_number()
    administrator.post(address, {"why": "It was entered twice."})
    protocol.refresh_from_db()
    assert protocol.withdrawn_at
    (change,) = journal.changes_since(before)
    (told,) = journal.told(journal.entries()[:1])
    assert (change.action, change.subject) == ("unpublished", protocol.key)
    assert (told.why, told.person) == ("It was entered twice.", "root@example.org")
    assert administrator.get("/un/treaty/palermo-protocol").status_code == 410
