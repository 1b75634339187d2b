"""What a record must agree with: the reference, and its fellow records."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from manumit import reference
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
    today = datetime.now(tz=UTC).date()
    assert [problem for file in files for problem in check_file(file, today=today)] == []
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
        ("outcomes: [won]", "6: outcomes.0: no outcome has the code 'won'"),
    ],
)
def test_a_code_nobody_knows_is_named_with_its_line(read_text, judgment, given, line):
    assert told(check_file(read_text(judgment(given)), today=TODAY)) == [line]


def test_a_code_that_this_centre_accepted_is_known_without_a_database(
    own_words, read_text, judgment
):
    scheme = reference.scheme("exploitation")
    slavery = scheme.concept("slavery")
    own = replace(slavery, code="flying", uri=slavery.uri.replace("slavery", "flying"))
    reference.write_own([scheme.having([*scheme.concepts, own])])
    assert check_file(read_text(judgment("topics: [flying]")), today=TODAY) == []


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


TREATY = (
    "---\nkind: instrument\nstatus: draft\ntitle: A\ninstrument_type: convention\nbinding: true\n"
    "in_force_on: 2005-01-01\njoining: {}\nevents:\n- {}\nsources:\n"
    "- {{id: untc, publisher: A, for: [events], on: 2026-11-01}}\n---\n"
)
JOINED = "{{party: th, act: {}, on: {}, effective_on: {}, gist: '{}', source: untc}}"


@pytest.fixture
def faults_of_an_act(read_text):
    """What is told of a treaty whose ``joining`` and one act are these."""

    def told_of(joining, act, on, effective, gist=""):
        text = TREATY.format(joining, JOINED.format(act, on, effective, gist))
        return told(check_file(read_text(text, key="un/treaty/a"), today=TODAY))

    return told_of


@pytest.mark.parametrize(
    ("wait", "on", "effective"),
    [
        ("days: 30", "2010-01-31", "2010-03-02"),
        ("days: 0", "2010-01-31", "2010-01-31"),
        ("months: 3", "2010-11-30", "2011-02-28"),
        ("months: 12", "2008-02-29", "2009-02-28"),
        ("months: 3, next_month: true", "2008-12-17", "2009-04-01"),
        ("months: 2, next_month: true", "2010-12-28", "2011-03-01"),
        ("days: 60, next_month: true", "2011-08-30", "2011-11-01"),
        ("days: 30", "2004-06-01", "2005-01-01"),  # not before the whole is in force
    ],
)
def test_a_deposit_that_works_by_the_rule_of_joining_is_no_fault(
    faults_of_an_act, wait, on, effective
):
    joining = f"{{takes_effect: {{{wait}}}}}"
    assert faults_of_an_act(joining, "accession", on, effective) == []


def test_a_deposit_that_works_on_another_day_than_the_rule_gives_is_told(faults_of_an_act):
    joining = "{takes_effect: {days: 30}, ends_after: {months: 12}}"
    assert faults_of_an_act(joining, "ratification", "2010-01-31", "2010-03-01") == [
        (
            "10: events.0.effective_on: ratification of 2010-01-31 works on 2010-03-02 by the rule "
            "of joining, not on 2010-03-01: mend one of them, or say in the event's gist what the "
            "depositary does, naming 2010-03-02"
        )
    ]
    (line,) = faults_of_an_act(joining, "denunciation", "2010-01-31", "2010-03-02")
    assert "works on 2011-01-31" in line


def test_what_a_depositary_does_against_the_rule_is_said_in_the_gist(faults_of_an_act):
    gist = "By the depositary; the rule gives 2010-03-02."
    joining = "{takes_effect: {days: 30}}"
    assert faults_of_an_act(joining, "accession", "2010-01-31", "2010-03-01", gist) == []


@pytest.mark.parametrize(("act", "on"), [("succession", "2010-01-31"), ("ratification", "2010-01")])
def test_a_day_that_no_rule_gives_is_left_alone(faults_of_an_act, act, on):
    assert faults_of_an_act("{takes_effect: {days: 30}}", act, on, "2010-02-05") == []


def test_a_roll_names_states_and_territories_that_exist(faults_of_an_act):
    roll = "{of: [th, zz], over: [hk, moon], up_to: 2015-03-14, source: untc}"
    assert faults_of_an_act(f"{{rolls: [{roll}]}}", "accession", "2010-01-31", "2010-03-02") == [
        "8: joining.rolls.0.of.1: no state or body has the code 'zz'",
        "8: joining.rolls.0.over.1: no jurisdiction has the code 'moon'",
    ]


def test_an_instrument_that_another_depends_on_must_be_there(read_text):
    act = JOINED.format("accession", "2010-01-31", "2010-03-02", "")
    file = read_text(TREATY.format("{depends_on: un/treaty/b}", act), key="un/treaty/a")
    assert told(check_together([file])) == [
        "8: joining.depends_on: no record of this collection is un/treaty/b"
    ]
