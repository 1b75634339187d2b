"""What is asked in confidence: answered here and forgotten, or not asked at all."""

from dataclasses import replace

from manumit.search.errors import SearchElsewhere
from manumit.search.plan import Plan, Term
from tests.contracts.search_shelf import CRIMES, RANTSEV, put

DISCREET = Plan(Term("traffick"), None, (), None, None, "relevance", 5, 0, discreet=True)


def test_a_discreet_plan_is_answered_without_counts_or_is_refused(engine):
    put(engine, [RANTSEV, CRIMES])
    try:
        found = engine.execute(DISCREET)
    except SearchElsewhere:
        return
    openly = engine.execute(replace(DISCREET, discreet=False))
    assert [work.key for work in found.works] == [work.key for work in openly.works]
    assert found.facets() == {}
    assert openly.facets()
