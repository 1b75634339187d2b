from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "manumit.desk"
    label = "desk"
