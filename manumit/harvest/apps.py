from django.apps import AppConfig


class HarvestConfig(AppConfig):
    name = "manumit.harvest"
    label = "harvest"
