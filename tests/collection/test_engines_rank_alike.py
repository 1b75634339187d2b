"""The judged queries rank alike on every engine: what a reader sees does not depend on the host."""

from statistics import fmean

import pytest
from django.test import override_settings

from manumit.cli.bench.judged import read_judged
from manumit.cli.bench.ranking import DEPTH, ndcg
from manumit.cli.bench.relevance import as_shown
from manumit.search import services as search
from tests.contracts.engines import OPENSEARCH
from tests.paths import SAMPLES
from tests.services.opensearch import places

JUDGED = read_judged(SAMPLES / "relevance")


@pytest.fixture
def ranked(starter):
    """For every query the first works in the embedded engine, and in the distributed one."""
    with places.place() as place:
        here = first_works()
        with override_settings(MANUMIT_SEARCH_ENGINE=OPENSEARCH, MANUMIT_INDEX=place):
            search.rebuild()
            yield list(zip(here, first_works(), strict=True))


def first_works():
    return [as_shown(one.query)[:DEPTH] for one in JUDGED]


def shared(here, there):
    """The share of works that both lists have, of those that either could have in common."""
    longer = max(len(here), len(there))
    return len(set(here) & set(there)) / longer if longer else 1


def gain(rankings):
    pairs = zip(JUDGED, rankings, strict=True)
    return fmean(ndcg(ranking, one.relevant) for one, ranking in pairs)


def test_the_judged_queries_rank_alike(ranked):
    same = fmean(here == there for here, there in ranked)
    first = fmean(here[:1] == there[:1] for here, there in ranked)
    common = fmean(shared(here, there) for here, there in ranked)
    gains = [gain(rankings) for rankings in zip(*ranked, strict=True)]
    print(  # noqa: T201  # the figures behind the criterion, for whoever asks pytest for them
        f"{len(ranked)} queries: the same ten works in the same order {same:.1%}, the same first "
        f"{first:.1%}, works in common {common:.2%}, nDCG@10 {gains[0]:.4f} and {gains[1]:.4f}"
    )
    assert same >= 0.9
    assert first >= 0.98
    assert common >= 0.99
    assert gains[1] == pytest.approx(gains[0], abs=0.005)
