"""Feeds and repositories as others have met them: each is read, or refused in one clear line."""

import random
from contextlib import suppress

import pytest

from manumit.harvest.errors import HarvestError, Unreadable
from manumit.harvest.kinds.content import Broken, News
from manumit.harvest.kinds.feed import NewsSettings, read_feed
from manumit.harvest.kinds.oai_pmh import OaiError, OaiSettings, read_page
from manumit.harvest.news.drafts import draft_of, key_of, topics_of
from manumit.harvest.notices import Notice
from manumit.harvest.types import Became, Fetched
from manumit.library.models import Publication, Work
from tests.paths import shared, shared_files

AT_HOME = "https://feeds.example/feed"


def draft(find, at):
    """The draft that a find would become; refusals are the find's own."""
    one = Notice.from_bytes(find.data)
    key = key_of(one, is_taken=lambda key: False)
    return draft_of(one, key=key, status="draft", told_by="X", topics=topics_of(one), at=at)


def lines_of(finds, at):
    """How many items became drafts; every refusal must be one line."""
    made = 0
    for find in finds:
        if isinstance(find.content, Broken):
            assert "\n" not in find.content.reason
            continue
        assert isinstance(find.content, News)
        with suppress(Unreadable):
            draft(find, at)
            made += 1
    return made


def test_every_feed_of_the_feedparser_tests_is_read_or_refused_in_one_line(at):
    files = [file for file in shared("data/feeds/feedparser-tests").rglob("*") if file.is_file()]
    assert len(files) >= 1977
    read, refused, drafts = 0, [], 0
    for file in files:
        try:
            finds = read_feed(file.read_bytes(), AT_HOME, NewsSettings())
        except HarvestError as error:
            refused.append(str(error))
            continue
        read += 1
        drafts += lines_of(finds, at)
    assert not any("\n" in line for line in refused)
    assert read > 1900, (read, len(refused))
    assert drafts > 30, drafts  # few of their items have an address


@pytest.mark.parametrize(
    "file", shared_files("data/feeds/coe", "*.rss"), ids=lambda file: file.name
)
def test_every_item_of_the_council_of_europe_is_told_apart(file, at):
    finds = read_feed(file.read_bytes(), AT_HOME, NewsSettings(system="coe"))
    assert len(finds) == 2000
    assert len({find.address for find in finds}) > 1950  # the rest are the same item, repeated
    assert lines_of(finds, at) > 1900


FEEDS = [path for path in shared_files("data/feeds/feedparser-tests", "**/*") if path.is_file()]
OAI = shared_files("data/oai-pmh/sickle/tests/sample_data", "*.xml")
ERRORS = {
    "badArgument", "badResumptionToken", "cannotDisseminateFormat", "idDoesNotExist",
    "noRecordsMatch", "noSetHierarchy", "undefinedError",
}  # fmt: skip


@pytest.mark.parametrize("file", OAI, ids=lambda file: file.name)
def test_every_answer_of_a_repository_is_read_or_refused_in_one_line(file, at):
    data = file.read_bytes()
    if file.stem in ERRORS:
        with pytest.raises(OaiError) as refused:
            read_page(data, OaiSettings())
        assert refused.value.code == file.stem
        assert "\n" not in str(refused.value)
    elif file.stem == "ListRecordsBroken":
        with pytest.raises(HarvestError, match="not well-formed XML"):
            read_page(data, OaiSettings())
    else:
        page = read_page(data, OaiSettings())
        if file.stem.startswith(("ListRecords", "GetRecord")):
            assert page.finds
        lines_of([find for find in page.finds if find.data != b""], at)


def outcome(path) -> tuple[int, str]:
    """How many things a feed tells of, and why it is none; the reason is empty where it is read."""
    try:
        finds = read_feed(path.read_bytes(), AT_HOME, NewsSettings())
        return len({find.address for find in finds}), ""
    except HarvestError as error:
        return 0, str(error)


@pytest.mark.django_db
def test_what_became_of_a_real_feed_stands_on_its_run(server, source, harvest):
    """Every feed that is refused, and two hundred of the others, drawn with a seed."""
    shared("data/feeds/feedparser-tests")
    told = {path: outcome(path) for path in FEEDS}
    read = random.Random(1977).sample([path for path, (_, why) in told.items() if not why], 200)
    feed = source("feed", "/feed")
    for path in [*(path for path, (_, why) in told.items() if why), *read]:
        server.put("/feed", path.read_bytes(), Content_Type="application/xml")
        run = harvest(feed)
        assert (run.fetched, run.broken_off) == told[path], path.name
        assert len(run.broken_off.splitlines()) <= 1
        assert len(run.reasons) == run.failed
        assert not any("tripped" in line or "\n" in line for line in run.reasons), run.reasons
    assert not Work.objects.filter(live=True).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("file", OAI, ids=lambda file: file.name)
def test_what_became_of_a_real_repository_stands_on_its_run(file, server, source, harvest):
    server.put("/oai", file.read_bytes())
    run = harvest(source("oai-pmh", "/oai"))
    lines = [*run.reasons, *([run.broken_off] if run.broken_off else [])]
    assert all(len(line.splitlines()) == 1 and "tripped" not in line for line in lines), lines
    if file.stem in ERRORS - {"noRecordsMatch"}:
        assert file.stem in run.broken_off
    elif file.stem == "noRecordsMatch":
        assert (run.fetched, run.broken_off) == (0, "")
    else:
        assert run.broken_off or run.fetched or not file.stem.startswith(("ListRecords", "GetRec"))


@pytest.mark.django_db
def test_a_real_feed_is_harvested_whole_and_again_without_a_change(server, source, harvest):
    feed = shared("data/feeds/coe/hudocgreta.rss").read_bytes()
    items = feed.split(b"<item>")
    server.put("/greta", b"<item>".join(items[:101]) + b"</channel></rss>")
    greta = source("feed", "/greta", settings={"system": "coe", "publisher": "GRETA"})
    run = harvest(greta)
    assert (run.fetched, run.failed, run.broken_off) == (100, 0, "")
    kept = Fetched.objects.filter(became=Became.SHELVED).count()
    assert Publication.objects.count() == kept == 100
    again = harvest(greta)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 100)
