from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "manumit.alerts"
    label = "alerts"
