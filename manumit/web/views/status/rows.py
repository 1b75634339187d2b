"""A position as a row: what it is called, the answer, and why."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from manumit.treaties import selectors as treaties
from manumit.treaties.types import Position, Sureness
from manumit.web import names
from manumit.web.answers import answer_of

_SURENESS: dict[Sureness, object] = {
    "sourced": "",
    "knowledge": _("from knowledge"),
    "inferred": _("inferred"),
    "presumed": _("presumed"),
    "conflicting": _("sources contradict each other"),
    "open": "",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A position with the names a reader sees."""

    position: Position
    name: str
    why: str

    @property
    def answer(self) -> str:
        """The group it belongs to."""
        return answer_of(self.position)

    @property
    def sure(self) -> str:
        """How sure it is, where that needs to be said."""
        return str(_SURENESS[self.position.sureness])


def row(position: Position) -> Row:
    """The row of a position in a list of instruments."""
    record = treaties.instrument_names()[position.instrument]
    return Row(position, names.short_title(record), treaties.reason(position))


def party_row(position: Position) -> Row:
    """The row of a position in a list of territories."""
    return Row(position, treaties.name_of(position.territory), treaties.reason(position))
