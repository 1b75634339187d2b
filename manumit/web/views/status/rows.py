"""A position as a row: what it is called, the answer, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from manumit.treaties import selectors as treaties
from manumit.treaties.types import Position, Sureness
from manumit.web import names
from manumit.web.answers import SIGNS, answer_of

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
    def sign(self) -> str:
        """The sign of that group."""
        return SIGNS[self.answer]

    @property
    def sure(self) -> str:
        """How sure it is, where that needs to be said."""
        return str(_SURENESS[self.position.sureness])


def instrument_rows(positions: Iterable[Position]) -> list[Row]:
    """The rows of positions in a list of instruments."""
    held = treaties.instrument_names()
    return [
        Row(each, names.short_title(held[each.instrument]), treaties.reason(each))
        for each in positions
    ]


def row(position: Position) -> Row:
    """The one of a single position."""
    return instrument_rows([position])[0]


def party_row(position: Position) -> Row:
    """The row of a position in a list of territories."""
    return Row(position, treaties.name_of(position.territory), treaties.reason(position))
