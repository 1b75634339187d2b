"""What two people accepted of words and topics is known to search from that moment on."""

from datetime import UTC, datetime

import pytest

from manumit.journal import services as journal
from manumit.library import selectors as library
from manumit.library.models import Publication
from manumit.search import selectors, services
from manumit.search.types import SearchRequest
from manumit.vocab.models import Concept, System
from tests.accepting import accepted_change, accepted_concept

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_words")]
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _shelf(settings, tmp_path, db):
    """An index of its own, with one report in it on the work of bonded people."""
    settings.MANUMIT_INDEX = tmp_path / "index"
    System.objects.get_or_create(code="hk", defaults={"names": {"en": "x"}, "kind": "jurisdiction"})
    publish("Report", "Of debt bondage in workshops.", "debt-bondage")


@pytest.fixture
def keep(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def publish(title, words, *topics):
    work = Publication.objects.create(
        key=f"hk/pub/{title.lower()}", title=title, body=words, publication_type="report",
        publisher="Centre", sources=[{"url": "https://example.org"}],
    )  # fmt: skip
    work.topics.set(Concept.objects.filter(scheme="exploitation", code__in=topics))
    work.save()
    journal.append(action="loaded", subject=work.key, by=None, at=NOW)
    services.bring_up_to_date()


def found(query="", *topics):
    filters = {"topic": topics} if topics else {}
    return [hit.title for hit in selectors.search(SearchRequest(query, filters=filters)).hits]


def test_a_name_that_was_accepted_finds_works_at_once(keep):
    assert found("lanternhold") == []
    with keep():
        accepted_change(
            "exploitation", "debt-bondage", what="also", language="en", text="lanternhold"
        )
    assert found("lanternhold") == ["Report"]


def test_a_name_of_two_words_in_another_script_does_too(keep):
    with keep():
        accepted_change(
            "exploitation", "debt-bondage", what="also", language="zh-Hant", text="燈籠之債"
        )
    assert found("燈籠之債") == ["Report"]


def test_a_new_topic_is_filtered_by_and_its_names_find_each_other(keep):
    with keep():
        accepted_concept()
    publish("Wicks", "Of cutting.", "wick-trimming")
    publish("Other", "They call it wick trimming there.")
    assert found("", "wick-trimming") == ["Wicks"]
    assert sorted(found("ตัดไส้ตะเกียง")) == ["Other", "Wicks"]
    result = selectors.search(SearchRequest("cutting"))
    assert "wick-trimming" in {value.value for value in result.facets["topic"]}


def test_works_are_found_under_where_their_topic_stands_by_now(keep):
    concept = Concept.objects.get(scheme="exploitation", code="debt-bondage")
    assert found("", "forced-labour") == []
    with keep():
        accepted_change(
            "exploitation",
            "debt-bondage",
            what="broader",
            text="forced-labour",
            touches=library.keys_under(concept),
        )
    services.bring_up_to_date()
    assert found("", "forced-labour") == ["Report"]
