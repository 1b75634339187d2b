"""manumit check: a collection is judged without a database."""

import pytest

from manumit.guide import selectors as guides
from tests.library.files import CASE, LAW, judgment, law
from tests.paths import REPOSITORY

SOUND = law().replace("status: published\n", "")


def test_the_starter_collection_is_sound(manumit):
    answer = manumit("check", REPOSITORY / "collection", "--format", "json")
    assert answer.code == 0
    assert answer.json["files"] > 100
    assert answer.json["problems"] == []


def test_a_sound_collection_is_told_in_one_line(manumit, write_record):
    assert manumit("check", write_record(LAW, SOUND)) == (0, "1 files, no problems.\n", "")


def test_each_problem_is_one_line_with_its_place(manumit, write_record):
    write_record(LAW, SOUND.replace("number", "colour: red\nnumber"))
    root = write_record(CASE, judgment(f"relations:\n- related: {LAW}-2\n"))
    answer = manumit("check", root)
    assert answer.code == 1
    assert answer.err.splitlines() == [
        f"{root}/{CASE}.md:1: is not in canonical form: manumit check --fix rewrites it",
        f"{root}/{CASE}.md:8: relations.0: no record of this collection is hk/law/cap-9999-2",
        f"{root}/{LAW}.md:5: colour: is no field of this record",
    ]
    assert answer.out == "2 files, 3 problems.\n"


def test_problems_for_programs_have_file_line_field_and_reason(manumit, write_record):
    root = write_record(LAW, SOUND.replace("number", "colour: red\nnumber"))
    answer = manumit("check", root, "--format", "json")
    assert answer.json == {
        "files": 1,
        "problems": [
            {
                "file": f"{root}/{LAW}.md",
                "line": 5,
                "field": "colour",
                "reason": "is no field of this record",
            }
        ],
    }


@pytest.mark.parametrize("text", [law(), SOUND.replace("\n", "\r\n"), "\ufeff" + SOUND])
def test_a_file_in_another_form_is_rewritten_on_request(manumit, write_record, text):
    root = write_record(LAW, "")
    path = root / f"{LAW}.md"
    path.write_bytes(text.encode())
    assert manumit("check", root).code == 1
    assert manumit("check", root, "--fix").code == 0
    assert path.read_bytes() == SOUND.encode()


def test_a_bad_file_is_never_rewritten(manumit, write_record):
    root = write_record(LAW, "broken")
    assert manumit("check", root, "--fix").code == 1
    assert (root / f"{LAW}.md").read_text(encoding="utf-8") == "broken"


def test_a_path_that_is_not_there_is_one_line(manumit, tmp_path):
    answer = manumit("check", tmp_path / "nowhere")
    assert answer == (1, "", f"manumit: {tmp_path}/nowhere:1: there is no such file or folder\n")


def test_a_guide_is_checked_beside_the_records_it_cites(manumit):
    together = manumit("check", REPOSITORY / "collection", guides.FOLDER)
    assert together.code == 0, together.err
    alone = manumit("check", guides.FOLDER)
    assert alone.code == 1
    assert "no record of this collection is un/treaty/palermo-protocol" in alone.err
