"""What follows when a person changes how they prove to be themselves.

allauth tells of it by signals, and in no other way.
"""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.dispatch import receiver
from django.http import HttpRequest

from manumit.accounts.services import end_sessions
from manumit.accounts.types import User


@receiver([authenticator_added, authenticator_removed, authenticator_reset])
def on_factor_changed(request: HttpRequest, user: User, **_told: Any) -> None:
    """Give this browser a new session key; every other one has to sign in again."""
    request.session.cycle_key()
    end_sessions(person=user, but=request.session.session_key)


@receiver(authenticator_added)
def on_factor_added(
    request: HttpRequest, user: User, authenticator: Authenticator, **_told: Any
) -> None:
    """Whoever has just set up a factor has shown that they have it."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        proof = {"id": authenticator.pk, "type": authenticator.type, "reauthenticated": True}
        record_authentication(request, user, "mfa", **proof)


@receiver([password_changed, password_reset, password_set])
def on_password_changed(request: HttpRequest, user: User, **_told: Any) -> None:
    """Who was signed in by the old password is so no longer."""
    end_sessions(person=user, but=request.session.session_key)
