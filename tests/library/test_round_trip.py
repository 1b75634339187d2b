"""Whatever a file says, the library gives it back letter for letter, on every database."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings

from manumit.library import selectors
from manumit.library.services import record_work
from manumit.records import RecordFile, write_text
from manumit.records.types import Elements
from tests.library.files import LAW, law
from tests.records.strategies import BODIES, RECORDS

AT = datetime(2026, 11, 22, tzinfo=UTC)
# Codes that the reference would have to know are left out; they have tests of their own.
NO_CODES = {
    "topics": [],
    "practice_areas": [],
    "coverage": [],
    "outcomes": [],
    "elements": Elements(),
}


def within_reference(record):
    """The record without codes nobody knows; where nobody reviews, nothing is in review."""
    known = {name: value for name, value in NO_CODES.items() if hasattr(record, name)}
    known |= {"forum": "ecthr"} if record.kind == "judgment" else {}
    known |= {"status": "draft"} if record.status == "in_review" else {}
    if hasattr(record, "provisions"):
        bare = [provision.model_copy(update={"topics": []}) for provision in record.provisions]
        known["provisions"] = bare
    return record.model_copy(update=known)


# Against a database it would take minutes to find the smallest record that fails.
@pytest.mark.django_db
@given(record=RECORDS.map(within_reference), body=BODIES)
@settings(
    max_examples=40,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_record_comes_out_as_it_went_in(record, body):
    file = RecordFile("coe/case/1-50/2010-01-07", record, body, Path("record.md"), {})
    with transaction.atomic():
        record_work(file=file, by=None, at=AT)
        written = selectors.text_of(selectors.any_work(file.key))
        transaction.set_rollback(True)
    assert written == write_text(record, body)


@pytest.mark.django_db
def test_a_provision_with_a_heading_and_no_gist_stays_as_it_is(load):
    told = "provisions:\n- at: sec_3\n  heading: Lighting\n  gist: ''\n"
    assert load({LAW: law(told)}).problems == []
    assert told in selectors.text_of(selectors.any_work(LAW))
