"""Fields that the database keeps sealed: who reads the file of the database reads nothing of them.

The key is drawn from the installation's secret, one for each field, so that what is sealed in one
cannot be put into another. Whoever loses the secret loses what is sealed; a secret that was replaced
goes on opening what it sealed while it stands in ``SECRET_KEY_FALLBACKS``.
"""

import base64
from functools import cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models


class CannotOpen(Exception):
    """What is sealed was changed, or sealed under another secret."""


def seal(data: bytes, purpose: str) -> bytes:
    """The bytes, encrypted and authenticated; ``purpose`` names what they are for."""
    return _box(purpose, _secrets()).encrypt(data)


def unseal(sealed: bytes, purpose: str) -> bytes:
    """What was sealed for this purpose. Raises CannotOpen."""
    try:
        return _box(purpose, _secrets()).decrypt(sealed)
    except InvalidToken as error:
        raise CannotOpen(f"{purpose} was changed, or sealed under another secret key") from error


class SealedBytesField(models.BinaryField[Any, Any]):
    """Bytes that are sealed in the database and open in Python; empty ones stay empty."""

    def get_prep_value(self, value: Any) -> Any:
        """Seal on the way in."""
        return seal(bytes(value), self._purpose) if value else value

    def from_db_value(self, value: Any, *_: Any) -> Any:
        """Open on the way out."""
        return unseal(bytes(value), self._purpose) if value else b""

    @property
    def _purpose(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"  # noqa: SLF001 -- Django documents it


class SealedTextField(SealedBytesField):
    """Text that is sealed in the database. It cannot be searched or sorted by."""

    def get_prep_value(self, value: Any) -> Any:
        """Seal on the way in."""
        return super().get_prep_value(value.encode())

    def from_db_value(self, value: Any, *_: Any) -> Any:
        """Open on the way out."""
        return super().from_db_value(value).decode()

    def get_default(self) -> Any:
        """No text is an empty one."""
        return ""

    def value_to_string(self, obj: models.Model) -> str:
        """What a dump of rows holds: the text, as that dump holds all else."""
        return str(self.value_from_object(obj))

    def to_python(self, value: Any) -> Any:
        """Text stays as it is."""
        return value


def _secrets() -> tuple[str, ...]:
    return (settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS))


@cache
def _box(purpose: str, secrets: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(_key(secret, purpose)) for secret in secrets])


def _key(secret: str, purpose: str) -> bytes:
    derived = HKDF(SHA256(), 32, salt=None, info=f"manumit sealed {purpose}".encode())
    return base64.urlsafe_b64encode(derived.derive(secret.encode()))
