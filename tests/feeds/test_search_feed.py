"""A search can be followed: its address is a feed of what is new on the shelves."""

import re

import feedparser
import pytest

from manumit.library.models import Work
from manumit.search.services import bring_up_to_date
from tests.library.files import CASE, judgment

pytestmark = pytest.mark.usefixtures("starter")
ASKED = "/search/feed?q=trafficking&kind=judgment"


def entries(client, address=ASKED):
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    read = feedparser.parse(response.content)
    assert not read.bozo
    return read.entries


def test_it_has_the_answers_to_the_search_and_no_others(client):
    found = entries(client)
    assert len(found) == 50
    keys = {re.sub(r"^http://testserver/", "", entry.link) for entry in found}
    assert all(entry.id == entry.link and entry.updated for entry in found)
    assert Work.objects.filter(key__in=keys, kind="judgment", live=True).count() == 50


def test_what_came_last_stands_first_and_a_work_taken_back_is_gone(client, load):
    load({CASE: judgment("outcome: About trafficking.\n")})
    bring_up_to_date()
    assert entries(client)[0].title == "A.B. and Mac Lantern v. Nowhere"
    Work.objects.filter(key=CASE).update(live=False)  # and the index does not know it yet
    assert CASE not in client.get(ASKED).content.decode()


def test_a_draft_is_in_no_feed(client, load):
    load({CASE: judgment("outcome: About trafficking.\n", status="draft")})
    bring_up_to_date()
    assert CASE not in client.get("/search/feed").content.decode()


def test_a_reader_is_led_to_it_from_the_page_with_all_that_was_chosen(client):
    page = client.get("/search?q=trafficking&kind=judgment&sort=oldest&page=2").content.decode()
    linked = re.search(
        r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]+)"', page
    )
    assert linked
    address = linked[1].replace("&amp;", "&")
    assert address == ASKED
    assert "Follow this search" in page


@pytest.mark.parametrize("query", ["%00%08%ED%A0%80", "%22%3Cb%3E", "%E2%80%AE", "*" * 400, ""])
def test_no_query_breaks_it(client, query):
    assert client.get(f"/search/feed?q={query}&on=x&page=9&topic=%0B").status_code == 200
    entries(client, f"/search/feed?q={query}")


def test_without_an_index_it_says_so(client, settings, tmp_path):
    settings.MANUMIT_INDEX = tmp_path / "none"
    assert client.get(ASKED).status_code == 503
