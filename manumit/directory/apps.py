from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "manumit.directory"
    label = "directory"
