"""The records of a collection: one type a kind of Work.

The field order here is the order in which files are written. ``docs/collection.schema.json``
is generated from these types.
"""

from datetime import date
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, TypeAdapter, model_validator

from manumit.records.events import Joining, TreatyEvents
from manumit.records.fields import (
    BY_NAME,
    Basis,
    Checked,
    Code,
    Codes,
    Day,
    Eid,
    Language,
    Line,
    Part,
    PartialDate,
    PassageAddress,
    Provision,
    ShortLine,
    WebAddress,
    WorkKey,
    is_surely_before,
)
from manumit.records.organisations import OrganisationRecord
from manumit.records.publications import PublicationRecord
from manumit.records.sitepages import PageRecord
from manumit.records.works import WorkRecord
from manumit.reference import natural_key


def _in_reading_order(provisions: list[Provision]) -> list[Provision]:
    eids = [provision.at for provision in provisions]
    twice = {eid for eid in eids if eids.count(eid) > 1}
    if twice:
        raise ValueError(f"{', '.join(sorted(twice))} is written twice")
    return sorted(provisions, key=lambda provision: (natural_key(provision.at), provision.at))


# Kept in reading order whatever order a file has them in, so that export is one text.
Provisions = Annotated[list[Provision], AfterValidator(_in_reading_order)]


class Registration(Part):
    """Where an instrument is registered: the UN or League of Nations series and number."""

    series: Literal["UNTS", "LNTS", "CETS", "OJ", "other"]
    volume: str = ""
    number: str = ""


class InstrumentRecord(WorkRecord):
    """A treaty, protocol, declaration or other text of an international body."""

    kind: Literal["instrument"]
    instrument_type: Literal[
        "convention",
        "covenant",
        "protocol",
        "charter",
        "statute",
        "declaration",
        "recommendation",
        "resolution",
        "general-comment",
        "guidelines",
        "principles",
        "plan",
        "memorandum",
        "directive",
        "regulation",
    ]
    binding: bool
    adopted_on: PartialDate | None = None
    adopted_by: Annotated[str, Field(max_length=300)] = ""
    adopted_at: ShortLine = ""
    opened_on: PartialDate | None = None
    in_force_on: Day | None = None
    in_force_rule: str = ""
    joining: Joining | None = None
    registration: Registration | None = None
    depositary: Annotated[str, Field(max_length=300)] = ""
    authentic_languages: list[Language] = []
    identifiers: Annotated[dict[Code, str], BY_NAME] = {}
    provisions: Provisions = []
    events: TreatyEvents = []

    @model_validator(mode="after")
    def dates_in_order(self) -> "InstrumentRecord":
        """An instrument cannot enter into force before it was adopted."""
        _in_order(self.adopted_on, self.in_force_on, "adopted_on", "in_force_on")
        return self

    @model_validator(mode="after")
    def events_have_their_source(self) -> "InstrumentRecord":
        """Every event and roll names one of the record's sources; no event works too early."""
        known = {source.id for source in self.sources if source.id}
        for roll in self.joining.rolls if self.joining else []:
            if roll.source not in known:
                raise ValueError(f"the roll of {roll.up_to} names no source of the record")
        for event in self.events:
            for name in (event.source, *event.confirmed_by):
                if name not in known:
                    raise ValueError(
                        f"the event of {event.on or 'an unknown day'} by {event.party} names the "
                        f"source {name!r}: give one of the sources that id"
                    )
            if event.act not in {"continuation", "succession"}:
                _in_order(event.on, event.effective_on, "on", "effective_on")
        return self


class Version(Part):
    """The law as it stood from a day on, whether or not the Centre holds that text.

    ``valid_to`` is the last day, where no other version follows on it. ``amended_by`` is the work
    that made this version, ``url`` its official text.
    """

    valid_from: PartialDate
    valid_to: PartialDate | None = None
    amended_by: WorkKey | None = None
    url: WebAddress | None = None
    note: Line = ""

    @model_validator(mode="after")
    def dates_in_order(self) -> "Version":
        """A version cannot end before it begins."""
        _in_order(self.valid_from, self.valid_to, "valid_from", "valid_to")
        return self


def _one_after_the_other(versions: list[Version]) -> list[Version]:
    ordered = sorted(versions, key=lambda version: version.valid_from)
    for earlier, later in pairwise(ordered):
        if earlier.valid_from == later.valid_from:
            raise ValueError(f"two versions begin on {later.valid_from}")
        if earlier.valid_to and not _before(earlier.valid_to, later.valid_from):
            raise ValueError(
                f"the version of {earlier.valid_from} ends on {earlier.valid_to}, when that of "
                f"{later.valid_from} has begun"
            )
    return ordered


Versions = Annotated[list[Version], AfterValidator(_one_after_the_other)]


