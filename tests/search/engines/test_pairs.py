"""A phrase is found by its pairs of words wherever, and only where, its words stand in a row."""

from dataclasses import replace

import pytest
import tantivy
from hypothesis import given
from hypothesis import strategies as st

from manumit.library.types import SearchPassage
from manumit.search import analysis
from manumit.search.engines.tantivy import compiling, schema
from manumit.search.engines.tantivy.documents import documents_of
from manumit.search.plan import Phrase
from manumit.search.query.nodes import as_phrase
from tests.contracts.search_shelf import SHELF

_WORDS = st.sampled_from(
    ["the", "courts", "of", "Hong", "Kong", "1997", "販運", "人口", "แรงงาน", "๔"]
)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=8).map(" ".join)
_LIKE = replace(SHELF[0], title="A title", titles=(), citations=(), labels=(), whose=())


def _indexed(texts):
    """A searcher over works, each with one of the texts, and the schema."""
    fields = schema.works()
    index = tantivy.Index(fields)
    index.register_tokenizer(schema.TOKENIZER, schema.analyzer())
    writer = index.writer(heap_size=15_000_000, num_threads=1)
    for number, text in enumerate(texts):
        passage = SearchPassage("p_1", "1", "", "en", text, None, None)
        writer.add_document(documents_of(replace(_LIKE, key=str(number), passages=(passage,))).work)
    writer.commit()
    index.reload()
    return index.searcher(), fields


def _found(searcher, query):
    return {address.doc for _, address in searcher.search(query, 100).hits}


@given(st.lists(_TEXTS, min_size=1, max_size=6), _TEXTS)
def test_pairs_find_what_reading_every_place_finds(texts, sought):
    phrase = as_phrase(analysis.sought(sought), "words")
    if not isinstance(phrase, Phrase):
        return
    searcher, fields = _indexed([*texts, sought])
    by_places = _found(searcher, compiling.Fields(fields)(phrase))
    assert _found(searcher, compiling.of_works(fields)(phrase)) == by_places
    assert len(texts) in by_places


@pytest.mark.parametrize(
    ("phrase", "text", "is_there"),
    [
        ("the courts", "before the Courts' gate", True),
        ("the courts of", "法例 the courts of 香港", True),
        ("the courts of", "the high courts of Thailand", False),
        ("the courts of", "courts of the courts", False),
        ("the courts", "the 法 courts", False),
        ("the 法", "the 法 courts", True),
    ],
)
def test_a_phrase_is_its_words_in_a_row(phrase, text, is_there):
    searcher, fields = _indexed([text])
    sought = as_phrase(analysis.sought(phrase), "words")
    assert bool(_found(searcher, compiling.of_works(fields)(sought))) is is_there
