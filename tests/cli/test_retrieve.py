"""manumit retrieve: authorities for a situation in a file."""

import pytest

pytestmark = pytest.mark.usefixtures("starter")


@pytest.fixture
def situation(tmp_path):
    path = tmp_path / "situation.txt"
    path.write_text("A maid in Hong Kong was beaten and never paid.", encoding="utf-8")
    return path


@pytest.fixture
def retrieve(manumit, settings, starter_index, situation):
    settings.MANUMIT_INDEX = starter_index

    def run(*options, source=situation):
        return manumit("retrieve", source, *options)

    return run


def test_people_are_told_what_was_understood_and_the_law_by_groups(retrieve):
    answer = retrieve("--limit", "5")
    assert answer.code == 0, answer.err
    assert "Law of Hong Kong, guessed from “Hong Kong”" in answer.out
    assert "Offences against the Person Ordinance" in answer.out
    assert "To call" in answer.out


def test_programs_get_one_ranking_with_why(retrieve):
    given = retrieve("--format", "json", "--limit", "4").json
    assert given["jurisdiction"] == {"code": "hk", "known": "told"}
    assert len(given["hits"]) == 4
    scores = [hit["score"] for hit in given["hits"]]
    assert scores == sorted(scores, reverse=True)
    for hit in given["hits"]:
        assert {"key", "kind", "eid", "title", "why", "score"} <= hit.keys()
        assert hit["why"]


def test_place_and_day_can_be_given(retrieve):
    given = retrieve("--format", "json", "--jurisdiction", "sg", "--on", "2020-01-31").json
    assert given["jurisdiction"] == {"code": "sg", "known": "given"}
    assert given["on"] == {"day": "2020-01-31", "known": "given"}


def test_what_cannot_be_read_is_one_clear_line(retrieve, tmp_path):
    (bytes_only := tmp_path / "scan.pdf").write_bytes(b"\xff\xfe\x00")
    (empty := tmp_path / "empty.txt").write_text(" \n")
    for source, says in (
        (bytes_only, "is not UTF-8 text"),
        (empty, "There is no text to go by"),
        (tmp_path / "none.txt", "No such file"),
    ):
        answer = retrieve(source=source)
        assert answer.code == 1
        assert says in answer.err
        assert answer.err.count("\n") == 1
    assert "no jurisdiction has the code 'xx'" in retrieve("--jurisdiction", "xx").err
