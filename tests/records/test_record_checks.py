"""What a record must agree with: the reference, and its fellow records."""

from datetime import date

import pytest

from manumit.records import check_file, check_together, find_files, read_files
from tests.paths import REPOSITORY

LAW = "coe/case/1-50/2010-01-07"
STATUTE = (
    "---\nkind: legislation\nstatus: draft\ntitle: A\nlegislation_type: act\nnumber: Cap. 1\n"
    "{}---\n"
)

TODAY = date(2026, 11, 22)


def told(problems):
    return [f"{problem.line}: {problem.field}: {problem.reason}" for problem in problems]


def test_the_starter_collection_has_no_fault():
    files = list(read_files(find_files([REPOSITORY / "collection"])))
    assert [problem for file in files for problem in check_file(file, today=TODAY)] == []
    assert check_together(files) == []


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("topics: [flying]", "6: topics.0: no topic has the code 'flying'"),
        ("topics: [non-punishment, slavry]", "6: topics.1: no topic has the code 'slavry'"),
        (
            "practice_areas: [space]",
            "6: practice_areas.0: no practice area has the code 'space'",
        ),
        (
            "elements:\n  purpose:\n  - {concept: fun, basis: found}",
            "8: elements.purpose.0: no purpose has the code 'fun'",
        ),
    ],
)
def test_a_code_nobody_knows_is_named_with_its_line(read_text, judgment, given, line):
    assert told(check_file(read_text(judgment(given)), today=TODAY)) == [line]


def test_a_forum_must_exist_and_belong_to_the_records_system(read_text, judgment):
    nowhere = judgment("forum: moon-court", instead_of="forum: ecthr")
    assert told(check_file(read_text(nowhere), today=TODAY)) == [
        "4: forum: no forum has the code 'moon-court'"
    ]
    elsewhere = read_text(judgment(), key="hk/case/a/2010-01-07")
    assert told(check_file(elsewhere, today=TODAY)) == ["4: forum: ecthr belongs to coe, not to hk"]


def test_a_key_begins_with_a_known_system(read_text, judgment):
    problems = told(check_file(read_text(judgment(), key="zz/case/a/2010-01-07"), today=TODAY))
    assert "2: : no jurisdiction or system has the code 'zz'" in problems


def test_a_provisions_topics_are_looked_up_too(read_text):
    text = STATUTE.format("provisions:\n- at: sec_1\n  gist: a\n  topics: [flying]\n")
    assert told(check_file(read_text(text, key="hk/law/cap-1"), today=TODAY)) == [
        "10: provisions.0.topics.0: no topic has the code 'flying'"
    ]


def test_a_publications_coverage_names_jurisdictions(read_text):
    text = (
        "---\nkind: publication\nstatus: draft\ntitle: A\npublication_type: report\n"
        "publisher: B\ncoverage: [hk, zz]\n---\n"
    )
    assert told(check_file(read_text(text, key="hk/publication/a"), today=TODAY)) == [
        "7: coverage.1: no jurisdiction has the code 'zz'"
    ]


def test_links_to_records_that_are_not_there_are_told(read_text, judgment):
    text = judgment(
        "relations:\n- related: hk/law/cap-1\n"
        "applied:\n- {work: coe/treaty/echr, how: binding}\n"
        "findings:\n- says: So.\n  weight: ratio\n  about: ['un/treaty/a#art_1']"
    )
    assert told(check_together([read_text(text)])) == [
        "7: relations.0: no record of this collection is hk/law/cap-1",
        "9: applied.0: no record of this collection is coe/treaty/echr",
        "13: findings.0.about.0: no record of this collection is un/treaty/a",
    ]


@pytest.mark.parametrize(
    "line", ["neutral_citation: '[2010] X 1'", "identifiers: {ecli: 'ECLI:X'}"]
)
def test_one_judgment_twice_is_told(read_text, judgment, line):
    files = [read_text(judgment(line), key=LAW), read_text(judgment(line), key=f"{LAW}-2")]
    [problem] = check_together(files)
    assert problem.reason.startswith(f"{LAW} has the same ")


def test_two_systems_may_use_one_number(read_text):
    text = STATUTE.format("")
    files = [read_text(text, key="hk/law/cap-1"), read_text(text, key="th/law/cap-1")]
    assert check_together(files) == []


def test_nobody_has_looked_tomorrow(read_text):
    source = "sources:\n- {publisher: A, for: [title], on: 2026-11-01}\n"
    file = read_text(STATUTE.format(source), key="hk/law/cap-1")
    (line,) = told(check_file(file, today=date(2026, 10, 1)))
    assert line.endswith("sources.0.on: nobody has looked yet on 2026-11-01")
