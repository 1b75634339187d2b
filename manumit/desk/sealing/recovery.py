"""The recovery code of a member of staff: 128 bits on paper, never to be had a second time."""

import secrets

from manumit.desk.sealing import base32
from manumit.desk.sealing.errors import Unreadable
from manumit.desk.sealing.keys import Random

_BYTES = 16
_LENGTH = 26


def new_recovery_code(random: Random = secrets.token_bytes) -> str:
    """26 letters and digits in groups; its secret for :class:`Credentials` is the code as it stands."""
    return base32.write(int.from_bytes(random(_BYTES), "big"), _LENGTH)


def read_recovery_code(typed: str) -> str:
    """The code as it was given out, however it was typed; :class:`Unreadable` where it is none."""
    number = base32.read(typed, _LENGTH)
    if number >= 1 << (8 * _BYTES):
        raise Unreadable
    return base32.write(number, _LENGTH)
