from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "manumit.pages"
    label = "pages"
