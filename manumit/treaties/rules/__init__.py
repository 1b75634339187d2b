"""The rules of positions: pure, no Django, no clock. ``RULES`` is the table they follow."""

from manumit.treaties.rules.deciding import Shelf, position
from manumit.treaties.rules.history import history
from manumit.treaties.rules.table import RULES, Rule

__all__ = ["RULES", "Rule", "Shelf", "history", "position"]
