from django.apps import AppConfig
from django.conf import settings

from manumit.reference import look_beside


class VocabConfig(AppConfig):
    name = "manumit.vocab"
    label = "vocab"

    def ready(self) -> None:
        """Whoever asks the reference hears what this Centre says of concepts itself."""
        look_beside(settings.MANUMIT_VOCABULARY)
