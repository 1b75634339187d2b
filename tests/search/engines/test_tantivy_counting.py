"""Facets are counted right in whichever way is quickest."""

import pytest

from manumit.search.engines.tantivy import TantivyEngine, counting
from manumit.search.types import FACETS
from tests.contracts.search_shelf import SHELF, find, put


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    made = TantivyEngine(tmp_path_factory.mktemp("shelf"))
    put(made, SHELF)
    return made


@pytest.fixture
def counted(engine, tmp_path_factory):
    """What an engine that has kept no counts says of everything and of one kind of work."""

    def count():
        fresh = TantivyEngine(engine._folders.root)
        asked = ({}, {"kind": ("legislation",)}, {"jurisdiction": ("hk",), "language": ("en",)})
        return [find(fresh, "", filters=filters).facets for filters in asked]

    return count


def test_sets_of_values_count_as_the_values_do(counted, monkeypatch):
    plainly = counted()
    assert any(plainly[0][facet] for facet in ("forum", "topic", "language"))
    monkeypatch.setattr(counting, "_MANY", 0)
    monkeypatch.setattr(counting, "_MANY_OF", {})
    assert counted() == plainly


def test_too_many_sets_are_no_reason_to_count_wrong(counted, monkeypatch):
    plainly = counted()
    monkeypatch.setattr(counting, "_MANY", 0)
    monkeypatch.setattr(counting, "_MANY_OF", {})
    monkeypatch.setattr(counting, "_MOST_SETS", 1)
    assert counted() == plainly


def test_every_facet_is_counted_the_most_frequent_value_first(counted):
    facets = counted()[0]
    assert tuple(facets) == FACETS
    for counts in facets.values():
        assert [each.count for each in counts] == sorted(
            (each.count for each in counts), reverse=True
        )
