"""What a Centre says of concepts itself stands in files of its own, which hold at once."""

import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit import reference
from manumit.reference import BadReference, Concept, Label, Scheme, label_order
from manumit.reference.conceptfiles import read_scheme
from manumit.reference.conceptwriting import turtle_of_scheme

WORK = "un/treaty/palermo-protocol"
# What a file can hold: no half of a pair of signs, and no sign that steers a terminal.
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
codes = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
labels = st.builds(
    Label,
    text=texts,
    language=st.sampled_from(["en", "th", "zh-Hant", "zh-Hans", "my"]),
    kind=st.just("alt"),
    source=st.sampled_from(["", WORK]),
    at=st.just(""),
    confirmed=st.booleans(),
)


@pytest.fixture
def trimming(own_words):
    """The scheme of exploitation with a new concept, not yet in a file."""
    scheme = reference.scheme("exploitation")
    return scheme.having(
        [*scheme.concepts, concept("exploitation", "wick-trimming", "wick trimming")]
    )


def concept(scheme: str, code: str, name: str, *others: Label, **said: object) -> Concept:
    preferred = Label(name, "en", "pref", "", "", confirmed=True)
    return replace(
        Concept(
            code=code, scheme=scheme, uri=f"urn:manumit:concept:{scheme}:{code}",
            labels=tuple(sorted([preferred, *others], key=label_order)), definition="What it is.",
            note="", broader=(), narrower=(), related=(), close_matches=(),
        ),
        **said,
    )  # fmt: skip


@st.composite
def schemes(draw):
    """Any scheme that a file may hold, as the reader would give it."""
    named = draw(st.lists(codes, min_size=1, max_size=6, unique=True))
    concepts = []
    for place, code in enumerate(named):
        found = draw(st.lists(labels, max_size=5, unique_by=lambda one: (one.text, one.language, one.source)))  # fmt: skip
        # The word of one work is what that work says: nobody has to confirm it.
        others = [replace(one, at="art_3", confirmed=True) if one.source else one for one in found]
        earlier = st.lists(st.sampled_from(named[:place]), unique=True) if place else st.just([])
        said = {
            "definition": draw(texts),
            "note": draw(st.one_of(st.just(""), texts)),
            "broader": tuple(one for one in named if one in draw(earlier)),
            "related": (named[0],),
            "close_matches": draw(st.sampled_from([(), ("http://eurovoc.europa.eu/1",)])),
        }
        concepts.append(concept("fruit", code, draw(texts), *others, **said))
    whole = Scheme("fruit", "urn:manumit:concept:fruit", draw(texts), draw(texts), ())
    return whole.having(_alone(one) for one in concepts)


def _alone(one: Concept) -> Concept:
    """Without other general names that are the preferred one: what is unsure is told by its words."""
    name = next(label for label in one.labels if label.kind == "pref")
    same = [each for each in one.labels if each.kind == "alt" and not each.source and (each.text, each.language) == (name.text, name.language)]  # fmt: skip
    return replace(one, labels=tuple(each for each in one.labels if each not in same))


@given(schemes())
def test_what_is_written_is_read_as_it_was(tmp_path_factory, scheme):
    path = tmp_path_factory.mktemp("round") / "fruit.ttl"
    path.write_text(turtle_of_scheme(scheme), "utf-8")
    assert read_scheme(path) == scheme


@pytest.mark.parametrize("code", sorted(reference.shipped_schemes()))
def test_every_shipped_scheme_is_written_as_it_was_read(tmp_path, code):
    scheme = reference.shipped_schemes()[code]
    path = tmp_path / f"{code}.ttl"
    path.write_text(turtle_of_scheme(scheme), "utf-8")
    assert read_scheme(path) == scheme


def test_names_are_confirmed_one_by_one_and_not_with_their_language(tmp_path):
    held = reference.shipped_schemes()["exploitation"]
    slavery = held.concept("slavery")
    sure = [replace(one, confirmed=one.kind == "pref") for one in slavery.labels if not one.source]
    words = [one for one in slavery.labels if one.source]
    changed = replace(slavery, labels=tuple(sorted([*sure, *words], key=label_order)))
    path = tmp_path / "exploitation.ttl"
    whole = held.having(changed if one.code == "slavery" else one for one in held.concepts)
    path.write_text(turtle_of_scheme(whole), "utf-8")
    assert read_scheme(path).concept("slavery").labels == changed.labels


def test_a_concept_of_its_own_is_known_as_soon_as_it_is_written(trimming):
    assert "wick-trimming" not in reference.topic_codes()
    reference.write_own([trimming])
    assert reference.topics()["wick-trimming"].label() == "wick trimming"
    assert "wick-trimming" in reference.concept_codes("exploitation")
    assert "wick-trimming" in {one.code for one in reference.concepts()}
    assert "wick-trimming" not in {
        one.code for one in reference.shipped_schemes()["exploitation"].concepts
    }


def test_what_is_taken_back_is_known_no_more(trimming, own_words):
    reference.write_own([trimming])
    assert "wick-trimming" in reference.topic_codes()
    reference.write_own([])
    assert "wick-trimming" not in reference.topic_codes()
    assert not list(own_words.glob("*.ttl"))


def test_what_a_later_version_ships_stands_beside_what_was_written_before(trimming):
    """The file of the Centre lacks a concept: as if it were written before that was shipped."""
    older = trimming.having(one for one in trimming.concepts if one.code != "slavery")
    reference.write_own([older])
    assert {"slavery", "wick-trimming"} <= reference.topic_codes()
    below = reference.scheme("exploitation").concept("slavery")
    assert below == reference.shipped_schemes()["exploitation"].concept("slavery")


def test_each_change_is_heard_though_the_clock_stands_still(trimming, own_words, monkeypatch):
    reference.write_own([trimming])
    stamps = {reference.concepts_stamp()}
    ahead = max(stamps) + 3_600_000_000_000
    os.utime(own_words, ns=(ahead, ahead))  # the clock was an hour ahead, and was set right
    reference.write_own([])
    assert reference.concepts_stamp() > ahead
    assert "wick-trimming" not in reference.topic_codes()


def test_writing_the_same_again_touches_nothing(trimming):
    reference.write_own([trimming])
    before = reference.concepts_stamp()
    reference.write_own([trimming])
    assert reference.concepts_stamp() == before


def test_what_is_kept_is_told_anew_only_after_a_change(trimming):
    told = []

    @reference.kept_with_concepts
    def names(scheme: str) -> int:
        told.append(scheme)
        return len(reference.scheme(scheme).concepts)

    first = names("exploitation")
    assert names("exploitation") == first
    assert told == ["exploitation"]
    reference.write_own([trimming])
    assert names("exploitation") == first + 1


def test_a_file_that_somebody_spoilt_is_named(trimming, own_words):
    reference.write_own([trimming])
    (own_words / "exploitation.ttl").write_text("no Turtle", "utf-8")
    os.utime(own_words)
    with pytest.raises(BadReference, match=r"exploitation\.ttl: is not Turtle"):
        reference.schemes()


def test_nothing_is_written_before_a_centre_says_where(own_words):
    reference.look_beside(None)
    with pytest.raises(RuntimeError, match="look_beside"):
        reference.write_own([])
    assert reference.schemes() == reference.shipped_schemes()
