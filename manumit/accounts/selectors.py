"""Reading about people: what they are here for, and how they have proved to be themselves."""

import time
from datetime import datetime

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.db.models import QuerySet
from django.http import HttpRequest

from manumit.accounts.errors import AccountsError
from manumit.accounts.models import Event, Session, User
from manumit.accounts.roles import WITHOUT_SECOND_FACTOR, Role

_PROOF_LASTS = 12 * 60 * 60  # seconds: a working day
_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def people() -> QuerySet[User]:
    """Everybody with an account, by address, with their roles at hand."""
    return User.objects.order_by("email").prefetch_related("groups", "authenticator_set")


def person_of(email: str) -> User:
    """The person with this address; AccountsError when nobody has it."""
    try:
        return User.objects.get(email__iexact=email.strip())
    except User.DoesNotExist:
        raise AccountsError(f"nobody here has the address {email}") from None


def roles_of(person: User) -> tuple[Role, ...]:
    """The roles that a person was given, in the order of the house."""
    held = {group.name for group in person.groups.all()}
    return tuple(role for role in Role if role in held)


def is_staff(person: User) -> bool:
    """Whether a person needs a second factor: any role above contributor."""
    return person.is_superuser or bool(set(roles_of(person)) - WITHOUT_SECOND_FACTOR)


def second_factors(person: User) -> QuerySet[Authenticator]:
    """The apps and passkeys of a person; recovery codes alone are none."""
    found: QuerySet[Authenticator] = Authenticator.objects.filter(user_id=person.pk)
    return found.filter(type__in=_FACTORS)


def has_proved(request: HttpRequest) -> bool:
    """Whether this session showed a second factor within a working day."""
    records = get_authentication_records(request, request.user)
    since = time.time() - _PROOF_LASTS
    return any(record["method"] == "mfa" and record["at"] >= since for record in records)


def sessions_of(person: User, *, at: datetime) -> QuerySet[Session]:
    """Where a person is signed in at a moment, the newest first."""
    return Session.objects.filter(user=person, expire_date__gt=at).order_by("-began_at")


def events_of(person: User) -> QuerySet[Event]:
    """What was done to an account, the oldest first."""
    return Event.objects.filter(person=person).select_related("by")
