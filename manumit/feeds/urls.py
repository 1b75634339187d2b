"""The addresses of the feeds."""

from django.urls import path

from manumit.feeds.ratifications import RatificationFeed

app_name = "feeds"

urlpatterns = [
    path("status/feed", RatificationFeed(), name="ratifications"),
]
