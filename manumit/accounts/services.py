"""Changes to accounts: each says who and when, and stands in the account's events."""

import secrets
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Collection, GroupCollectionPermission

from manumit.accounts.errors import AccountsError
from manumit.accounts.models import Event, Session, User
from manumit.accounts.roles import ON_FILES, PERMISSIONS, Role
from manumit.accounts.selectors import roles_of


@transaction.atomic
def sync_roles() -> None:
    """Make the groups say what ``manumit.accounts.roles`` says, and no other group be there.

    Doing it again changes nothing. Raises AccountsError when a permission does not exist.
    """
    Group.objects.exclude(name__in=list(Role)).delete()
    root = Collection.get_first_root_node()
    for role, names in PERMISSIONS.items():
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set(_permissions(names))
        on_files = _permissions(ON_FILES.get(role, frozenset()))
        held = GroupCollectionPermission.objects.filter(group=group)
        held.exclude(permission__in=on_files).delete()
        for permission in on_files:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=permission
            )


def _permissions(names: frozenset[str]) -> list[Permission]:
    found = {
        f"{one.content_type.app_label}.{one.codename}": one
        for one in Permission.objects.filter(
            codename__in=[name.partition(".")[2] for name in names]
        ).select_related("content_type")
    }
    if missing := sorted(names - found.keys()):
        raise AccountsError(f"no such permission: {', '.join(missing)}")
    return [found[name] for name in names]


@transaction.atomic
def create_first_administrator(*, email: str, at: datetime) -> str | None:
    """Make the first person of a new Centre; returns the password, to be shown once.

    Returns None when the Centre has people already: then nothing is changed.
    """
    if User.objects.exists():
        return None
    password = add_person(email=email, roles=[Role.ADMINISTRATOR], by=None, at=at)
    User.objects.filter(email=email).update(is_staff=True, is_superuser=True)
    return password


@transaction.atomic
def add_person(*, email: str, roles: list[Role], by: User | None, at: datetime) -> str:
    """Make an account whose address needs no proof; returns a password, to be shown once.

    Raises AccountsError for what is no address, and where somebody has it already.
    """
    try:
        validate_email(email)
    except ValidationError:
        raise AccountsError(f"{email} is no e-mail address") from None
    if User.objects.filter(email__iexact=email).exists():
        raise AccountsError(f"somebody has the address {email} already")
    password = secrets.token_urlsafe(15)
    person = User.objects.create_user(email, password)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    Event.objects.create(at=at, by=by, person=person, act=Event.Act.ADDED)
    for role in roles:
        grant_role(person=person, role=role, by=by, at=at)
    return password


@transaction.atomic
def grant_role(*, person: User, role: Role, by: User | None, at: datetime) -> None:
    """Give a role; whoever is signed in as that person has to sign in again.

    Raises AccountsError when the person has it.
    """
    if role in roles_of(person):
        raise AccountsError(f"{person.email} is {role} already")
    person.groups.add(Group.objects.get(name=role))
    _changed(person, Event.Act.GRANTED, role, by, at)


@transaction.atomic
def take_role(*, person: User, role: Role, by: User | None, at: datetime) -> None:
    """Take a role away; whoever is signed in as that person has to sign in again.

    Raises AccountsError when the person does not have it, or is the last administrator.
    """
    if role not in roles_of(person):
        raise AccountsError(f"{person.email} is not {role}")
    if role == Role.ADMINISTRATOR:
        if _administrators().count() == 1:
            raise AccountsError("the last administrator stays: make somebody else one first")
        person.is_staff = person.is_superuser = False
        person.save(update_fields=["is_staff", "is_superuser"])
    person.groups.remove(Group.objects.get(name=role))
    _changed(person, Event.Act.TAKEN, role, by, at)


def _administrators() -> QuerySet[User]:
    """Locked until the change is done, so that two administrators cannot take each other's role."""
    return User.objects.select_for_update().filter(groups__name=Role.ADMINISTRATOR)


def _changed(person: User, act: Event.Act, role: Role, by: User | None, at: datetime) -> None:
    person._prefetched_objects_cache = {}  # type: ignore[attr-defined]  # noqa: SLF001 -- Django's own: roles were read before
    Event.objects.create(at=at, by=by, person=person, act=act, role=role)
    end_sessions(person=person)


@transaction.atomic
def reset_second_factor(*, person: User, reason: str, by: User | None, at: datetime) -> None:
    """Take away every app, passkey and recovery code of a person who lost them.

    Raises AccountsError without a reason, and where there is nothing to reset.
    """
    if not reason.strip():
        raise AccountsError("say why: it is kept with the account")
    if not Authenticator.objects.filter(user=person).exists():
        raise AccountsError(f"{person.email} has no second factor")
    Authenticator.objects.filter(user=person).delete()
    Event.objects.create(
        at=at, by=by, person=person, act=Event.Act.FACTOR_RESET, reason=reason.strip()
    )
    end_sessions(person=person)


def end_sessions(*, person: User, but: str | None = None, name: str | None = None) -> int:
    """End sessions of a person: all but the one with the key ``but``, or the one of that name.

    Returns how many there were.
    """
    held = Session.objects.filter(user=person).exclude(session_key=but)
    keys = [one.pk for one in held if name in {None, one.name}]
    Session.objects.filter(pk__in=keys).delete()
    return len(keys)


def take_in_contributor(*, person: User, at: datetime) -> None:
    """Whoever signs up may contribute, and nothing more."""
    Event.objects.create(at=at, by=person, person=person, act=Event.Act.ADDED)
    grant_role(person=person, role=Role.CONTRIBUTOR, by=person, at=at)
