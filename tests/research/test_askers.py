"""What people write leads to what answers it, though they share no word with the law."""

import tomllib
from collections import Counter
from datetime import date

import pytest

from manumit.cli.bench.situations import read_situations
from manumit.records import read_file
from manumit.reference import languages
from manumit.research.finding.askers import answering
from manumit.research.selectors import said, suggest
from manumit.research.types import Why
from manumit.research.words import written_for
from tests.paths import REPOSITORY, SAMPLES

FILES = sorted((REPOSITORY / "manumit/research/words/askers").glob("*.toml"))
AUTHORITIES = {"judgment", "legislation", "instrument", "publication"}
_AT_ONCE = 45  # characters in a row that nobody writes twice by chance


def stretches(text):
    text = " ".join(text.casefold().split())
    return {text[at : at + _AT_ONCE] for at in range(len(text) - _AT_ONCE + 1)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_line_is_of_a_record_and_in_a_language_of_the_house(file):
    for key, by_language in tomllib.loads(file.read_text("utf-8")).items():
        record = read_file(REPOSITORY / "collection" / f"{key}.md", key).record
        assert record.kind in AUTHORITIES, key
        assert by_language.keys() <= {*languages(), "id", "km"}, key


def test_no_line_stands_for_two_works():
    assert [
        line for line, many in Counter(line for _, line in written_for()).items() if many > 1
    ] == []


def test_no_line_is_taken_from_a_situation_that_measures_it():
    told = set().union(*(stretches(one.question) for one in read_situations(SAMPLES / "desk")))
    assert [line for _, line in written_for() if stretches(line) & told] == []


def test_a_line_in_the_words_of_who_asks_is_the_reason():
    asked = "My landlord is also my boss and he cut the power because I would not work on Sunday."
    ranked = answering(asked).candidates
    assert {each.why.kind for each in ranked} == {"asker"}
    assert said(Why("asker", "he cut the power")) == "answers such as “he cut the power”"


@pytest.mark.usefixtures("starter")
class TestOnTheShelves:
    def test_who_tells_it_without_a_word_of_law_is_answered_and_told_why(self):
        told = (
            "He said sign or go home. She scrubs his mother's shop every morning before the flat."
        )
        given = suggest(told, today=date(2026, 11, 22), jurisdiction="hk")
        reasons = [why.kind for each in given.authorities for why in each.why]
        assert "asker" in reasons

    def test_the_law_of_the_land_against_trafficking_comes_though_nobody_names_it(self):
        told = "Fourteen men sleep in a shed by the kiln and may not leave before the season ends."
        given = suggest(told, today=date(2026, 11, 22), jurisdiction="my")
        act = next(one for one in given.authorities[:10] if one.key == "my/law/act-670")
        assert "the law against trafficking there" in map(said, act.why)
