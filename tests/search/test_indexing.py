"""Keeping the index in step with the library."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from manumit.journal import services as journal
from manumit.library.models import Judgment, Publication
from manumit.search import loading, selectors, services
from manumit.search.errors import SearchUnavailable, SearchUnreachable
from manumit.search.types import SearchRequest
from manumit.vocab.models import Forum, System

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_index(settings, tmp_path):
    settings.MANUMIT_INDEX = tmp_path / "index"


@pytest.fixture(autouse=True)
def _hong_kong(db):
    System.objects.get_or_create(
        code="hk", defaults={"names": {"en": "Hong Kong"}, "kind": "jurisdiction"}
    )


def publish(name, words):
    """Set down a publication, as a load does, and tell the journal."""
    work, _ = Publication.objects.update_or_create(
        key=f"hk/pub/{name}",
        defaults={
            "title": name,
            "body": words,
            "publication_type": "report",
            "publisher": "Centre",
            "sources": [{"url": "https://example.org"}],
        },
    )
    return journal.append(action="loaded", subject=work.key, by=None, at=NOW)


def withdraw(name):
    Publication.objects.filter(key=f"hk/pub/{name}").update(live=False)
    return journal.append(action="withdrawn", subject=f"hk/pub/{name}", by=None, at=NOW)


def found(query):
    return [hit.title for hit in selectors.search(SearchRequest(query)).hits]


def test_searching_before_the_first_run_says_what_to_do():
    with pytest.raises(SearchUnavailable, match="manumit index"):
        selectors.search(SearchRequest("wages"))


def test_the_first_run_indexes_everything():
    publish("one", "On wages.")
    number = publish("two", "On wages too.")
    report = services.bring_up_to_date()
    assert (report.changed, report.removed, report.number) == (2, 0, number)
    assert report.rebuilt
    assert sorted(found("wages")) == ["one", "two"]
    assert selectors.index_state().number == number


def test_an_engine_that_does_not_answer_is_no_reason_to_build_anew(monkeypatch):
    publish("one", "On wages.")
    services.bring_up_to_date()

    def away():
        raise SearchUnreachable("The cluster is away for a moment.")

    monkeypatch.setattr(loading.engine(), "state", away)
    with pytest.raises(SearchUnreachable, match="away"):
        services.bring_up_to_date()


def test_later_runs_write_only_what_changed():
    publish("one", "On wages.")
    publish("two", "On wages too.")
    services.bring_up_to_date()
    publish("one", "On shelter.")
    number = publish("one", "On shelter again.")
    report = services.bring_up_to_date()
    assert (report.changed, report.removed, report.number) == (1, 0, number)
    assert not report.rebuilt
    assert found("wages") == ["two"]
    assert found("again") == ["one"]


def test_what_is_no_longer_published_is_taken_out():
    publish("one", "On wages.")
    services.bring_up_to_date()
    number = withdraw("one")
    report = services.bring_up_to_date()
    assert (report.changed, report.removed, report.number) == (0, 1, number)
    assert found("wages") == []


def test_nothing_new_is_nothing_to_do():
    publish("one", "On wages.")
    first = services.bring_up_to_date()
    again = services.bring_up_to_date()
    assert (again.changed, again.removed, again.number) == (0, 0, first.number)


def test_a_run_broken_off_goes_on_where_it_was(monkeypatch):
    services.bring_up_to_date()
    monkeypatch.setattr(services, "_BATCH", 1)
    publish("one", "On wages.")
    second = publish("two", "On wages.")
    publish("one", "On wages, once more.")

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        services.bring_up_to_date(progress=stop)
    assert found("wages") == ["two"]
    assert selectors.index_state().number == second
    report = services.bring_up_to_date()
    assert report.changed == 1
    assert sorted(found("wages")) == ["one", "two"]


def test_progress_is_told_to_the_end():
    seen = []
    publish("one", "On wages.")
    services.bring_up_to_date(progress=lambda done, total: seen.append((done, total)))
    publish("two", "On wages.")
    services.bring_up_to_date(progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 1), (1, 1)]


def test_an_older_database_put_back_is_indexed_anew():
    publish("one", "On wages.")
    services.bring_up_to_date()
    with transaction.atomic():
        from_the_future = journal.append(action="loaded", subject="hk/pub/two", by=None, at=NOW)
        services.bring_up_to_date()
        transaction.set_rollback(True)
    report = services.bring_up_to_date()
    assert report.rebuilt
    assert report.number == from_the_future - 1


def test_a_rebuild_serves_the_old_index_until_it_is_done():
    publish("one", "On wages.")
    services.bring_up_to_date()
    during = []
    publish("two", "On wages.")
    services.rebuild(progress=lambda done, total: during.append(found("wages")))
    assert during == [["one"], ["one"]]
    assert sorted(found("wages")) == ["one", "two"]


def applied(judgment, *works):
    """Set down a judgment that applies these works, as a load does."""
    forum, _ = Forum.objects.get_or_create(
        code="hkcfa",
        defaults={
            "names": {"en": "Court"},
            "system_id": "hk",
            "position": 1,
            "level": "final",
            "type": "domestic",
        },
    )
    row, _ = Judgment.objects.update_or_create(
        key=f"hk/case/{judgment}",
        defaults={"title": judgment, "forum": forum, "decided_on": NOW.date(), "sources": [{}]},
    )
    before = {each.target_key for each in row.applied.all()}
    row.applied.all().delete()
    for name in works:
        target = Publication.objects.get(key=f"hk/pub/{name}")
        row.applied.model.objects.create(
            judgment=row, target_key=target.key, target=target, how="binding"
        )
    journal.append(action="loaded", subject=row.key, by=None, at=NOW, touches=before)


def most_cited():
    request = SearchRequest("wages", sort="cited")
    return [(hit.title, hit.cited) for hit in selectors.search(request).hits]


def test_how_often_a_work_is_cited_follows_those_that_cite_it():
    publish("one", "On wages.")
    publish("two", "On wages too.")
    services.bring_up_to_date()
    applied("a", "two")
    services.bring_up_to_date()
    assert most_cited() == [("two", 1), ("one", 0)]
    applied("a", "one")
    services.bring_up_to_date()
    assert most_cited() == [("one", 1), ("two", 0)]
