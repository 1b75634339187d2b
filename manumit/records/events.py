"""What states do under an instrument: dated, sourced acts, from which positions are computed."""

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)

from manumit.records.fields import Code, Codes, Day, Part, PartialDate, WorkKey

Act = Literal[
    # a state or an organisation binds itself
    "signature",
    "definitive-signature",
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "tacit-acceptance",  # a simplified procedure: bound because it did not object in time
    "provisional-application",
    # to or away from a territory
    "extension",
    "extension-with-modifications",
    "exclusion",
    "decision-reserved",  # ILO article 35: whether it applies there is left open for now
    "continuation",
    # what is said with it or later, and what becomes of that
    "reservation",
    "declaration",
    "objection",
    "withdrawal-of-reservation",
    "withdrawal-of-declaration",
    "withdrawal-of-objection",
    # the end, and a notice of it taken back
    "denunciation",
    "withdrawal",
    "withdrawal-of-denunciation",
]

_UNDOING = frozenset(
    {
        "withdrawal-of-reservation", "withdrawal-of-declaration", "withdrawal-of-objection",
        "withdrawal-of-denunciation",
    }
)  # fmt: skip
_SAID_BY = {
    "after": frozenset({"succession", "continuation"}),
    "against": frozenset({"objection", "withdrawal-of-objection"}),
    "undoes": _UNDOING | {"objection"},
    "in_part": _UNDOING,
}


class TreatyEvent(Part):
    """One act of a state, or of a state for a territory.

    ``party`` and ``territory`` are codes of jurisdictions; ``on`` the day of the act, as exact as
    it is known, ``effective_on`` the day from which it works; ``source`` the id of one of the
    record's sources, ``confirmed_by`` the ids of others that say the same.

    ``after`` is the state that was bound before: of a succession or a continuation. ``against``
    is the party to whose act an objection is made. ``undoes`` is the day of the act that is
    objected to or taken back; without it, every such act of that party for that territory.
    ``in_part`` leaves the rest of what is taken back standing.
    """

    party: Code
    act: Act
    territory: Code | None = None
    after: Code | None = None
    against: Code | None = None
    undoes: PartialDate | None = None
    in_part: bool = False
    on: PartialDate | None = None
    effective_on: Day | None = None
    gist: Annotated[str, Field(max_length=2000)] = ""
    source: Code
    confirmed_by: Codes = []

    @model_validator(mode="after")
    def says_no_more_than_its_act(self) -> "TreatyEvent":
        """What only some acts can say is refused on others."""
        for name, acts in _SAID_BY.items():
            if getattr(self, name) and self.act not in acts:
                raise ValueError(f"{name} is said of {' or '.join(sorted(acts))} only")
        if self.source in self.confirmed_by:
            raise ValueError(f"{self.source!r} is its source: it cannot confirm itself")
        return self


class Wait(Part):
    """The time from a deposit or a notice to its effect.

    ``next_month`` moves the effect to the first day of the month after that time is over.
    """

    days: Annotated[int, Field(ge=0, le=1000)] = 0
    months: Annotated[int, Field(ge=0, le=60)] = 0
    next_month: bool = False

    @model_validator(mode="after")
    def one_unit(self) -> "Wait":
        """Days and months cannot be added up without saying which comes first."""
        if self.days and self.months:
            raise ValueError("give days or months, not both")
        return self

    @model_serializer(mode="wrap")
    def at_once_is_said(self, plain: SerializerFunctionWrapHandler) -> dict[str, int | bool]:
        """Defaults are left out of files, but a wait of nothing at all reads better as no days."""
        return plain(self) or {"days": 0}


class Roll(Part):
    """A list of parties that somebody read whole, so that its silence means something.

    Up to the day ``up_to`` every act of the parties ``of`` stands in the record; with ``over``
    also every act for those territories.
    """

    of: Literal["all"] | Codes
    over: Codes = []
    up_to: Day
    source: Code


class Joining(Part):
    """How states come to be bound by the instrument and get rid of it.

    ``takes_effect`` counts from the deposit of an instrument once the whole is in force,
    ``ends_after`` from the notice of denunciation. ``depends_on`` is the instrument by which a
    party must be bound as well: whoever leaves that one leaves this one.
    """

    takes_effect: Wait | None = None
    ends_after: Wait | None = None
    depends_on: WorkKey | None = None
    rolls: list[Roll] = []


def _in_order_of_time(events: list[TreatyEvent]) -> list[TreatyEvent]:
    return sorted(events, key=_place)


def _place(event: TreatyEvent) -> tuple[str, ...]:
    """The order of events is that of their days; what happened on one day stands by its names."""
    effective = event.effective_on.isoformat() if event.effective_on else ""
    days = event.on or effective or "9999", effective
    whose = event.party, event.territory or "", event.act
    about = event.after or "", event.against or "", event.undoes or ""
    return (*days, *whose, *about, event.gist, event.source)


TreatyEvents = Annotated[list[TreatyEvent], AfterValidator(_in_order_of_time)]
