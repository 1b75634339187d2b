"""manumit bench desk: figures in their shapes, our answer beside plain search."""

from dataclasses import replace

import pytest

from manumit.cli.bench import desk
from manumit.cli.bench.situations import Situation

ASKED = Situation(
    name="beaten",
    language="en",
    group="domestic work",
    jurisdiction="hk",
    question="A maid in Hong Kong was beaten by her employer and never paid.",
    relevant={"hk/law/cap-212": 3, "hk/law/cap-57": 2},
    pinned={"hk/law/cap-57": "sec_23"},
    part="made on",
)
pytestmark = pytest.mark.usefixtures("starter")


@pytest.fixture
def bench(manumit, settings, starter_index, monkeypatch):
    settings.MANUMIT_INDEX = starter_index

    def run(asked):
        monkeypatch.setattr(desk, "read_situations", lambda folder: [asked])
        return manumit("bench", "desk", "--format", "json")

    return run


def test_suggestions_are_measured_beside_plain_search(bench):
    answer = bench(ASKED)
    assert answer.code == 0, answer.err
    assert answer.json["jurisdiction_right"] == 1
    (row, whole) = answer.json["by_language"]
    assert (row["of"], whole["of"]) == ("en", "all")
    assert 0 < row["recall10"] <= 1
    assert 0 <= row["search_recall10"] <= 1


def test_shelves_without_the_works_judged_are_told(bench):
    answer = bench(replace(ASKED, relevant={"hk/law/cap-9999": 3}))
    assert answer.code == 1
    assert "hk/law/cap-9999: load the starter collection first" in answer.err
