"""Words that stand in no source but in the reference and in what records may say."""

from collections.abc import Iterator
from typing import Any, get_args

from django.apps import apps

from manumit import records, reference
from manumit.cli.languages.extracting import Message
from manumit.search.selectors import SORTS

# Codes that pages show as a word or two of English, by the record and the field that has them.
_CODES = (
    (records.InstrumentRecord, "instrument_type"),
    (records.LegislationRecord, "legislation_type"),
    (records.PublicationRecord, "publication_type"),
    (records.OrganisationRecord, "organisation_type"),
    (records.TreatyEvent, "act"),
)
# Choices that pages show by their labels.
_LABELS = (
    ("text", "authority"), ("finding", "weight"), ("finding", "fate"), ("appliedprovision", "how"),
    ("elementtreated", "part"), ("elementtreated", "basis"),
)  # fmt: skip
_SCHEMES = ("practice-area", "act", "means", "exploitation", "cross-cutting", "outcome")


def vocabulary() -> Iterator[Message]:
    """Names of topics and bodies, which fill what the reference lacks; and the names of codes."""
    for name in sorted(set(_names())):
        yield Message(name, "name", "reference")
    for word in sorted(set(_codes())):
        yield Message(word, "code", "records")


def _names() -> Iterator[str]:
    for system in reference.systems().values():
        if system.kind == "system":
            yield system.names["en"]
    # What a Centre says itself is in the languages in which its people say it.
    shipped = reference.shipped_schemes()
    for known in shipped.values():
        yield known.title
    for scheme in _SCHEMES:
        for concept in shipped[scheme].concepts:
            yield concept.names["en"]


def _codes() -> Iterator[str]:
    codes = [code for record, field in _CODES for code in _literals(record, field)]
    for code in [*codes, *SORTS, "free", "charged", "means-tested"]:
        yield code.replace("-", " ").replace("_", " ").capitalize()
    yield from get_args(records.Confidence)
    for model, field in _LABELS:
        choices = apps.get_model("library", model)._meta.get_field(field).choices  # noqa: SLF001  # Django's way to ask a model of itself
        for _, label in choices:
            yield str(label)


def _literals(record: Any, field: str) -> tuple[str, ...]:
    return get_args(record.model_fields[field].annotation)
