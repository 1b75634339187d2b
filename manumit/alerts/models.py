"""Who gets a mail when a release appears: an address, sealed, and since when. Nothing else is kept."""

from django.db import models

from manumit.base.sealing import SealedTextField


class Subscription(models.Model):
    """One address that was confirmed by its owner.

    ``fingerprint`` is a keyed hash, by which an address is found again and cannot be read.
    """

    fingerprint = models.CharField(max_length=64, unique=True)
    address = SealedTextField()
    language = models.CharField(max_length=16, default="en")
    # Releases that readers first had after this moment were not sent yet.
    sent_until = models.DateTimeField()

    def __str__(self) -> str:
        return f"subscription {self.pk}"
