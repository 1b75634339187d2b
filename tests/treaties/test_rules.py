"""Every rule of the table decides its examples, and no rule is without one."""

import pytest

from manumit.treaties.rules import RULES, position
from tests.paths import REPOSITORY
from tests.treaties.page import page
from tests.treaties.reading import day, samples, territory, treaty

KEY, PARENT = "un/treaty/sample", "un/treaty/parent"
SAMPLES = samples()
ASKED = [
    pytest.param(sample, ask, id=f"{sample['rule']}-{ask['who']}-{ask['on']}-{number}")
    for number, sample in enumerate(SAMPLES)
    for ask in sample["asks"]
]


def answer(sample, ask):
    asked = treaty(sample["treaty"], sample["acts"], KEY)
    shelf = {KEY: asked}
    if "parent" in sample:
        shelf[PARENT] = treaty(sample["parent"], sample["parent_acts"], PARENT)
    return position(asked, territory(ask["who"], sample), day(ask["on"]), shelf)


@pytest.mark.parametrize(("sample", "ask"), ASKED)
def test_a_position_comes_out_as_the_rule_says(sample, ask):
    found = answer(sample, ask)
    assert found.in_force is ask["in_force"], found
    for name in ("since", "standing", "through", "sureness"):
        if name in ask:
            assert getattr(found, name) == ask[name], found
    if "rule" in ask:
        assert ask["rule"] in found.rules, found
    if "statements" in ask:
        assert [each.act.gist for each in found.statements] == ask["statements"]
        assert sum(len(each.objections) for each in found.statements) == ask["objections"]
        assert sum(len(each.cut_back) for each in found.statements) == ask["cut_back"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_an_example_that_it_decides(rule):
    own = [sample for sample in SAMPLES if sample["rule"] == rule.code]
    assert own, f"no sample in tests/treaties/samples is of the rule {rule.code}"
    if rule.code == "ending-taken-back":  # what it decides is that the notice counts for nothing
        return
    assert any(rule.code in answer(sample, ask).rules for sample in own for ask in sample["asks"])


def test_every_rule_that_a_position_names_is_in_the_table():
    known = {rule.code for rule in RULES}
    for sample in SAMPLES:
        for ask in sample["asks"]:
            assert set(answer(sample, ask).rules) <= known


def test_the_page_of_rules_is_written_from_the_table():
    written = (REPOSITORY / "docs" / "treaty-rules.md").read_text(encoding="utf-8")
    assert written == page(), "write it anew: python -m tests.treaties.page > docs/treaty-rules.md"
