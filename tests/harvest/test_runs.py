"""A run: what readers see stays as it is, editors decide, and whatever happens is told."""

from datetime import timedelta
from ipaddress import ip_network

import pytest

from manumit.accounts.types import User
from manumit.harvest import selectors, services
from manumit.harvest.errors import BadSource, HarvestError, NothingWaits, SourceBusy
from manumit.harvest.fetching import Pace
from manumit.harvest.models import Became, Fetched, Run, Source
from manumit.harvest.services.locking import only_one
from manumit.library.models import Text, Work
from tests.harvest.conftest import FOLDER, hold
from tests.harvest.server import recorded, zipped
from tests.paths import REPOSITORY, SAMPLES

pytestmark = pytest.mark.django_db
LAW = "hk/law/cap-9999"
TREATY = "un/treaty/lantern-convention"
ENGLISH = (SAMPLES / "formats/hklm/cap9999-en.xml").read_bytes()
RECORD = (FOLDER / "collection/treaty.md").read_bytes()


def publish(key: str) -> None:
    Work.objects.filter(key=key).update(live=True)


def law_zip(server, data: bytes, tag: str) -> None:
    server.put("/laws.zip", zipped({"a\\cap_9999_en_c.xml": data}), ETag=f'"{tag}"')


def test_a_new_text_of_a_published_law_waits_until_an_editor_takes_it_in(
    server, source, harvest, at
):
    laws = source("hk-elegislation", "/laws.zip")
    law_zip(server, ENGLISH, "1")
    harvest(laws)
    publish(LAW)
    before = Text.objects.get().digest

    law_zip(server, ENGLISH.replace(b"to keep lanterns lit", b"to keep all lanterns lit"), "2")
    run = harvest(laws)
    assert run.to_look_at == [f"{LAW}: waits for your word: a new text of it would be shown"]
    assert Text.objects.get().digest == before
    [waits] = selectors.waiting()
    assert waits.keys == [LAW]

    assert services.take_in(fetched=waits, by=None, at=at) == (LAW,)
    assert Text.objects.get().digest != before
    assert not selectors.waiting().exists()
    with pytest.raises(NothingWaits):
        services.take_in(fetched=waits, by=None, at=at)
    assert harvest(laws).changed == 0


def test_a_text_that_an_editor_declines_is_asked_about_again_only_when_it_changes(
    server, source, harvest
):
    laws = source("hk-elegislation", "/laws.zip")
    law_zip(server, ENGLISH, "1")
    harvest(laws)
    publish(LAW)
    law_zip(server, ENGLISH.replace(b"invented", b"made up"), "2")
    harvest(laws)
    services.decline(fetched=selectors.waiting().get())
    law_zip(server, ENGLISH.replace(b"invented", b"made up"), "3")
    harvest(laws)
    assert not selectors.waiting().exists()
    law_zip(server, ENGLISH.replace(b"invented", b"thought up"), "4")
    harvest(laws)
    assert selectors.waiting().exists()


def test_the_first_text_of_a_published_record_waits_too(server, source, harvest, at):
    server.put("/c.zip", zipped({"un/treaty/lantern-convention.md": RECORD}))
    harvest(source("collection", "/c.zip"))
    publish(TREATY)
    server.put("/text.md", (SAMPLES / "formats/treaty/lantern-convention.md").read_bytes())
    server.put("/list", f"<a href='{server.address}/text.md'>Text</a>")
    texts = {"match": r"text\.md", "take": "texts", "format": "treaty", "keys": {f"{server.address}/text.md": TREATY}}  # fmt: skip
    harvest(source("listing", "/list", settings=texts))
    assert not Text.objects.exists()
    services.take_in(fetched=selectors.waiting().get(), by=None, at=at)
    assert Text.objects.get().work.key == TREATY


def test_another_centres_record_does_not_change_a_published_one_unasked(
    server, source, harvest, at
):
    centre = source("collection", "/c.zip")
    name = "un/treaty/lantern-convention.md"
    server.put("/c.zip", zipped({name: RECORD}))
    harvest(centre)
    publish(TREATY)
    server.put("/c.zip", zipped({name: RECORD.replace(b"Keeping", b"Lighting")}))
    harvest(centre)
    assert Work.objects.get().title == "Convention on the Keeping of Lanterns"
    services.take_in(fetched=selectors.waiting().get(), by=None, at=at)
    work = Work.objects.get()
    assert (work.title, work.live) == ("Convention on the Lighting of Lanterns", True)


def test_a_record_that_says_it_is_published_arrives_as_a_draft(server, source, harvest):
    loud = RECORD.replace(b"kind: instrument\n", b"kind: instrument\nstatus: published\n")
    server.put("/c.zip", zipped({"un/treaty/lantern-convention.md": loud}))
    harvest(source("collection", "/c.zip"))
    assert not Work.objects.get().live


