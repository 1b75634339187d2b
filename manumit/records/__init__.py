"""The collection's files: record types, their schema, reading and writing. Knows no database."""

from manumit.records.checks import check_file, check_form, check_together
from manumit.records.fields import (
    Checked,
    Confidence,
    Provision,
    Source,
    Status,
)
from manumit.records.files import RecordFile, read_file, write_text
from manumit.records.folder import MARKER, Place, find_files, path_of, read_files
from manumit.records.problems import BadRecord, Problem
from manumit.records.schema import json_schema
from manumit.records.types import (
    ALL_RELATION_KINDS,
    ANY_RECORD,
    KINDS,
    RELATION_KINDS,
    AnyRecord,
    Applied,
    Finding,
    InstrumentRecord,
    JudgmentRecord,
    LegislationRecord,
    PublicationRecord,
    Record,
    Relation,
)
from manumit.records.yamltext import read as yaml_read
from manumit.records.yamltext import write as yaml_write

__all__ = [
    "ALL_RELATION_KINDS",
    "ANY_RECORD",
    "KINDS",
    "MARKER",
    "RELATION_KINDS",
    "AnyRecord",
    "Applied",
    "BadRecord",
    "Checked",
    "Confidence",
    "Finding",
    "InstrumentRecord",
    "JudgmentRecord",
    "LegislationRecord",
    "Place",
    "Problem",
    "Provision",
    "PublicationRecord",
    "Record",
    "RecordFile",
    "Relation",
    "Source",
    "Status",
    "check_file",
    "check_form",
    "check_together",
    "find_files",
    "json_schema",
    "path_of",
    "read_file",
    "read_files",
    "write_text",
    "yaml_read",
    "yaml_write",
]
