"""Facets are counted the most frequent value first."""

from manumit.search.engines.tantivy import TantivyEngine
from manumit.search.types import FACETS
from tests.contracts.search_shelf import SHELF, find, put


def test_every_facet_is_counted_the_most_frequent_value_first(tmp_path):
    engine = TantivyEngine(tmp_path)
    put(engine, SHELF)
    facets = find(engine, "").facets
    assert tuple(facets) == FACETS
    assert any(facets[facet] for facet in ("forum", "topic", "language"))
    for counts in facets.values():
        assert [each.count for each in counts] == sorted(
            (each.count for each in counts), reverse=True
        )
