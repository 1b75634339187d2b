"""What is taken down is gone from everything that goes out, and stays gone."""

import json

import pytest
from django.db import connection

from manumit.contributions import services
from manumit.contributions.types import Said
from manumit.formats import read_any
from manumit.harvest.models import Became, Fetched, Source
from manumit.journal.models import Entry
from manumit.library import selectors as library
from manumit.library import services as shelves
from manumit.library.errors import TakenDown
from manumit.library.models import Finding, Judgment, Passage, Text, Wording
from manumit.records import find_files, read_file
from manumit.search import services as search
from tests.paths import REPOSITORY, SAMPLES

pytestmark = pytest.mark.django_db
KEY = "gb/case/2031-ewca-civ-9999"
CANARY = "Zanzibara Canarywood"
FILE = SAMPLES / "formats/akn/lantern-case.xml"


@pytest.fixture
def named(starter, at):
    """A published judgment with a person's name in every place that a record and a text have."""
    data = FILE.read_bytes()
    form, [document] = read_any(data, "a.xml")
    shelves.import_text(document=document, key=KEY, format_name=form.name, by=None, at=at)
    work = Judgment.objects.get(key=KEY)
    for name in ("title", "body", "outcome", "neutral_citation"):
        setattr(work, name, f"{CANARY} {name}")
    for name in ("panel", "docket_nos", "reports"):
        setattr(work, name, [CANARY])
    work.titles, work.short_titles = {"th": CANARY}, {"en": [CANARY]}
    work.sources[0]["note"] = CANARY
    work.findings = [Finding(says=f"{CANARY} was forced", weight="ratio")]
    work.save()
    work.save_revision().publish()
    Wording.objects.filter(text__work=work).update(plain=CANARY, html=CANARY, heading=CANARY)
    Passage.objects.filter(work=work).update(heading=CANARY, gist=CANARY, noted=True)
    source = Source.objects.create(name="s", title="S", kind="feed", address="https://x.example")
    Fetched.objects.create(
        source=source, address="https://x.example/1", became=Became.WAITING, keys=[KEY],
        held=CANARY.encode(), reason=CANARY, first_at=at, last_at=at, changed_at=at,
    )  # fmt: skip
    receipt, one = services.begin(said=Said(text="x"), file=CANARY.encode(), by=None, at=at)
    services.send(receipt=receipt, at=at)
    services.close(pk=one.pk, key=KEY, by=None, at=at)
    search.bring_up_to_date()
    return work


def outputs(client):
    """Everything that goes out, as text: pages, lists, feeds, the interface for programs, exports."""
    passage = "para_1"
    paths = [
        "/", f"/{KEY}", f"/{KEY}?read=en", f"/{KEY}?cites=1", f"/{KEY}?cited-by=1", f"/{KEY}?changes=1",
        f"/{KEY}/{passage}", f"/cite/{KEY}", "/case-law", "/search?q=Canarywood", "/search?q=Zanzibara+forced",
        "/search/list?q=Canarywood&as=csv", "/search/list?q=Canarywood&as=ris", "/search/feed?q=Canarywood",
        f"/which?key={KEY}", "/check", "/law", "/topics", "/resources", "/status", "/api/schema",
    ]  # fmt: skip
    for path in paths:
        yield path, client.get(path).content.decode()
    for key, text in library.every_record():
        yield f"export {key}", str(text)


def everything_in_the_database():
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                yield table, " ".join(_text(cell) for cell in row)


def _text(cell):
    if isinstance(cell, bytes | memoryview):
        return bytes(cell).decode("utf-8", "replace")
    return json.dumps(cell, default=str, ensure_ascii=False)


def test_nothing_that_goes_out_holds_a_word_of_it(named, client, at):
    assert sum("Canarywood" in text for _, text in outputs(client)) > 5
    services.take_down(key=KEY, why="a person asked", by=None, at=at)
    search.bring_up_to_date()
    assert [path for path, text in outputs(client) if CANARY in text] == []
    assert [table for table, text in everything_in_the_database() if CANARY in text] == []


def test_its_addresses_say_that_it_was_withdrawn(named, client, at):
    services.take_down(key=KEY, why="a person asked", by=None, at=at)
    for path in (f"/{KEY}", f"/{KEY}/para_1", f"/{KEY}?read=en"):
        assert client.get(path).status_code == 410
    assert client.get(f"/cite/{KEY}").status_code in {404, 410}
    assert not Text.objects.filter(work=named.pk).exists()


def test_the_journal_keeps_who_when_and_why(named, at, django_user_model):
    person = django_user_model.objects.create_superuser("a@b.example", "a long enough password")
    services.take_down(key=KEY, why="a person asked", by=person, at=at)
    entry = Entry.objects.get(action="taken down")
    assert (entry.subject, entry.by, entry.at) == (KEY, person, at)
    assert entry.detail["why"] == "a person asked"


def test_neither_a_file_nor_a_record_brings_it_back(named, at, tmp_path):
    services.take_down(key=KEY, why="a person asked", by=None, at=at)
    form, [document] = read_any(FILE.read_bytes(), "a.xml")
    with pytest.raises(TakenDown):
        shelves.import_text(document=document, key=KEY, format_name=form.name, by=None, at=at)
    other = read_file(REPOSITORY / "collection/hk/case/2018-hkca-473.md", "hk/case/2018-hkca-473")
    services.take_down(key=other.key, why="a person asked", by=None, at=at)
    with pytest.raises(TakenDown):
        shelves.record_work(file=other, by=None, at=at)


def test_every_kind_of_work_can_be_taken_down_and_its_record_still_be_written(starter, at):
    files = find_files([REPOSITORY / "collection"])
    assert files
    kinds = {}
    for key, _ in library.every_record():
        kinds.setdefault(library.any_work(key).kind, key)
    for key in kinds.values():
        services.take_down(key=key, why="a person asked", by=None, at=at)
    left = dict(library.every_record())
    for key in kinds.values():
        assert "outcomes:" not in left[key]
        assert "status: withdrawn" in left[key]
        assert "title: Withdrawn" in left[key]


def test_what_others_cite_of_it_stays_theirs(starter, client, at):
    services.take_down(key="un/treaty/palermo-protocol", why="a test", by=None, at=at)
    assert client.get("/coe/case/25965-04/2010-01-07").status_code == 200
