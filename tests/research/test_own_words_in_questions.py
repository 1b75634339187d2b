"""A question is read with the words that two people accepted here."""

import pytest

from manumit.base.suggesting import suggest_topics
from manumit.research.reading.matters import concepts_in
from tests.accepting import accepted_change, accepted_concept

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_words")]


def read(text):
    return [spoken.code for spoken in concepts_in(text)]


def test_a_new_concept_is_read_in_every_language_it_was_named_in(
    django_capture_on_commit_callbacks,
):
    assert read("She was made to do wick trimming.") == []
    with django_capture_on_commit_callbacks(execute=True):
        accepted_concept()
    for text in ("She was made to do wick trimming.", "เธอถูกบังคับให้ตัดไส้ตะเกียง", "她被迫剪燈芯。"):
        assert read(text) == ["wick-trimming"]
        assert suggest_topics(text) == ["wick-trimming"]


def test_another_name_of_a_concept_is_read_as_it(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        accepted_change("exploitation", "slavery", what="also", language="en", text="lanternhold")
    assert read("Held in lanternhold for years.") == ["slavery"]
