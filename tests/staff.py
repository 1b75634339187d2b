"""People with roles who are signed in, for tests of the pages that need them."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from manumit.accounts.services import add_person
from manumit.accounts.types import User

PASSWORD = "lantern oil for Thursday"


def person_with(*roles: str, email: str = "ada@example.org") -> User:
    """Somebody with these roles and a password."""
    add_person(email=email, roles=[], by=None, at=timezone.now())
    person = User.objects.get(email=email)
    person.set_password(PASSWORD)
    person.save()
    person.groups.set(Group.objects.filter(name__in=roles))
    return person


def with_app(person: User) -> str:
    """Set up an authenticator app for somebody; returns its secret."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def code_of(secret: str, *, steps: int = 0) -> str:
    """What the app shows now, or some half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


class StaffClient(Client):
    """A browser in which whoever is signed in has shown a second factor."""

    def force_login(self, user: User, backend: str | None = None) -> None:
        super().force_login(user, backend)
        if not Authenticator.objects.filter(user=user).exists():
            with_app(user)
        session = self.session
        session["account_authentication_methods_user"] = str(user.pk)
        session["account_authentication_methods"] = [
            {"method": method, "at": time.time(), "reauthenticated": True}
            for method in ("password", "mfa")
        ]
        session.save()
