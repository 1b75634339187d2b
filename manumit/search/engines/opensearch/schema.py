"""What an index holds: one document a work, with its passages nested in it.

A work and its passages are so written and taken out in one step, and what must stand in one passage,
or must have held on a day, is asked where it stands. ``_source`` is off: all that is shown is in
``card``, and the library can always say the rest again.
"""

from typing import Any

from manumit.search import analysis
from manumit.search.engines.opensearch.terms import ANALYSIS
from manumit.search.types import DEEPEST, FACETS, MOST_HITS

VERSION = f"4.{analysis.VERSION}"
PASSAGES = "passages"
_APART = 10_000  # positions between two sentences: more than any has
_LONGEST_NAME = 8_000  # characters: a cluster refuses the work where it has more than 32,766 bytes
ONE_SENTENCE = _APART - 1
_TEXTS = (
    "words",  # all there is
    "pairs",  # each two words that follow one another, as ``pairs`` writes them
    "clusters",
    "lasting_words",  # without what holds for some days only; for works that have such texts
    "lasting_clusters",
    "title_words",
    "title_clusters",
    "citations",
    "labels",
)
# Between two passages one position is left free, as in the other engine: no phrase reaches across.
_TERMS = {"type": "text", "analyzer": "terms", "position_increment_gap": 1}
_CARD = {"type": "keyword", "index": False, "doc_values": False, "store": True}


def settings(shards: int) -> dict[str, Any]:
    """The settings of an index: a copy of each shard on a second node, where there is one.

    Nothing shows before it is told to (``refresh_interval``). Two terms at one position count as two
    in the length of a text, as in the other engine.
    """
    return {
        "number_of_shards": shards,
        "auto_expand_replicas": "0-1",
        "refresh_interval": -1,
        "max_result_window": DEEPEST + MOST_HITS,
        "mapping.nested_objects.limit": 1_000_000,
        "similarity": {"default": {"type": "BM25", "discount_overlaps": False}},
        "analysis": ANALYSIS,
    }


def mappings() -> dict[str, Any]:
    """The fields of a work and of a passage. Days are numbers such as 20190531."""
    return {
        "dynamic": "strict",
        "_source": {"enabled": False},
        "properties": {
            "card": _CARD,
            "key": {"type": "keyword"},
            "whole_name": {"type": "keyword", "doc_values": False, "ignore_above": _LONGEST_NAME},
            **{facet: {"type": "keyword"} for facet in FACETS},
            **dict.fromkeys(_TEXTS, _TERMS),
            "dated_texts": {"type": "boolean"},
            "days": {"type": "integer_range"},
            "first_day": {"type": "integer", "index": False},
            "last_day": {"type": "integer", "index": False},
            "holds": {"type": "integer_range"},
            "cited": {"type": "integer"},
            "added": {"type": "integer", "index": False},
            PASSAGES: {"type": "nested", "properties": _passage()},
        },
    }


def _passage() -> dict[str, Any]:
    return {
        "card": _CARD,
        "language": {"type": "keyword"},
        "words": _TERMS,
        "clusters": _TERMS,
        "sentences": {**_TERMS, "position_increment_gap": _APART},
        "holds": {"type": "integer_range"},
        "dated": {"type": "integer_range"},  # the same, of what holds for some days only
        "still": {"type": "boolean"},  # in force: no last day is known
    }
