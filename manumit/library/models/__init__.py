"""The library's rows. Other rooms come in by selectors, services and types."""

from manumit.library.models.citations import Citation, CitationPin
from manumit.library.models.events import TreatyEvent
from manumit.library.models.findings import Finding, FindingAbout, Pinpoint
from manumit.library.models.kinds import (
    AppliedProvision,
    ElementTreated,
    Instrument,
    Judgment,
    Legislation,
    Proceeding,
    Publication,
    PublicationFile,
)
from manumit.library.models.notes import Note
from manumit.library.models.provisions import SpeaksOfProvisions
from manumit.library.models.reviewed import Reviewed, State
from manumit.library.models.tables import SeenDifference, StatusTable, TableAct
from manumit.library.models.texts import Passage, Text, Wording
from manumit.library.models.works import Confidence, Kind, Relation, Work

__all__ = [
    "AppliedProvision",
    "Citation",
    "CitationPin",
    "Confidence",
    "ElementTreated",
    "Finding",
    "FindingAbout",
    "Instrument",
    "Judgment",
    "Kind",
    "Legislation",
    "Note",
    "Passage",
    "Pinpoint",
    "Proceeding",
    "Publication",
    "PublicationFile",
    "Relation",
    "Reviewed",
    "SeenDifference",
    "SpeaksOfProvisions",
    "State",
    "StatusTable",
    "TableAct",
    "Text",
    "TreatyEvent",
    "Wording",
    "Work",
]
