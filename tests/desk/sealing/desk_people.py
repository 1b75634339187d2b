"""The people of the tests: staff whom the desk key has certified, and an asker."""

from datetime import date
from itertools import count

from nacl.signing import SigningKey

from manumit.desk.sealing.askers import introduce, recall
from manumit.desk.sealing.certificates import certify, check
from manumit.desk.sealing.epochs import Epochs
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.persons import new_person
from manumit.desk.sealing.recipients import Role
from manumit.desk.sealing.vaults import Purpose, new_vault

TODAY = date(2026, 11, 22)
DESK = SigningKey(bytes(range(32)))
EPOCHS = Epochs(SecretKey(b"e" * 32))

ANN, BAO, CHAI, DANA, KIM = (new_person(name) for name in ("ann", "bao", "chai", "dana", "kim"))
ASKER = new_person("asker")
CONTENT = new_vault(Purpose.CONTENT, "case-1")
IDENTITY = new_vault(Purpose.IDENTITY, "case-1")


def numbered(length):
    """Randomness that is none, for known answers."""
    return bytes(range(length))


def counting():
    """Different numbers, each time in the same order."""
    numbers = count(7)
    return lambda below: next(numbers) % below


def certificate(keys, *roles):
    return certify(DESK, keys.public, frozenset(roles), date(2026, 1, 1), date(2026, 12, 31))


def staff(keys, *roles):
    return check(certificate(keys, *(roles or (Role.ADVISER,))), bytes(DESK.verify_key), on=TODAY)


def the_asker():
    return recall(CONTENT, introduce(CONTENT, ASKER.public), "asker")
