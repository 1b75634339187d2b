from django.apps import AppConfig


class VocabConfig(AppConfig):
    name = "manumit.vocab"
    label = "vocab"
