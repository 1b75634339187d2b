"""The addresses that feed readers and harvesters ask for."""

from django.urls import path

from manumit.feeds import found

app_name = "feeds"

urlpatterns = [
    path("search/feed", found.search_feed, name="search"),
]
