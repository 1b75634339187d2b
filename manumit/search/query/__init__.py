"""From what a reader typed to a plan: read, then planned. Pure."""

from manumit.search.query.planning import LOOSENED, Intent, plan

__all__ = ["LOOSENED", "Intent", "plan"]
