from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "manumit.journal"
    label = "journal"
