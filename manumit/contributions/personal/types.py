"""What the detectors give back."""

from dataclasses import dataclass
from typing import Literal

DetailKind = Literal[
    "name", "hkid", "thai-id", "passport", "phone", "e-mail", "combination", "file", "told"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Detail:
    """Characters ``start`` to ``end`` of a text that may tell who a person is."""

    kind: DetailKind
    start: int
    end: int
    text: str
