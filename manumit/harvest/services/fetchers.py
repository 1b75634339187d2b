"""A fetcher as this Centre's settings and a source want it."""

from django.conf import settings

from manumit.harvest.errors import HarvestError
from manumit.harvest.fetching import Fetcher, Gate, Pace
from manumit.harvest.models import Source


def fetcher_for(*, source: Source, pace: Pace) -> Fetcher:
    """Who fetches for the source; sources share one ``pace``, for they may share a host.

    Raises HarvestError when the Centre has not said how it can be reached: whoever fetches from
    others says who they are.
    """
    contact = settings.MANUMIT_CONTACT
    if not contact:
        raise HarvestError(
            "set MANUMIT_CONTACT to a mail or web address: those we fetch from must be able to "
            "reach whoever runs this Centre"
        )
    try:
        gate = Gate.for_networks(settings.MANUMIT_HARVEST_NETWORKS)
    except ValueError as error:
        raise HarvestError(f"MANUMIT_HARVEST_NETWORKS: {error}") from error
    agent = f"Manumit/0.1 (legal resource centre; {contact})"
    return Fetcher(agent=agent, gate=gate, pace=pace, obey=not source.permission)
