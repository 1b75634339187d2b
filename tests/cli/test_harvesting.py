"""manumit harvest: sources added, listed and fetched."""

import pytest

from manumit.harvest.models import Run, Source
from manumit.library.models import Work
from tests.harvest.conftest import *  # noqa: F403 -- the recorded server and its sources

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reachable(settings):
    settings.MANUMIT_CONTACT = "us@manumit.example"
    settings.MANUMIT_HARVEST_NETWORKS = ["127.0.0.0/8"]
    settings.MANUMIT_HARVEST_PAUSE = 0.0


def test_sources_are_added_from_a_file_and_listed(manumit, tmp_path):
    file = tmp_path / "sources.yaml"
    file.write_text("- {name: news, title: News, kind: feed, address: 'https://x.example/rss'}\n")
    assert manumit("harvest", "--add", file).out == "news: made\n"
    assert manumit("harvest", "--add", file).out == "news: unchanged\n"
    assert manumit("harvest", "--list").out == "news: News [feed], arrives as draft, last never\n"
    [row] = manumit("harvest", "--list", "--format", "json").json["sources"]
    assert (row["name"], row["kind"], row["last_run"]) == ("news", "feed", None)


def test_a_source_file_that_is_wrong_is_one_line(manumit, tmp_path):
    file = tmp_path / "sources.yaml"
    file.write_text("- {name: news, title: News, kind: pigeon, address: 'https://x.example/'}\n")
    answer = manumit("harvest", "--add", file)
    assert answer.code == 1
    assert len(answer.err.splitlines()) == 1
    assert "'pigeon' is no kind of source" in answer.err


def test_what_is_due_is_fetched_and_what_failed_is_told(manumit, sample):
    sample("feed")
    answer = manumit("harvest")
    assert answer.code == 1  # one item could not be read
    assert answer.out == "lantern-news: 4 fetched, 3 new, 0 changed, 0 unchanged, 1 failed\n"
    assert "has no title" in answer.err
    assert manumit("harvest").out == "No source is due.\n"


def test_a_source_is_fetched_by_its_name_though_it_is_not_due(manumit, sample):
    sample("listing")
    assert manumit("harvest", "lantern-reports").code == 0
    again = manumit("harvest", "lantern-reports", "--format", "json")
    assert again.code == 0
    [run] = again.json["runs"]
    assert (run["source"], run["new"], run["unchanged"]) == ("lantern-reports", 0, 2)
    assert Work.objects.count() == 2


def test_a_source_nobody_knows_is_wrong_use_and_the_others_are_named(manumit, sample):
    sample("listing")
    answer = manumit("harvest", "nothing")
    assert answer.code == 2
    assert "lantern-reports" in answer.err


def test_a_centre_that_cannot_be_reached_fetches_nothing(manumit, sample, settings):
    sample("listing")
    settings.MANUMIT_CONTACT = ""
    answer = manumit("harvest")
    assert answer.code == 1
    assert "MANUMIT_CONTACT" in answer.err
    assert not Run.objects.exists()


def test_a_source_that_is_off_is_left_alone(manumit, sample):
    sample("listing")
    Source.objects.update(enabled=False)
    assert manumit("harvest").out == "No source is due.\n"
    assert manumit("harvest").code == 0
