from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "manumit.accounts"
    label = "accounts"
