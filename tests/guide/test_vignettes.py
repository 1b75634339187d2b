"""The guide points to what courts found on the same facts, and not to what they rejected."""

from functools import cache

import pytest

from manumit.guide import selectors as guides
from manumit.guide.types import Answers, State
from manumit.records import JudgmentRecord, RecordFile, read_file, yaml_read
from tests.paths import REPOSITORY, SAMPLES

VIGNETTES = yaml_read((SAMPLES / "guide/vignettes.yaml").read_text("utf-8"))[0]
EACH = pytest.mark.parametrize("told", VIGNETTES, ids=lambda told: told["judgment"])
# What a record calls it, and what the guide does.
SAME = {"domestic-servitude": "servitude"}


@cache
def record_of(key: str) -> RecordFile:
    return read_file(REPOSITORY / f"collection/{key}.md", key)


def judgment_of(key: str) -> JudgmentRecord:
    record = record_of(key).record
    assert isinstance(record, JudgmentRecord)
    return record


def answers_of(told) -> Answers:
    return {question: frozenset(given) for question, given in told["answers"].items()}


def words_of(key: str) -> str:
    """All that the record says in prose."""
    findings = " ".join(finding.says for finding in judgment_of(key).findings)
    return " ".join(f"{record_of(key).body} {findings}".split())


@EACH
def test_what_the_court_found_is_indicated_and_what_it_rejected_is_not(told):
    outcome = guides.judge(guides.guide("screening"), answers_of(told))
    indicated = {each.indication.code for each in outcome.having(State.INDICATED)}
    assert set(told["found"]) <= indicated
    assert not set(told["rejected"]) & indicated


@EACH
def test_every_answer_stands_on_words_of_the_record(told):
    words = words_of(told["judgment"])
    quoted = [words_ for given in told["answers"].values() for words_ in given.values()]
    assert [quote for quote in quoted if " ".join(quote.split()) not in words] == []


@EACH
def test_every_answer_is_one_that_the_guide_takes(told):
    guide = guides.guide("screening")
    for question, given in answers_of(told).items():
        taken = {option.code for option in guide.question(question).options} or {"yes"}
        assert given <= taken | {"no", "unknown"}, question


@EACH
def test_a_vignette_rests_on_one_finding_and_its_record_agrees(told):
    record = judgment_of(told["judgment"])
    assert record.status == "published"
    assert sum(one.says.startswith(told["rests_on"]) for one in record.findings) == 1
    purposes = {SAME.get(one.concept, one.concept): one.basis for one in record.elements.purpose}
    for code in set(told["found"]) & set(purposes):
        assert purposes[code] == "found"
    for code in set(told["rejected"]) & set(purposes):
        assert purposes[code] == "not_found" or told.get("who")


def test_there_are_enough_of_them_and_of_both_sorts():
    assert len(VIGNETTES) >= 25
    assert sum(bool(told["rejected"]) for told in VIGNETTES) >= 6
    found = {code for told in VIGNETTES for code in told["found"]}
    assert found >= {"trafficking", "forced-labour", "servitude", "slavery"}
    assert found >= {"debt-bondage", "serfdom", "labour-breach"}
