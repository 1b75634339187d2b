"""A record has one text: written, read and written again it is the same, letter for letter."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from manumit.records import check_form, find_files, read_file, read_files, write_text
from tests.paths import REPOSITORY
from tests.records.strategies import BODIES, RECORDS

KEY = "coe/case/1-50/2010-01-07"


@given(record=RECORDS, body=BODIES)
@settings(max_examples=60)
def test_any_record_comes_back_as_it_was_written(record, body):
    text = write_text(record, body)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "record.md")
        path.write_text(text, encoding="utf-8")
        file = read_file(path, KEY)
    assert file.record == record
    assert file.body == body.strip("\n")
    assert write_text(file.record, file.body) == text


def test_every_starter_record_stands_in_canonical_form():
    for file in read_files(find_files([REPOSITORY / "collection"])):
        assert check_form(file, file.path.read_text(encoding="utf-8")) == []


def test_a_file_in_another_form_is_told_how_to_mend_it(read_text, judgment):
    text = judgment().replace("[title, dates]", "\n  - title\n  - dates")
    [problem] = check_form(read_text(text), text)
    assert problem.reason == "is not in canonical form: manumit check --fix rewrites it"
    assert check_form(read_text(judgment()), judgment()) == []


def test_what_everything_rests_on_stands_last(read_text, judgment):
    file = read_text(judgment("confidence: high\noutcome: A lamp."))
    fields = [
        line.partition(":")[0]
        for line in write_text(file.record, "").splitlines()
        if line[0].isalpha()
    ]
    assert fields[0] == "kind"
    assert fields[-2:] == ["confidence", "sources"]


def test_provisions_are_written_in_reading_order(read_text):
    text = (
        "---\nkind: legislation\nstatus: draft\ntitle: A\nlegislation_type: act\nnumber: '1'\n"
        "provisions:\n- {at: sec_10, gist: c}\n- {at: sec_2A, gist: b}\n- {at: sec_2, gist: a}\n---\n"
    )
    record = read_text(text).record
    assert [provision.at for provision in record.provisions] == ["sec_2", "sec_2A", "sec_10"]


@pytest.mark.parametrize("body", ["One.\r\n\r\nTwo.\r\n", "\n\nOne.\n\nTwo.\n\n\n"])
def test_prose_ends_with_one_line_end_whatever_the_browser_sent(read_text, judgment, body):
    record = read_text(judgment()).record
    assert write_text(record, body).endswith("---\n\nOne.\n\nTwo.\n")


def test_an_instrument_that_binds_at_once_says_so_in_words(read_text):
    text = (
        "---\nkind: instrument\nstatus: draft\ntitle: A\ninstrument_type: convention\n"
        "binding: true\njoining:\n  takes_effect:\n    days: 0\n---\n"
    )
    file = read_text(text, key="un/treaty/a")
    assert "\n  takes_effect:\n    days: 0\n" in write_text(file.record, file.body)
