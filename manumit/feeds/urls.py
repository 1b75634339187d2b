"""The addresses that feed readers and harvesters ask for."""

from django.urls import path

from manumit.feeds import found
from manumit.feeds.changes import ChangesFeed
from manumit.feeds.ratifications import RatificationFeed
from manumit.feeds.releases import ReleasesFeed

app_name = "feeds"

urlpatterns = [
    path("search/feed", found.search_feed, name="search"),
    path("changes/feed", ChangesFeed(), name="changes"),
    path("releases/feed", ReleasesFeed(), name="releases"),
    path("status/feed", RatificationFeed(), name="ratifications"),
]
