"""What goes into the computation of positions and what comes out of it. No Django here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from manumit.records import Wait
from manumit.reference import Responsible

Standing = Literal[
    "in-force",
    "provisional",  # applied before it is in force
    "not-yet",  # consent given, effect still to come
    "signed",  # signed, not bound
    "excluded",  # the state is bound and said that the territory is not
    "reserved",  # whether it applies to the territory was left open
    "ended",
    "none",  # no act, and that is known
    "not-in-force",  # the instrument itself was not in force on that day
    "not-binding",  # the instrument binds nobody
    "unknown",
]
Sureness = Literal[
    "sourced",  # every act that decides was read in its source
    "knowledge",  # some act that decides is told from knowledge
    "inferred",  # follows from a later act
    "presumed",  # a list was read whole up to a day; nothing later is recorded
    "conflicting",  # two records contradict each other
    "open",  # not known
]


@dataclass(frozen=True, slots=True)
class ActOfState:
    """One dated act. ``on`` is a day, a month or a year as text, empty where unknown.

    ``known_by`` is the day somebody read of it: what has no day happened before. ``source`` is the
    id of a source of the instrument, ``basis`` whether it was read. The other fields are as in
    ``manumit.records.TreatyEvent``.
    """

    party: str
    act: str
    on: str = ""
    effective_on: date | None = None
    territory: str = ""
    after: str = ""
    against: str = ""
    undoes: str = ""
    in_part: bool = False
    gist: str = ""
    source: str = ""
    basis: str = "read"
    known_by: date = date.max
    confirmed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roll:
    """A list of parties read whole up to a day; ``of`` is empty for all but ``other_than``."""

    of: frozenset[str]
    over: frozenset[str]
    up_to: date
    source: str
    other_than: frozenset[str] = frozenset()

    def covers(self, party: str, territory: str = "") -> bool:
        """Whether its silence about the party, or the party for the territory, means no act."""
        named = party in self.of if self.of else party not in self.other_than
        return named and (not territory or territory in self.over)


@dataclass(frozen=True, slots=True)
class Treaty:
    """An instrument, as far as positions need it. ``in_force_on`` is None where it is not known.

    ``sources`` are those of its record by id; ``amended_by`` the keys of instruments that amend it.
    """

    key: str
    title: str = ""
    binding: bool = True
    in_force_on: date | None = None
    takes_effect: Wait | None = None
    ends_after: Wait | None = None
    depends_on: str = ""
    rolls: tuple[Roll, ...] = ()
    acts: tuple[ActOfState, ...] = ()
    amended_by: tuple[str, ...] = ()
    sources: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Territory:
    """A state, a body, or a territory whose treaties another state makes.

    ``responsible`` is empty for a state.
    """

    code: str
    responsible: tuple[Responsible, ...] = ()

    def acting_on(self, day: date) -> str:
        """Who acts for it on the day: itself, a state, or nobody (empty)."""
        if not self.responsible:
            return self.code
        return next((each.state for each in self.responsible if each.acts_on(day)), "")


@dataclass(frozen=True, slots=True)
class Statement:
    """A reservation or declaration alive on the day, with what others object to in it.

    ``cut_back`` are the withdrawals that took back a part of it. ``own`` is true where it was
    made for the territory by name, false where it is that of the state at large.
    """

    act: ActOfState
    own: bool
    cut_back: tuple[ActOfState, ...] = ()
    objections: tuple[ActOfState, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """Where the territory stands on the day, and how that is known.

    ``in_force`` is None where it is not known. ``since`` is the day from which it has been so, as
    exact as it is known, empty where it is not. ``through`` is the state that acts for the
    territory on that day, or the territory itself. ``chain`` are the acts that decide, in the order
    of time, ``decided_by`` the one that decides in the end; ``rules`` the codes of the rules applied (``manumit.treaties.rules.RULES``); ``roll``
    the list whose silence decides, ``doubtful`` the acts whose day leaves the answer open or that
    contradict each other. ``amended_by`` are amending instruments in force for it as well.
    """

    instrument: str
    territory: str
    on: date
    in_force: bool | None
    standing: Standing
    sureness: Sureness
    since: str = ""
    through: str = ""
    chain: tuple[ActOfState, ...] = ()
    decided_by: ActOfState | None = None
    statements: tuple[Statement, ...] = ()
    rules: tuple[str, ...] = ()
    roll: Roll | None = None
    doubtful: tuple[ActOfState, ...] = ()
    parent: str = ""
    amended_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A time through which the answer is one: ``until`` is its last day, None where it is open.

    ``since`` is None for the time before anything is recorded.
    """

    since: date | None
    until: date | None
    position: Position
