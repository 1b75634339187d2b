"""The few answers that a reader sees of a position."""

from django.utils.translation import gettext_lazy as _

from manumit.treaties.types import Position, Standing

ANSWERS = {
    "in-force": _("In force"),
    "coming": _("Not yet in force"),
    "kept-out": _("Not in force, by a decision"),
    "not-known": _("Not known"),
    "no": _("Not in force"),
}
"""The groups of a list of positions, in its order."""
SIGNS = {"in-force": "●", "coming": "◐", "kept-out": "✕", "not-known": "?", "no": "–"}
"""A sign for each, so that colour is not needed."""
_ANSWER: dict[Standing, str] = {
    "in-force": "in-force",
    "provisional": "coming",
    "not-yet": "coming",
    "excluded": "kept-out",
    "reserved": "kept-out",
    "ended": "kept-out",
    "unknown": "not-known",
}


def answer_of(position: Position) -> str:
    """The group: what nobody knows is never shown as a no."""
    if position.in_force is None:
        return "not-known"
    return _ANSWER.get(position.standing, "no")
