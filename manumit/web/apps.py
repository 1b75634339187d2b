from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "manumit.web"
    label = "web"
