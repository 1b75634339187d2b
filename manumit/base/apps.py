from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "manumit.base"
    label = "base"
