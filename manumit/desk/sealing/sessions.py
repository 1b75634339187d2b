"""A session holds a person's keys locked; the key to them is in the browser's second cookie only."""

import binascii
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode

from manumit.desk.sealing import aead
from manumit.desk.sealing.errors import SealBroken
from manumit.desk.sealing.keys import Random, SecretKey
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.persons import PersonKeys, revealed


def start(
    keys: PersonKeys, session: str, random: Random = secrets.token_bytes
) -> tuple[str, bytes]:
    """The value of the cookie, never to be stored; and what to store, which opens nothing alone."""
    key = SecretKey.new(random)
    locked = aead.lock(key, keys.reveal(), Label.SESSION, session, keys.person)
    return urlsafe_b64encode(key.reveal()).decode(), locked


def resume(stored: bytes, cookie: str, session: str, person: str) -> PersonKeys:
    """:class:`SealBroken` where cookie, session and person do not belong together."""
    try:
        key = SecretKey(urlsafe_b64decode(cookie.encode()))
    except (ValueError, binascii.Error):
        raise SealBroken("no key of a session") from None
    return revealed(person, aead.unlock(key, stored, Label.SESSION, session, person))
