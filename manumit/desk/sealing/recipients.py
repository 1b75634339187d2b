"""Somebody to whom may be sealed: made only by ``certificates.check`` and ``askers.recall``.

Sealing takes this type and no other, so that no public key out of the database is sealed to unproven.
"""

from dataclasses import dataclass
from enum import StrEnum

from manumit.desk.sealing.persons import PublicPerson


class Role(StrEnum):
    ADVISER = "adviser"
    TRIAGER = "triager"
    CUSTODIAN = "custodian"
    ASKER = "asker"  # of one case; no certificate gives it


@dataclass(frozen=True, slots=True)
class Recipient:
    public: PublicPerson
    roles: frozenset[Role]

    @property
    def person(self) -> str:
        return self.public.person
