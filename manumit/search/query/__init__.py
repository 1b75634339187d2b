"""From what a reader typed to a plan: read, then planned. Pure."""

from manumit.search.query.homes import homes as homes_of
from manumit.search.query.planning import LOOSENED, MOST, Intent, plan
from manumit.search.query.spelling import as_spelt
from manumit.search.query.thesaurus import Thesaurus, vocabulary

__all__ = ["LOOSENED", "MOST", "Intent", "Thesaurus", "as_spelt", "homes_of", "plan", "vocabulary"]