def test_a_collection_in_folders_is_read_and_nothing_beside_it(server, source, harvest):
    server.put("/c/", "<a href='../'>up</a><a href='un/'>un</a><a href='/secret.md'>x</a>")
    server.put("/c/un/", "<a href='treaty/'>t</a>")
    server.put("/c/un/treaty/", "<a href='lantern-convention.md'>r</a><a href='?C=N'>sort</a>")
    server.put("/c/un/treaty/lantern-convention.md", RECORD)
    run = harvest(source("collection", "/c/"))
    assert (run.new, run.failed, run.broken_off) == (1, 0, "")
    assert Work.objects.get().key == TREATY
    assert "/secret.md" not in server.paths()


def test_what_its_publisher_takes_back_stays_and_is_told(server, sample, harvest):
    source, _ = sample("national-archives")
    harvest(source)
    Source.objects.update(state={})
    judgment = next(one for one in server.answers if one.path.endswith("data.xml"))
    judgment.status = 410
    judgment.headers = {}
    run = harvest(source)
    assert run.to_look_at == ["gb/case/2031-ewca-civ-9999: its publisher has taken it back"]
    assert Work.objects.count() == 1
    assert Fetched.objects.filter(became=Became.GONE).count() == 1


def test_a_deleted_record_of_a_repository_is_told_and_its_draft_stays(server, sample, harvest):
    source, _ = sample("oai-pmh")
    harvest(source)
    Source.objects.update(state={})
    first = server.answers[0]
    first.body = first.body.replace(b"<header><identifier>oai:repository.example:1<", b"<header status='deleted'><identifier>oai:repository.example:1<")  # fmt: skip
    run = harvest(source)
    assert run.changed == 1
    assert "has taken it back" in run.to_look_at[0]
    assert Work.objects.count() == 2


def test_a_repository_that_forgot_where_we_were_is_read_from_the_start(server, sample, harvest):
    source, expects = sample("oai-pmh")
    error = b"<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><error code='badResumptionToken'/></OAI-PMH>"  # fmt: skip
    Source.objects.update(state={"since": "", "began": "2026-01-01", "token": "stale"})
    stale = recorded(FOLDER / "oai-pmh")[1]
    stale.query, stale.body = {"resumptionToken": "stale"}, error
    server.answers.append(stale)
    assert harvest(source).new == expects["counts"]["new"]


def test_the_next_look_at_a_repository_asks_only_for_what_is_newer(server, sample, harvest):
    source, _ = sample("oai-pmh")
    harvest(source)
    harvest(source)
    assert "from=2026-05-03" in server.paths()[-2]


def test_a_repository_with_nothing_new_is_no_fault(server, source, harvest):
    error = "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><error code='noRecordsMatch'/></OAI-PMH>"  # fmt: skip
    server.put("/oai", error)
    run = harvest(source("oai-pmh", "/oai"))
    assert (run.fetched, run.broken_off) == (0, "")


def test_a_repository_that_goes_in_circles_is_left(server, source, harvest):
    page = "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><ListRecords><resumptionToken>x</resumptionToken></ListRecords></OAI-PMH>"  # fmt: skip
    server.put("/oai", page)
    run = harvest(source("oai-pmh", "/oai"))
    assert "again and again" in run.broken_off


@pytest.mark.parametrize(
    "bomb",
    [
        "<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;&x;&x;'>]><OAI-PMH>&y;</OAI-PMH>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><OAI-PMH>&x;</OAI-PMH>",
        "<OAI-PMH>" + "<a>" * 100_000,
    ],
)
@pytest.mark.parametrize("kind", ["oai-pmh", "national-archives"])
def test_xml_that_is_made_to_hurt_is_one_line(server, source, harvest, bomb, kind):
    server.put("/x", bomb)
    run = harvest(source(kind, "/x"))
    assert run.broken_off
    assert "\n" not in run.broken_off
    assert "root:" not in run.broken_off


def test_a_feed_with_entities_reads_no_file(server, source, harvest):
    feed = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><item><title>Hi &x; there</title><link>https://x.example/1</link></item></channel></rss>"  # fmt: skip
    server.put("/f", feed)
    harvest(source("feed", "/f"))
    assert "root:" not in "".join(Work.objects.values_list("title", flat=True))


def test_the_bytes_of_a_feed_are_never_taken_for_the_name_of_a_file(server, source, harvest):
    server.put("/f", str(FOLDER / "feed/news.atom"))
    run = harvest(source("feed", "/f"))
    assert "no feed" in run.broken_off
    assert not Work.objects.exists()


