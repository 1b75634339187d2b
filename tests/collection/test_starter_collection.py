"""The starter collection goes in whole, comes out letter for letter, and stays put."""

import itertools

import pytest
from django.utils import timezone

from manumit.base import citing
from manumit.cli.collection import every_record, load_collection
from manumit.directory.types import Organisation
from manumit.journal import selectors as journal
from manumit.library import selectors
from manumit.library.models import AppliedProvision, FindingAbout, Passage, Relation, Work
from manumit.library.types import LoadReport, Outcome
from manumit.pages.types import Page
from manumit.records import find_files
from tests.paths import REPOSITORY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_rows")]
PLACES = find_files([REPOSITORY / "collection"])


def load_again() -> LoadReport:
    return load_collection(places=PLACES, at=timezone.now())


def test_every_record_is_on_the_shelves():
    held = [
        *Work.objects.values_list("key", flat=True),
        *Organisation.objects.values_list("key", flat=True),
        *Page.objects.values_list("key", flat=True),
    ]
    assert sorted(held) == [place.key for place in PLACES]


def test_every_record_comes_out_as_it_went_in():
    written = dict(every_record())
    for place in PLACES:
        assert written[place.key] == place.path.read_text(encoding="utf-8"), place.key


def test_loading_again_changes_nothing_and_tells_nothing():
    number, passages = journal.last_number(), Passage.objects.count()
    report = load_again()
    assert report.problems == []
    assert report.count(Outcome.UNCHANGED) == len(PLACES)
    assert journal.last_number() == number
    assert Passage.objects.count() == passages


def test_every_link_within_the_collection_is_joined():
    assert not Relation.objects.filter(target=None).exists()
    assert not AppliedProvision.objects.filter(target=None).exists()
    assert not FindingAbout.objects.filter(passage=None).exists()


def test_every_record_is_told_to_the_journal_once():
    subjects = [change.subject for change in journal.changes_since(0) if change.action == "loaded"]
    assert sorted(subjects) == sorted(place.key for place in PLACES)


def test_every_published_record_is_ready_for_the_search_engine():
    documents = list(selectors.search_documents(None))
    assert [document.key for document in documents] == list(selectors.published_keys())
    for document in documents:
        assert document.titles, document.key


def test_the_grid_counts_each_judgment_once_a_forum():
    grid = selectors.case_law_grid(["hk"])
    assert grid.total == selectors.counts_by_kind()["judgment"] == sum(grid.totals)
    for row in grid.rows:
        assert row.total == sum(cell.count for cell in row.cells) <= grid.total
        assert row.total > 0


def test_what_is_on_the_shelves_is_counted():
    counts = selectors.statistics()
    assert sum(counts["works"].values()) == Work.objects.filter(live=True).count()
    assert sum(counts["by_jurisdiction"].values()) == sum(counts["works"].values())
    assert sum(counts["by_confidence"].values()) == sum(counts["works"].values())
    assert list(counts["by_topic"].values()) == sorted(counts["by_topic"].values(), reverse=True)
    assert counts["passages"] > 500


def test_a_topic_counts_what_is_below_it_too():
    rows = selectors.topic_tree("exploitation")
    assert rows[0].depth == 0
    for row, following in itertools.pairwise(rows):
        if following.depth > row.depth:
            assert row.works >= following.works
    assert max(row.depth for row in rows) >= 1


def test_every_work_of_the_starter_collection_can_be_cited_in_every_way():
    for work in Work.objects.published().select_related("system"):
        item = selectors.citation_item(work, url=f"https://centre.example/{work.key}")
        for style in (citing.OSCOLA, citing.HONG_KONG):
            words = citing.plain(citing.cite(item, style))
            assert words == " ".join(words.split())
            assert "()" not in words
            assert "None" not in words
        assert all((citing.bibtex(item), citing.ris(item), citing.meta_tags(item)))
