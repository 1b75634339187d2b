"""What allauth asks the house."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from manumit.accounts.selectors import is_staff, second_factors
from manumit.accounts.services import take_in_contributor
from manumit.accounts.types import User
from manumit.base.addresses import in_mail
from manumit.base.sealing import seal, unseal

_PURPOSE = "second factor"


class AccountAdapter(DefaultAccountAdapter):
    """Signing up and signing in."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether visitors may make themselves an account."""
        return bool(settings.MANUMIT_SIGNUP)

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Whoever signed in a moment ago has just shown who they are."""
        records = get_authentication_records(self.request, self.request.user)
        fresh = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return not any(record["at"] > fresh for record in records)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Links lead to the Centre's own address, whatever host the browser named."""
        links = {
            name: in_mail(value)
            for name, value in context.items()
            if name.endswith("_url") and isinstance(value, str)
        }
        super().send_mail(template_prefix, email, context | links)

    @transaction.atomic
    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:  # noqa: FBT001, FBT002 -- allauth's
        """Whoever signs up is a contributor."""
        person: User = super().save_user(request, user, form, commit)
        take_in_contributor(person=person, at=timezone.now())
        return person


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors: their secrets are of no use without the key of the Centre."""

    def encrypt(self, text: str) -> str:
        """A secret as the database keeps it."""
        return seal(text.encode(), _PURPOSE).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """A secret as it is used."""
        return unseal(encrypted_text.encode(), _PURPOSE).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Staff keep one: the other is set up before the one is removed."""
        person = authenticator.user
        return not is_staff(person) or second_factors(person).exclude(pk=authenticator.pk).exists()
