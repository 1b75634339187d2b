"""A person's two keypairs, and wrapping them with each of the person's credentials."""

import secrets
from dataclasses import dataclass

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from manumit.desk.sealing import aead
from manumit.desk.sealing.errors import SealBroken
from manumit.desk.sealing.keys import KEY_BYTES, Random, SecretKey
from manumit.desk.sealing.labels import Label


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """What the database says of a person's keys: to be believed with a certificate only."""

    person: str
    sealing: bytes  # X25519, 32 bytes
    signing: bytes  # Ed25519, 32 bytes


@dataclass(frozen=True, slots=True)
class PersonKeys:
    """The private halves, in a session's memory only."""

    person: str
    sealing_seed: SecretKey
    signing_seed: SecretKey

    @property
    def sealing(self) -> PrivateKey:
        return PrivateKey(self.sealing_seed.reveal())

    @property
    def signing(self) -> SigningKey:
        return SigningKey(self.signing_seed.reveal())

    @property
    def public(self) -> PublicPerson:
        sealing, signing = self.sealing.public_key, self.signing.verify_key
        return PublicPerson(self.person, bytes(sealing), bytes(signing))

    def reveal(self) -> bytes:
        """64 bytes to be locked; never to be stored as they are."""
        return self.sealing_seed.reveal() + self.signing_seed.reveal()


def new_person(person: str, random: Random = secrets.token_bytes) -> PersonKeys:
    return PersonKeys(person, SecretKey.new(random), SecretKey.new(random))


def revealed(person: str, data: bytes) -> PersonKeys:
    """The keys again from what :meth:`PersonKeys.reveal` gave."""
    if len(data) != 2 * KEY_BYTES:
        raise SealBroken("no keys of a person")
    return PersonKeys(person, SecretKey(data[:KEY_BYTES]), SecretKey(data[KEY_BYTES:]))


def wrap(keys: PersonKeys, kek: SecretKey, credential: str) -> bytes:
    """One a credential, so that each opens alone and each can be taken away alone."""
    return aead.lock(kek, keys.reveal(), Label.PERSON_KEYS, keys.person, credential)


def unwrap(wrapped: bytes, kek: SecretKey, person: str, credential: str) -> PersonKeys:
    """:class:`SealBroken` where it is another person's or another credential's."""
    return revealed(person, aead.unlock(kek, wrapped, Label.PERSON_KEYS, person, credential))
