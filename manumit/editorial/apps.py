from django.apps import AppConfig


class EditorialConfig(AppConfig):
    name = "manumit.editorial"
    label = "editorial"
