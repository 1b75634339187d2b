"""The collection's files: record types, their schema, reading and writing. Knows no database."""

from manumit.records.checks import check_file, check_form, check_together, check_upkeep
from manumit.records.common import Record
from manumit.records.events import Act, Joining, Roll, TreatyEvent, TreatyEvents, Wait
from manumit.records.fields import (
    Checked,
    Confidence,
    Language,
    Provision,
    Source,
    Status,
)
from manumit.records.files import RecordFile, read_file, write_text
from manumit.records.folder import MARKER, Place, find_files, folder_of, path_of, read_files
from manumit.records.lists import (
    BadMapping,
    BadRow,
    ListMapping,
    UnreadableList,
    read_list,
    read_mapping,
)
from manumit.records.organisations import Channel, Opening, OrganisationRecord, Service
from manumit.records.problems import BadRecord, Problem
from manumit.records.publications import Cover, PressContact, PublicationRecord, PublishedFile
from manumit.records.schema import json_schema
from manumit.records.sitepages import (
    Option,
    PageRecord,
    Question,
    Translation,
    leads_to_a_work,
    links_in,
)
from manumit.records.types import (
    ANY_RECORD,
    KINDS,
    RECORD_OF_KIND,
    WORK_KINDS,
    AnyRecord,
    AnyWorkRecord,
    Applied,
    Finding,
    InstrumentRecord,
    JudgmentRecord,
    LegislationRecord,
    Version,
    places_of,
)
from manumit.records.waiting import after
from manumit.records.works import (
    ALL_RELATION_KINDS,
    RELATION_KINDS,
    Relation,
    WorkRecord,
)
from manumit.records.yamltext import read as yaml_read
from manumit.records.yamltext import write as yaml_write

__all__ = [
    "ALL_RELATION_KINDS",
    "ANY_RECORD",
    "KINDS",
    "MARKER",
    "RECORD_OF_KIND",
    "RELATION_KINDS",
    "WORK_KINDS",
    "Act",
    "AnyRecord",
    "AnyWorkRecord",
    "Applied",
    "BadMapping",
    "BadRecord",
    "BadRow",
    "Channel",
    "Checked",
    "Confidence",
    "Cover",
    "Finding",
    "InstrumentRecord",
    "Joining",
    "JudgmentRecord",
    "Language",
    "LegislationRecord",
    "ListMapping",
    "Opening",
    "Option",
    "OrganisationRecord",
    "PageRecord",
    "Place",
    "PressContact",
    "Problem",
    "Provision",
    "PublicationRecord",
    "PublishedFile",
    "Question",
    "Record",
    "RecordFile",
    "Relation",
    "Roll",
    "Service",
    "Source",
    "Status",
    "Translation",
    "TreatyEvent",
    "TreatyEvents",
    "UnreadableList",
    "Version",
    "Wait",
    "WorkRecord",
    "after",
    "check_file",
    "check_form",
    "check_together",
    "check_upkeep",
    "find_files",
    "folder_of",
    "json_schema",
    "leads_to_a_work",
    "links_in",
    "path_of",
    "places_of",
    "read_file",
    "read_files",
    "read_list",
    "read_mapping",
    "write_text",
    "yaml_read",
    "yaml_write",
]
