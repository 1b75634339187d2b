"""Every address of the site does for every role what docs/roles.md says, and nothing more."""

import re

import pytest
from django.db import connection
from django.test import Client
from wagtail.models import Page

from manumit.accounts.types import Role
from manumit.directory.models import Organisation
from manumit.library.models import Work
from manumit.pages.models import Page as SitePage
from tests.paths import REPOSITORY
from tests.staff import StaffClient, person_with, with_app
from tests.web.crawl import addresses, outcome

pytestmark = pytest.mark.usefixtures("starter")

NOBODY = "nobody signed in"
KINDS = ("judgment", "instrument", "legislation", "publication")
STAFF_PAGES = ("/editorial/", "/account/people/", "/desk/staff/")
# The program's own bookkeeping, which any request may move.
UNTOLD = {"accounts_session", "throttle", "django_session", "accounts_user"}


@pytest.fixture
def everywhere() -> list[str]:
    ids = {kind: Work.objects.filter(kind=kind).values_list("pk", flat=True)[0] for kind in KINDS}
    ids["organisation"] = Organisation.objects.values_list("pk", flat=True)[0]
    ids["page"] = SitePage.objects.values_list("pk", flat=True)[0]
    # Of the pages that Wagtail brings, the first is a root that has no place to be moved to.
    found = addresses({**ids, "pages": Page.objects.get(depth=2).pk})
    assert len(found) > 250
    # Signing out ends the walk.
    return [one for one in found if "/logout/" not in one]


def matrix() -> dict[str, dict[str, bool]]:
    """The table: for each pattern of addresses, which roles may."""
    lines = (REPOSITORY / "docs/roles.md").read_text("utf-8").splitlines()
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("|")
    ]
    heads = next(row for row in rows if row[0] == "addresses")[2:]
    return {
        row[0].strip("`"): dict(zip(heads, (mark == "✓" for mark in row[2:]), strict=True))
        for row in rows
        if row[0].startswith("`/")
    }


def row_of(address: str, table: dict[str, dict[str, bool]]) -> dict[str, bool]:
    """The row that counts: the longest that fits."""
    fits = [one for one in table if re.match(re.escape(one).replace(r"\*", "[^/]+"), address)]
    return table[max(fits, key=len)]


def browser_of(role: str) -> Client:
    client = StaffClient()
    if role != NOBODY:
        client.force_login(person_with(role))
    return client


def test_the_table_is_about_every_role():
    for row in matrix().values():
        assert list(row) == [NOBODY, *Role]


@pytest.mark.parametrize("role", [NOBODY, *Role])
def test_every_address_does_for_a_role_what_the_table_says(role, everywhere):
    table, client = matrix(), browser_of(role)
    wrong = []
    for address in everywhere:
        may, got = row_of(address, table)[role], outcome(client, "GET", address)
        if got == ("shut" if may else "open"):
            wrong.append(f"{address} is {got}")
    assert wrong == []


@pytest.mark.parametrize("role", [NOBODY, *Role])
def test_nothing_is_changed_by_who_may_not(role, everywhere):
    table, client = matrix(), browser_of(role)
    before = rows_of_every_table()
    shut = [one for one in everywhere if not row_of(one, table)[role]]
    assert shut
    wrong = [one for one in shut if outcome(client, "POST", one) == "open"]
    assert wrong == []
    assert rows_of_every_table() == before


@pytest.mark.parametrize("has_app", [False, True], ids=["not set up", "not shown"])
@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR, Role.DESK_CUSTODIAN])
def test_without_a_second_factor_no_page_of_staff_opens(role, has_app, everywhere):
    person, client = person_with(role), Client()
    if has_app:
        with_app(person)
    client.force_login(person)
    pages = [one for one in everywhere if one.startswith(STAFF_PAGES)]
    wrong = [
        f"{method} {one}"
        for one in pages
        for method in ("GET", "POST")
        if outcome(client, method, one) == "open" or client.generic(method, one).status_code == 200
    ]
    assert wrong == []


def test_a_form_of_another_site_changes_nothing_anywhere(everywhere):
    client = StaffClient(enforce_csrf_checks=True)
    client.force_login(person_with(Role.ADMINISTRATOR))
    before = rows_of_every_table()
    opened = [one for one in everywhere if outcome(client, "POST", one) == "open"]
    # The checker of citations and the guide keep nothing, and need no cookie for it; what the guide
    # found is shown at the desk as a question to be sent.
    guide = [
        "/desk/question/from-guide/",
        "/guide",
        "/guide/all",
        "/guide/memo",
        "/guide/outcome",
        "/guide/step",
    ]
    assert opened == ["/check", *guide]
    assert rows_of_every_table() == before


def test_reading_searching_and_checking_need_no_account_and_leave_no_cookie(client):
    for address in (
        "/",
        "/search?q=trafficking",
        "/hk/law/cap-200",
        "/help",
        "/guide",
        "/api/schema",
        "/check",
    ):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert not answer.cookies
    assert client.post("/check", {"text": "Cap. 200"}).status_code == 200
    assert not client.cookies


def rows_of_every_table() -> dict[str, int]:
    with connection.cursor() as cursor:
        counts = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")
            counts[table] = cursor.fetchone()[0]
    return {table: count for table, count in counts.items() if table not in UNTOLD}
