"""Asking where territories stand. Nothing is stored and nothing changes."""

from manumit.treaties.rules import RULES, Rule
from manumit.treaties.selectors.asking import (
    Change,
    LatestAct,
    acts_of,
    changes_between,
    history_of,
    latest_acts,
    matrix,
    members_of,
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
    "LatestAct",
    "Rule",
    "acts_of",
    "as_document",
    "changes_between",
    "history_of",
    "implementing_laws",
    "instrument_names",
    "latest_acts",
    "matrix",
    "members_of",
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
