"""The judged queries by which search is measured ask for works that readers can find."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from manumit.records import read_file
from tests.paths import REPOSITORY, SAMPLES

FILES = sorted((SAMPLES / "relevance").glob("*.yaml"))
LANGUAGES = {"en", "km", "ms-or-id", "th", "vi", "zh-Hant"}
LATIN = {"en", "ms-or-id", "vi"}  # a letter too many is a thing of alphabets
KINDS = {"known-item", "topical", "citation", "misspelt", "question"}
GRADES = {1, 2, 3}
ENOUGH = 150

Query = dict[str, Any]


def queries_in(path: Path) -> list[Query]:
    loaded: list[Query] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def all_queries() -> list[Query]:
    return [query for path in FILES for query in queries_in(path)]


def is_published(key: str) -> bool:
    """Whether the collection holds the work and shows it to readers."""
    path = REPOSITORY / "collection" / f"{key}.md"
    return path.is_file() and read_file(path, key).record.status == "published"


def test_there_are_enough_queries_in_every_language():
    assert {path.stem for path in FILES} == LANGUAGES
    assert len(all_queries()) >= ENOUGH


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_kind_of_query_is_asked_in_a_language_that_can_have_it(path):
    wanted = KINDS if path.stem in LATIN else KINDS - {"misspelt"}
    assert {query["kind"] for query in queries_in(path)} == wanted


def test_a_query_says_nothing_but_its_words_kind_needs_and_judgements():
    for query in all_queries():
        assert query.keys() - {"needs"} == {"query", "kind", "relevant"}, query
        assert query.get("needs", "texts") == "texts", query
        assert query["query"] == " ".join(query["query"].split()), query


def test_no_query_is_asked_twice():
    asked = Counter(query["query"].casefold() for query in all_queries())
    assert [words for words, times in asked.items() if times > 1] == []


def test_every_query_has_a_work_that_clearly_answers_it():
    for query in all_queries():
        grades = set(query["relevant"].values())
        assert grades <= GRADES, query
        assert max(grades) >= 2, query


def test_a_name_and_a_citation_mean_one_work_or_the_decisions_of_one_case():
    for query in all_queries():
        if query["kind"] in {"known-item", "citation"}:
            meant = [key for key, grade in query["relevant"].items() if grade == 3]
            assert 1 <= len(meant) <= 3, query


def test_every_work_judged_is_one_that_readers_of_the_collection_can_see():
    judged = {key for query in all_queries() if "needs" not in query for key in query["relevant"]}
    assert sorted(key for key in judged if not is_published(key)) == []
