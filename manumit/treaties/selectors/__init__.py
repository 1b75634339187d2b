"""Asking where territories stand. Nothing is stored and nothing changes."""

from manumit.treaties.rules import RULES, Rule
from manumit.treaties.selectors.asking import (
    Change,
    changes_between,
    history_of,
    matrix,
    position_of,
    positions_across,
    positions_of,
    territory_named,
)
from manumit.treaties.selectors.document import as_document
from manumit.treaties.selectors.shelf import (
    implementing_laws,
    instrument_names,
    recorded_parties,
    sources_of,
)
from manumit.treaties.selectors.wording import name_of, name_within, reason

__all__ = [
    "RULES",
    "Change",
    "Rule",
    "as_document",
    "changes_between",
    "history_of",
    "implementing_laws",
    "instrument_names",
    "matrix",
    "name_of",
    "name_within",
    "position_of",
    "positions_across",
    "positions_of",
    "reason",
    "recorded_parties",
    "sources_of",
    "territory_named",
]
