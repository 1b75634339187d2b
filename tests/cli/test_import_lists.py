"""manumit import records: a list's rows become drafts that only editors see, or files to look at."""

import pytest

from manumit.library.models import Work
from tests.library.files import judgment

pytestmark = pytest.mark.django_db
MAPPING = """\
kind: judgment
key: hk/case/{Citation}
defaults: {forum: hkcfi}
columns: {Citation: neutral_citation, Name: title, Decided: decided_on}
source: {publisher: The office, for: [title, dates], on: 2026-11-01}
"""
LIST = "Citation,Name,Decided\n[2020] HKCFI 1,A v B,2020-01-02\n[2020] HKCFI 2,,2020-01-03\n"
KEY = "hk/case/2020-hkcfi-1"


@pytest.fixture
def files(tmp_path):
    mapping, cases = tmp_path / "mapping.yaml", tmp_path / "cases.csv"
    mapping.write_text(MAPPING)
    cases.write_text(LIST)
    return cases, "--mapping", mapping


def test_good_rows_become_drafts_and_bad_ones_are_told(manumit, files):
    answer = manumit("import", "records", *files)
    assert answer.code == 1
    assert answer.out.splitlines() == [f"line 2: {KEY}: draft made"]
    assert answer.err.splitlines() == [f"{files[0]}:3: Name (title): is missing"]
    work = Work.objects.get()
    assert (work.key, work.live) == (KEY, False)


def test_importing_again_changes_nothing(manumit, files):
    manumit("import", "records", *files)
    answer = manumit("import", "records", *files)
    assert answer.out.splitlines() == [f"line 2: {KEY}: unchanged"]


def test_a_record_on_the_shelves_is_never_changed_by_a_list(manumit, files, write_record):
    fields = "forum: hkcfi\ndecided_on: 2020-01-02\n"
    record = judgment().replace("forum: ecthr-gc\ndecided_on: 2031-05-02\n", fields)
    assert manumit("load", write_record(KEY, record)).code == 0
    answer = manumit("import", "records", *files)
    assert answer.out == ""
    assert answer.err.splitlines()[0] == (
        f"{files[0]}:2: {KEY} is on the shelves already: a list adds records and changes none"
    )
    assert Work.objects.get().live


def test_drafts_can_be_written_for_an_editor_instead(manumit, files, tmp_path):
    answer = manumit("import", "records", *files, "--propose", tmp_path / "out", "--format", "json")
    written = tmp_path / "out" / f"{KEY}.md"
    assert answer.json["rows"] == [{"line": 2, "key": KEY, "outcome": str(written)}]
    assert "status: draft\n" in written.read_text()
    assert not Work.objects.exists()
    assert manumit("check", tmp_path / "out").code == 0


def test_a_list_needs_a_mapping_and_nothing_else_has_one(manumit, files):
    assert manumit("import", "records", files[0]).code == 2
    assert "lists of records need --mapping" in manumit("import", "treaty", *files).err


def test_a_wrong_mapping_or_file_is_one_line(manumit, files, tmp_path):
    answer = manumit("import", "records", files[0], "--mapping", tmp_path / "nowhere.yaml")
    assert (answer.code, len(answer.err.splitlines())) == (1, 1)
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"\xff\xfe\xff")
    answer = manumit("import", "records", bad, tmp_path / "none.csv", *files)
    assert answer.out.splitlines() == [f"line 2: {KEY}: draft made"]
    assert [line.startswith((str(bad), f"{tmp_path}/none.csv")) for line in answer.err.splitlines()] == [
        True, True, False,
    ]  # fmt: skip
