"""Short secrets, encrypted with the Centre's key before they are stored."""

import base64

from cryptography.fernet import Fernet
from django.utils.crypto import salted_hmac


def seal(text: str, *, purpose: str) -> str:
    """The text, encrypted: only ``unseal`` with the same purpose and secret key reads it."""
    return _lock(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, *, purpose: str) -> str:
    """What was sealed; raises cryptography.fernet.InvalidToken for anything else."""
    return _lock(purpose).decrypt(sealed.encode()).decode()


def _lock(purpose: str) -> Fernet:
    key = salted_hmac("manumit.base.sealing", purpose, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
