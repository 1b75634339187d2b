from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "manumit.accounts"
    label = "accounts"

    def ready(self) -> None:
        import_module("manumit.accounts.changes")  # models are there only now
