"""Ratification watch: a feed that readers' programs understand."""

import feedparser
import pytest

pytestmark = pytest.mark.usefixtures("starter")


def test_the_latest_acts_come_first_and_lead_to_the_position_of_their_day(client):
    response = client.get("/status/feed")
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    assert len(feed.entries) == 50
    days = [entry.published for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert len({entry.id for entry in feed.entries}) == 50
    for entry in feed.entries[:5]:
        path = entry.link.split("/", 3)[3]
        assert client.get(f"/{path}").status_code == 200
