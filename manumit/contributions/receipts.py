"""Receipts: the only key to what somebody forwarded without an account.

A receipt has 100 random bits, so nobody finds one by trying. Only its hash is kept: neither the
database nor a reviewer can tell it.
"""

import base64
import re
import secrets
from hashlib import sha256

_BYTES = 15
_LETTERS = 24
_GROUP = 4
_MISREAD = str.maketrans("018", "olb")
_NOT_IN_ONE = re.compile(r"[^a-z2-7]")


def new_receipt() -> str:
    """A receipt to be written down: ``k7qd-m2xa-…``, six groups of four letters and digits."""
    letters = base64.b32encode(secrets.token_bytes(_BYTES)).decode().lower()
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))


def hash_of(receipt: str) -> str:
    """What is kept of a receipt, however it was typed: capitals, spaces and dashes do not matter."""
    typed = receipt.lower().translate(_MISREAD)
    return sha256(_NOT_IN_ONE.sub("", typed).encode()).hexdigest()
