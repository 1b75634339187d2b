from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "manumit.contributions"
    label = "contributions"
