"""What the harvest does: keyword-only, each thing whole or not at all."""

from manumit.harvest.services.deciding import decline, drop, take_in
from manumit.harvest.services.fetchers import fetcher_for
from manumit.harvest.services.forgetting import forget
from manumit.harvest.services.running import run_source
from manumit.harvest.services.sources import add_sources

__all__ = ["add_sources", "decline", "drop", "fetcher_for", "forget", "run_source", "take_in"]
