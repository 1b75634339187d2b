"""The desk's own tables: what is in them can be read by whoever holds the database, and tells little."""

from manumit.desk.models.cases import (
    Approval,
    Consultation,
    Exclusion,
    File,
    Grant,
    Record,
    State,
    Vault,
)
from manumit.desk.models.doors import DoorWord
from manumit.desk.models.people import Certificate, Conflict, Credential, Member
from manumit.desk.models.practice import PracticeNote
from manumit.desk.models.workings import Event, Paragraph, Session

__all__ = [
    "Approval",
    "Certificate",
    "Conflict",
    "Consultation",
    "Credential",
    "DoorWord",
    "Event",
    "Exclusion",
    "File",
    "Grant",
    "Member",
    "Paragraph",
    "PracticeNote",
    "Record",
    "Session",
    "State",
    "Vault",
]
