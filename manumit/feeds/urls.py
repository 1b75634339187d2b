"""The addresses that feed readers and harvesters ask for."""

from django.urls import path

from manumit.feeds import found
from manumit.feeds.ratifications import RatificationFeed

app_name = "feeds"

urlpatterns = [
    path("search/feed", found.search_feed, name="search"),
    path("status/feed", RatificationFeed(), name="ratifications"),
]
