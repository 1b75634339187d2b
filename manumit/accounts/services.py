"""Changes to accounts."""

import secrets

from django.db import transaction

from manumit.accounts.models import User


@transaction.atomic
def create_first_administrator(*, email: str) -> str | None:
    """Make the first person of a new Centre; returns the password, to be shown once.

    Returns None when the Centre has people already: then nothing is changed.
    """
    if User.objects.exists():
        return None
    password = secrets.token_urlsafe(12)
    User.objects.create_superuser(email, password)
    return password