def test_in_review_means_the_centres_own_review(server, sample, harvest):
    source, _ = sample("national-archives")
    assert source.trust == "in_review"
    harvest(source)
    assert Work.objects.get().state in ("in_review", "draft")  # draft where nobody reviews


def test_one_source_is_harvested_by_one_process_only(sample, harvest):
    source, _ = sample("feed")
    with only_one(source), pytest.raises(SourceBusy, match="at this moment"):
        harvest(source)


def test_a_source_is_due_when_its_interval_is_over(sample, harvest, at):
    source, _ = sample("feed")
    assert selectors.due_sources(at) == [source]
    harvest(source)
    assert selectors.due_sources(at + timedelta(hours=23)) == []
    assert selectors.due_sources(at + timedelta(hours=24)) == [source]
    Source.objects.update(enabled=False)
    assert selectors.due_sources(at + timedelta(hours=48)) == []


def test_whoever_does_not_say_how_to_be_reached_fetches_nothing(sample, settings):
    source, _ = sample("feed")
    settings.MANUMIT_CONTACT = ""
    with pytest.raises(HarvestError, match="MANUMIT_CONTACT"):
        services.fetcher_for(source=source, pace=Pace())
    settings.MANUMIT_CONTACT = "us@manumit.example"
    settings.MANUMIT_HARVEST_NETWORKS = ["10.1.0.0/16"]
    fetcher = services.fetcher_for(source=source, pace=Pace())
    assert "us@manumit.example" in fetcher.agent
    assert fetcher.gate.permitted == (ip_network("10.1.0.0/16"),)
    fetcher.close()


def test_the_example_sources_are_one_of_each_kind_and_all_off():
    outcomes = services.add_sources(file=REPOSITORY / "docs/sources.example.yaml")
    assert {one.value for one in outcomes.values()} == {"made"}
    kinds = set(Source.objects.values_list("kind", flat=True))
    assert kinds == {file.name for file in FOLDER.iterdir() if file.is_dir()}
    assert not Source.objects.filter(enabled=True).exists()
    again = services.add_sources(file=REPOSITORY / "docs/sources.example.yaml")
    assert {one.value for one in again.values()} == {"unchanged"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name: x", "write a list"),
        ("- {name: x}", "x: "),
        ("- {name: x, title: X, kind: pigeon, address: 'https://x.example/'}", "no kind of source"),
        ("- {name: x, title: X, kind: feed, address: 'x'}", "address"),
        ("- {name: x, title: X, kind: feed, address: 'ftp://x.example/'}", "address"),
        ("- {name: x, title: X, kind: feed, address: 'https://x.example/', trust: published}", "trust"),
        ("- {name: x, title: X, kind: feed, address: 'https://x.example/', colour: red}", "no field"),
        ("- {name: x, title: X, kind: feed, address: 'https://x.example/', settings: {a: 1}}", "settings"),
        ("- {name: x, title: X, kind: feed, address: 'https://x.example/', settings: {system: zz}}", "zz"),
        ("- {name: x, title: X, kind: feed, address: 'https://x.example/', every_hours: often}", "every_hours"),
        ("- {name: x}\n- {name: x}", "one name"),
        ("- {name: [", "not YAML"),
    ],
)  # fmt: skip
def test_a_source_that_is_written_wrongly_is_one_clear_line(tmp_path, text, says):
    file = tmp_path / "sources.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadSource, match=says) as refused:
        services.add_sources(file=file)
    assert "\n" not in str(refused.value)
    assert not Source.objects.exists()


def test_a_source_that_moves_forgets_what_it_remembered_of_the_old_place(tmp_path):
    file = tmp_path / "sources.yaml"
    line = "- {{name: x, title: X, kind: feed, address: '{}'}}"
    file.write_text(line.format("https://x.example/1"), encoding="utf-8")
    services.add_sources(file=file)
    Source.objects.update(state={"etag": "old"})
    file.write_text(line.format("https://x.example/2"), encoding="utf-8")
    assert services.add_sources(file=file)["x"].value == "changed"
    assert Source.objects.get().state == {}


def test_who_ran_it_is_kept(sample, fetcher, at):
    source, _ = sample("feed")
    person = User.objects.create_user("editor@manumit.example", "a long enough password")
    services.run_source(source=source, by=person, at=at, fetcher=fetcher)
    assert Run.objects.get().by == person


def test_a_page_of_the_depositary_is_held_against_our_record(sample, harvest):
    source, _ = sample("un-treaties")
    run = harvest(source)
    assert any(
        "only the depositary has ratification by Thailand" in line for line in run.to_look_at
    )
    assert Work.objects.get().as_kind().events.count() == 0
    hold(FOLDER / "un-treaties", {TREATY: "../collection/treaty.md"})
    assert harvest(source).to_look_at == []
