"""What a key of a consultation opens: its content, or the names of the people in it, which is another key."""

import secrets
from dataclasses import dataclass, field
from enum import StrEnum

from nacl.public import PrivateKey

from manumit.desk.sealing.fields import Field
from manumit.desk.sealing.keys import Random, SecretKey
from manumit.desk.sealing.labels import Label


class Purpose(StrEnum):
    CONTENT = "content"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class VaultName:
    """Which vault; the generation goes up by one each time its key is changed."""

    purpose: Purpose
    case: str
    generation: int = 1

    @property
    def fields(self) -> tuple[Field, ...]:
        return (self.purpose, self.case, self.generation)


@dataclass(frozen=True, slots=True)
class Vault:
    """A key in somebody's session, and what it is the key to."""

    name: VaultName
    key: SecretKey = field(repr=False)

    @property
    def keypair(self) -> PrivateKey:
        """For what people without read access append. Derived, so who has the key has it too."""
        return PrivateKey(self.key.derive(Label.CASE_KEYPAIR, *self.name.fields).reveal())


def new_vault(purpose: Purpose, case: str, random: Random = secrets.token_bytes) -> Vault:
    return Vault(VaultName(purpose, case), SecretKey.new(random))