class LegislationRecord(WorkRecord):
    """An Act, Ordinance, decree or subsidiary legislation of one jurisdiction."""

    kind: Literal["legislation"]
    legislation_type: Literal[
        "constitution",
        "ordinance",
        "act",
        "code",
        "decree",
        "regulation",
        "order",
        "subsidiary",
    ]
    number: Annotated[str, Field(min_length=1, max_length=100)]
    enacted_on: PartialDate | None = None
    commenced_on: PartialDate | None = None
    repealed_on: PartialDate | None = None
    versions: Versions = []
    identifiers: Annotated[dict[Code, str], BY_NAME] = {}
    provisions: Provisions = []

    @model_validator(mode="after")
    def dates_in_order(self) -> "LegislationRecord":
        """A law cannot commence before it was enacted, nor be repealed before it commenced."""
        _in_order(self.enacted_on, self.commenced_on, "enacted_on", "commenced_on")
        _in_order(self.commenced_on, self.repealed_on, "commenced_on", "repealed_on")
        return self


class Element(Part):
    """An element of the definition of trafficking, and how the court dealt with it."""

    concept: Code
    basis: Basis


class Elements(Part):
    """Act, means and purpose, as the judgment treats them."""

    act: list[Element] = []
    means: list[Element] = []
    purpose: list[Element] = []


class Finding(Part):
    """A proposition drawn from a judgment, in the editor's own words, pinned to passages."""

    says: str = Field(min_length=1)
    at: list[Eid] = []
    about: list[PassageAddress] = []
    weight: Literal["ratio", "obiter", "dissent"]
    fate: Literal["good", "doubted", "varied", "overruled"] = "good"
    checked: Checked | None = None


class Applied(Part):
    """A provision the court applied or read with."""

    work: WorkKey
    at: Eid | None = None
    how: Literal["binding", "interpretive", "considered"]


class Step(Part):
    """One step of a proceeding before this judgment."""

    on: PartialDate | None = None
    step: str
    result: str = ""


class Remedy(Part):
    """What the court gave."""

    head: str
    awarded: str = ""
    payer: str = ""
    basis: str = ""


class Anonymity(Part):
    """Who decided that persons stay anonymous."""

    court_order: bool = False
    statutory_bar: bool = False
    editor_choice: bool = False
    note: str = ""


def _none_when_nobody(anonymity: str | Anonymity) -> str | Anonymity:
    return "none" if anonymity == Anonymity() else anonymity


class JudgmentRecord(WorkRecord):
    """One decision of one court on one day."""

    kind: Literal["judgment"]
    forum: Code
    proceeding: Annotated[Code, Field(max_length=120)] | None = None
    neutral_citation: Annotated[str, Field(max_length=100)] = ""
    reports: list[str] = []
    docket_nos: list[str] = []
    identifiers: Annotated[dict[Code, str | list[str]], BY_NAME] = {}
    decided_on: PartialDate
    final_on: Day | None = None
    panel: list[str] = []
    authentic_languages: list[Language] = []
    anonymity: Annotated[Literal["none"] | Anonymity, AfterValidator(_none_when_nobody)] = "none"
    elements: Elements = Elements()
    outcome: str = ""
    outcomes: Codes = []
    procedural_history: list[Step] = []
    remedies: list[Remedy] = []
    applied: list[Applied] = []
    findings: list[Finding] = []

    @model_validator(mode="after")
    def dates_in_order(self) -> "JudgmentRecord":
        """A judgment cannot be final before it was given."""
        _in_order(self.decided_on, self.final_on, "decided_on", "final_on")
        return self


RECORD_OF_KIND: dict[str, type[WorkRecord]] = {
    "instrument": InstrumentRecord,
    "legislation": LegislationRecord,
    "judgment": JudgmentRecord,
    "publication": PublicationRecord,
}
AnyWorkRecord = InstrumentRecord | LegislationRecord | JudgmentRecord | PublicationRecord
AnyRecord = Annotated[AnyWorkRecord | OrganisationRecord | PageRecord, Field(discriminator="kind")]
ANY_RECORD: TypeAdapter[AnyRecord] = TypeAdapter(AnyRecord)
WORK_KINDS = ("instrument", "legislation", "judgment", "publication")
KINDS = (*WORK_KINDS, "organisation", "page")


def places_of(record: AnyRecord) -> set[str]:
    """The eids at which the record says something: those of its findings, or of its provisions."""
    if isinstance(record, JudgmentRecord):
        return {eid for finding in record.findings for eid in finding.at}
    if isinstance(record, InstrumentRecord | LegislationRecord):
        return {provision.at for provision in record.provisions}
    return set()


def _before(end: str, start: str) -> bool:
    """Whether a day is before another, as far as both are known."""
    shared = min(len(end), len(start))
    if shared < len("2000-01-01"):
        return end[:shared] <= start[:shared]
    return end < start


def _in_order(first: str | None, second: date | str | None, name: str, later: str) -> None:
    """Refuse two dates in the wrong order, as far as both are known."""
    if first and second and is_surely_before(str(second), first):
        raise ValueError(f"{later} ({second}) is before {name} ({first})")
