from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "manumit.library"
    label = "library"
