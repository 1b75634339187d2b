"""People with an account. Nobody needs one to read, search, ask or forward."""

import hashlib
from typing import ClassVar, cast

from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.module_loading import import_string


class UserManager(BaseUserManager["User"]):
    """Makes people by their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Store a person; without a password they cannot log in until they set one."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Store an administrator."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """A person, known by an e-mail address: there is no user name to guess or to leak."""

    username = None  # type: ignore[assignment]  # Django's own field is taken away
    email = models.EmailField("e-mail address", unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]  # keyed by e-mail

    class Meta(AbstractUser.Meta):
        permissions = [("manage_people", "Can grant and take roles")]

    def __str__(self) -> str:
        return self.get_full_name() or self.email


class Session(AbstractBaseSession):
    """A browser that is signed in, so that its owner can see it and end it.

    Neither an address nor the name of a browser is kept: when it began is enough to tell which.
    """

    user = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="sessions")
    began_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"session of {self.user}"

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        """What reads and writes such rows."""
        return cast(type[SessionBase], import_string(settings.SESSION_ENGINE + ".SessionStore"))

    @property
    def name(self) -> str:
        """What a page may call it: the key itself would let whoever reads the page take it over."""
        return hashlib.sha256(self.session_key.encode()).hexdigest()[:16]


class Event(models.Model):
    """What was done to an account, by whom, when and why: only ever added to.

    It stands apart from the journal, which tells readers of public changes.
    """

    class Act(models.TextChoices):
        """What can be done."""

        ADDED = "added"
        GRANTED = "granted"
        TAKEN = "taken"
        FACTOR_RESET = "second factor reset"

    at = models.DateTimeField()
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="events")
    act = models.CharField(max_length=20, choices=Act)
    role = models.CharField(max_length=20, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="accounts_event_role",
                condition=models.Q(act__in=["granted", "taken"]) ^ models.Q(role=""),
            ),
            models.CheckConstraint(
                name="accounts_event_reason",
                condition=~models.Q(act="second factor reset", reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.act} {self.role}".strip()
