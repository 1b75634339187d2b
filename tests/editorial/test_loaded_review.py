"""A record that a file brings for review: what a second person approves is the whole of the file."""

from hashlib import sha256

import pytest
from wagtail.models import TaskState

from manumit.library import selectors
from manumit.library.models import Work
from manumit.library.services import load_records
from manumit.records import find_files
from tests.library.files import CASE, LAW, TREATY, judgment, law, publication, treaty
from tests.staff import person_with

pytestmark = pytest.mark.usefixtures("starter")
REPORT = "un/publication/unodc/2031-lamps"
PRINTED = b"%PDF-1.7 of lamps"
PROVISIONS = "provisions:\n- at: sec_3\n  heading: Lighting\n  gist: Lamps are lit at dusk.\n"
FINDINGS = "findings:\n- says: The lamp was lit.\n  weight: ratio\n"
FILES = f"files:\n- file: report.pdf\n  sha256: {sha256(PRINTED).hexdigest()}\n  language: en\n"
RECORDS = {
    LAW: law(PROVISIONS, status="in_review"),
    TREATY: treaty(PROVISIONS.replace("sec_3", "art_3"), status="in_review"),
    CASE: judgment(FINDINGS, status="in_review"),
    REPORT: publication(FILES, status="in_review"),
}


@pytest.mark.parametrize("key", RECORDS)
def test_what_is_approved_is_all_that_the_file_said(write_record, at, key, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    root = write_record(key, RECORDS[key])
    (root / REPORT).mkdir(parents=True)
    (root / REPORT / "report.pdf").write_bytes(PRINTED)
    report = load_records(places=find_files([root / f"{key}.md"]), by=None, at=at)
    assert report.problems == []
    state = Work.objects.get(key=key).as_kind().current_workflow_task_state
    task = TaskState.objects.get(pk=state.pk)
    task.task.specific.on_action(task, person_with("reviewer", email="bo@example.org"), "approve")
    published = selectors.text_of(selectors.any_work(key))
    assert published == RECORDS[key].replace("status: in_review\n", "")
