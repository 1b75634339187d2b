"""From answers to an outcome: what is indicated, what is missing, what follows, what to ask."""

import pytest

from manumit.guide import selectors as guides
from manumit.guide import terms
from manumit.guide.errors import NoSuchGuide
from manumit.guide.types import Answers, IndicationOutcome, Outcome, State, Truth

FORCED = {"work": "yes", "penalty": "documents", "involuntary": "deceived"}


def answers(**given: str) -> Answers:
    return {code.replace("_", "-"): frozenset(ticked.split()) for code, ticked in given.items()}


def outcome(jurisdiction: str = "", **given: str) -> Outcome:
    return guides.judge(guides.guide("screening", jurisdiction), answers(**given))


def part(found: Outcome, code: str) -> IndicationOutcome:
    return next(each for each in found.indications if each.indication.code == code)


def state(code: str, **given: str) -> State:
    return part(outcome(**given), code).state


def test_without_an_answer_nothing_is_said():
    found = outcome()
    assert {each.state for each in found.indications} == {State.UNANSWERED}
    assert found.follows == found.would_follow == found.ask_next == ()


def test_forced_labour_needs_work_a_penalty_and_no_free_offer():
    assert state("forced-labour", **FORCED) is State.INDICATED
    for missing in FORCED:
        left = {code: given for code, given in FORCED.items() if code != missing}
        assert state("forced-labour", **left) is State.OPEN
        assert state("forced-labour", **left, **{missing: "no"}) is State.RULED_OUT


def test_what_the_law_excepts_is_no_forced_labour_and_silence_about_it_is_no_exception():
    assert state("forced-labour", **FORCED, exception="yes") is State.RULED_OUT
    found = outcome(**FORCED)
    assert part(found, "forced-labour").state is State.INDICATED
    assert "exception" in {question.code for question in found.ask_next}


def test_for_a_child_no_means_is_needed_and_for_an_adult_one_is():
    told = {"act": "recruitment", "purpose": "organ-removal"}
    assert state("trafficking", **told, child="yes", means="no") is State.INDICATED
    assert state("trafficking", **told, child="no", means="no") is State.RULED_OUT
    assert state("trafficking", **told, means="no") is State.OPEN


def test_exploitation_that_takes_place_shows_the_purpose():
    found = part(outcome(**FORCED, act="harbouring", means="deception"), "trafficking")
    assert found.state is State.INDICATED
    assert found.views[0].elements[-1].shown_by == ("forced labour",)


def test_an_option_beside_others_that_are_ticked_is_not_known_and_not_denied():
    def of(text: str, **given: str) -> Truth:
        return terms.truth(text, answers(**given), lambda code: Truth.UNKNOWN)

    assert of("means.threat", means="threat deception") is Truth.YES
    assert of("means.threat", means="deception") is Truth.UNKNOWN
    assert of("not means.threat", means="deception") is Truth.UNKNOWN
    assert of("means.threat", means="no") is Truth.NO
    assert of("means", means="deception no") is Truth.YES


def test_law_that_is_about_one_option_is_shown_with_it_only():
    threatened, deceived = outcome("hk", means="threat"), outcome("hk", means="deception")
    assert any("Threats, and force" in law.says for law in threatened.laws)
    assert not any("Threats, and force" in law.says for law in deceived.laws)


def test_both_views_of_slavery_are_shown_where_the_law_is_split():
    told = {"ownership": "transferred", "possession": "yes", "legal_ownership": "no"}
    found = part(outcome(**told), "slavery")
    assert found.is_split
    assert [view.state for view in found.views] == [State.INDICATED, State.RULED_OUT]
    assert found.state is State.INDICATED


def test_low_pay_alone_is_a_breach_of_labour_law_and_says_that_it_is_not_yet_forced_labour():
    found = outcome(work="yes", labour="underpaid")
    assert [each.indication.code for each in found.having(State.INDICATED)] == ["labour-breach"]
    assert any("not yet forced labour" in note.says for note in part(found, "labour-breach").notes)
    forced = part(outcome(**FORCED, labour="underpaid"), "labour-breach")
    assert not any("not yet forced labour" in note.says for note in forced.notes)


def test_what_is_missing_is_named_and_asked_next_in_the_order_of_the_guide():
    found = outcome(act="recruitment")
    missing = part(found, "trafficking").views[0].open_elements
    assert [element.code for element in missing] == ["means", "purpose"]
    assert [question.code for question in found.ask_next] == ["child", "means", "purpose"]


def test_what_follows_at_suspicion_holds_when_indicated_and_would_when_open():
    assert any("credible suspicion" in each.says for each in outcome(**FORCED).follows)
    half = outcome(work="yes")
    assert not any("credible suspicion" in each.says for each in half.follows)
    assert any("credible suspicion" in each.says for each in half.would_follow)


def test_an_outcome_has_no_number_in_it():
    assert not {"score", "probability", "determination"} & set(Outcome.__slots__)


@pytest.mark.parametrize("jurisdiction", ["hk", "th"])
def test_the_law_of_the_place_is_laid_over_the_guide(jurisdiction):
    told = {"act": "recruitment", "means": "threat", "purpose": "sexual-exploitation"}
    laws = outcome(jurisdiction, **told).laws
    assert laws
    assert {cite.work.split("/")[0] for law in laws for cite in law.cites} == {jurisdiction}
    assert outcome(**told).laws == ()


def test_a_guide_or_a_law_that_is_not_there_is_refused():
    for code, jurisdiction in [("nonsense", ""), ("screening", "zz")]:
        with pytest.raises(NoSuchGuide):
            guides.guide(code, jurisdiction)


def test_the_questions_follow_the_answers():
    asked = guides.guide("screening")
    codes = [question.code for question in guides.path(asked, answers(child="yes", work="no"))]
    assert codes[:3] == ["danger", "act", "child"]
    assert "means" not in codes
    assert "penalty" not in codes
    assert codes[-1] == "labour"
    following = guides.next_question(asked, answers(child="yes"), ["danger", "act", "child"])
    assert following is not None
    assert following.code == "purpose"
    assert guides.next_question(asked, {}, [each.code for each in asked.questions]) is None
