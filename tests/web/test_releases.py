"""The Centre's own publications: by month, by series, on the home page and as a feed."""

import feedparser
import pytest

from manumit.library.models import Publication

pytestmark = pytest.mark.django_db
SOURCES = [{"publisher": "A", "for": ["title"], "on": "2026-11-01"}]


@pytest.fixture
def released():
    def make(name, published_on, **given):
        given = {"release": True, "live": True} | given
        return Publication.objects.create(
            key=f"hk/pub/{name}", title=f"Release {name}", publication_type="report",
            publisher="The Centre", published_on=published_on, sources=SOURCES, **given,
        )  # fmt: skip

    make("one", "2026-10-02", series="Law by country")
    make("two", "2026-11-03")
    make("three", "2026-11-01", series="Law by country")
    make("hidden", "2026-11-04", live=False)
    make("theirs", "2026-11-05", release=False)


def test_releases_stand_by_month_the_newest_first(client, released):
    page = client.get("/releases")
    months = [(month, [work.title for work in works]) for month, works in page.context["months"]]
    assert months == [
        ("2026-11", ["Release two", "Release three"]),
        ("2026-10", ["Release one"]),
    ]
    assert "November 2026" in page.content.decode()


def test_a_release_shows_its_first_paragraph_and_no_stump_of_the_next(client, released):
    Publication.objects.filter(title="Release two").update(body="# Why\n\nOf lanterns.\n\nOf oil.")
    page = client.get("/releases").content.decode()
    assert "<p>Of lanterns.</p>" in page
    assert "Of oil" not in page


def test_a_series_has_its_page(client, released):
    assert "Law by country (2)" in client.get("/releases").content.decode()
    page = client.get("/releases", {"series": "Law by country"}).content.decode()
    assert "Release one" in page
    assert "Release two" not in page


def test_a_new_release_is_on_the_home_page_and_in_the_feed(client, released):
    assert "All releases" in client.get("/").content.decode()
    feed = feedparser.parse(client.get("/releases/feed").content)
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == [
        "Release two",
        "Release three",
        "Release one",
    ]


def test_a_centre_that_released_nothing_says_so(client):
    assert "released nothing yet" in client.get("/releases").content.decode()
