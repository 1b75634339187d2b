from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "manumit.search"
    label = "search"
