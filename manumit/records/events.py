"""What states do under an instrument: dated, sourced acts, from which positions are computed."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from manumit.records.fields import Code, Day, Part, PartialDate

Act = Literal[
    # a state or an organisation binds itself
    "signature",
    "definitive-signature",
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "provisional-application",
    # to or away from a territory
    "extension",
    "exclusion",
    "continuation",
    # what is said with it or later, and what becomes of that
    "reservation",
    "declaration",
    "objection",
    "withdrawal-of-reservation",
    "withdrawal-of-declaration",
    "withdrawal-of-objection",
    # the end
    "denunciation",
    "withdrawal",
]


class TreatyEvent(Part):
    """One act of a state, or of a state for a territory.

    ``party`` and ``territory`` are codes of jurisdictions; ``on`` the day of the act, as exact as
    it is known, ``effective_on`` the day from which it works; ``source`` the id of one of the
    record's sources.
    """

    party: Code
    act: Act
    territory: Code | None = None
    on: PartialDate | None = None
    effective_on: Day | None = None
    gist: Annotated[str, Field(max_length=2000)] = ""
    source: Code


def _in_order_of_time(events: list[TreatyEvent]) -> list[TreatyEvent]:
    return sorted(events, key=_place)


def _place(event: TreatyEvent) -> tuple[str, ...]:
    """The order of events is that of their days; what happened on one day stands by its names."""
    effective = event.effective_on.isoformat() if event.effective_on else ""
    days = event.on or effective or "9999", effective
    return (*days, event.party, event.territory or "", event.act, event.gist, event.source)


TreatyEvents = Annotated[list[TreatyEvent], AfterValidator(_in_order_of_time)]
