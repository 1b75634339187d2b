"""A citation in the making."""

from dataclasses import dataclass, field

from manumit.citations.provisions import Pin
from manumit.citations.types import How
from manumit.reference import Gives


@dataclass(slots=True)
class Draft:
    """What is known of a citation so far; ``start`` and ``end`` count from the paragraph's start.

    ``number_at`` is where the number stands in it (a title may stand before); ``party`` the name a
    case is called by afterwards; ``report`` whether it names a page of a report and no decision.
    """

    start: int
    end: int
    kind: Gives
    cite: str
    key: str | None = None
    stem: str = ""
    candidates: tuple[str, ...] = ()
    pins: list[Pin] = field(default_factory=list)
    eids: list[str] = field(default_factory=list)
    how: How = "number"
    format_kind: str = ""
    system: str = ""
    case_name: str = ""

    def is_about(self, other: "Draft") -> bool:
        """Whether both may be the same work."""
        mine = {self.key, *self.candidates} - {None}
        return bool(mine & {other.key, *other.candidates})
