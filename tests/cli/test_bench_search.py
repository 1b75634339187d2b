"""manumit bench search: works made of real texts, and engines asked the same of them."""

import gzip
import json
import shutil
from itertools import islice

import pytest

from manumit.cli.bench import search as bench
from manumit.cli.bench.scale import page
from manumit.cli.bench.scale.contender import Answer
from manumit.cli.bench.scale.fts5 import FTS5
from manumit.cli.bench.scale.hostile import hostile_requests
from manumit.cli.bench.scale.ours import Ours
from manumit.cli.bench.scale.questions import CLASSES, questions
from manumit.cli.bench.scale.raw import RawTantivy
from manumit.cli.bench.scale.rows import write_rows
from manumit.cli.bench.scale.stock import read_stock
from manumit.cli.bench.scale.works import Corpus
from manumit.library import selectors as library
from manumit.search import selectors as search
from tests.paths import shared

WORKS = 150
PAGES = ("cmn_hant", "tha", "khm")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Some of the texts, and the Declaration in three languages."""
    made = tmp_path_factory.mktemp("texts")
    with gzip.open(shared("data/load/us-code-141k.jsonl.gz"), "rt", encoding="utf-8") as lines:
        some = list(islice(lines, 0, 2_000, 10))
    with gzip.open(made / "some.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(some)
    for name in PAGES:
        shutil.copy(shared(f"data/udhr/declaration/{name}.html"), made)
    return made


@pytest.fixture(scope="module")
def corpus(folder):
    return Corpus(read_stock(folder), seed=1, size=WORKS)


@pytest.fixture
def here(monkeypatch, settings):
    """What processes of their own would do is done in this one."""

    def done(home, task, *given):
        settings.MANUMIT_INDEX = home / "index"
        return json.loads(json.dumps(task(*given))) if task.__name__ == "build" else task(*given), 0

    monkeypatch.setattr(bench, "done_in", done)


@pytest.fixture(scope="module")
def built(corpus, tmp_path_factory):
    """Our index and that of FTS5 over the same works."""
    home = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.MANUMIT_INDEX", home / "index")
        Ours(home, WORKS).build(corpus)
    FTS5(home / "fts5").build(corpus)
    return home


def test_the_same_seed_makes_the_same_works(folder, corpus):
    again = Corpus(read_stock(folder), seed=1, size=WORKS * 10)
    assert again.work(7) == corpus.work(7)
    assert Corpus(corpus.stock, seed=2, size=WORKS).work(7) != corpus.work(7)


def test_works_are_of_every_kind_and_of_several_languages(corpus):
    works = list(Corpus(corpus.stock, seed=1, size=2_000))
    assert {work.kind for work in works} == {"judgment", "legislation", "publication", "instrument"}
    assert {"en", "zh-Hant", "th"} <= {work.language for work in works}
    assert len({work.key for work in works}) == 2_000
    assert any(each.valid_to for work in works for each in work.passages)
    assert {work.forum for work in works if work.kind != "judgment"} == {""}
    assert all(bool(work.outcomes) == (work.kind == "judgment") for work in works)


def test_every_class_of_question_is_asked(corpus):
    asked = questions(corpus, 2)
    assert list(dict.fromkeys(one.of for one in asked)) == list(CLASSES)
    assert [one.request.query for one in asked] == [
        one.request.query for one in questions(corpus, 2)
    ]


def test_all_engines_find_the_same_works(corpus, built, settings):
    settings.MANUMIT_INDEX = built / "index"
    words = [
        one for one in questions(corpus, 4) if one.of in {"rare", "common", "four facets", "phrase"}
    ]
    assert words
    for engine in (RawTantivy(built), FTS5(built / "fts5")):
        found = [_plain(engine.client()(one)) for one in words]
        assert found == [_plain(Ours(built, WORKS).client()(one)) for one in words]


def _plain(answer: Answer) -> object:
    """How many there are, how often each value, and which works are on the page, in any order."""
    counts = {facet: counted for facet, counted in answer.facets.items() if counted}
    return answer.total, counts, sorted(answer.titles) if answer.total <= 20 else []


def test_the_benchmark_measures_ours_beside_its_peers(manumit, folder, here, tmp_path):
    given = ["bench", "search", "--over", folder, "--docs", "40", "--each", "1", "--keep", tmp_path,
             "--part", "engines", "--database", "", "--format", "json"]  # fmt: skip
    answer = manumit(*given)
    assert answer.code == 0, answer.err
    figures = answer.json
    assert [row["engine"] for row in figures["builds"]] == ["manumit", "fts5"]
    assert all(row["works_per_s"] > 0 and row["size_mb"] > 0 for row in figures["builds"])
    asked = {(row["engine"], row["clients"]) for row in figures["answers"] if row["of"] == "all"}
    engines = ("raw tantivy", "manumit", "fts5")
    assert asked == {(name, clients) for name in engines for clients in (1, 8)}
    assert {row["engine"] for row in figures["ratios"]} == {"raw tantivy", "fts5"}
    again = manumit(*given).json
    assert again["builds"] == figures["builds"], "what is kept is not built again"


def test_a_benchmark_of_search_needs_texts(manumit, tmp_path):
    assert manumit("bench", "search").code == 2
    answer = manumit("bench", "search", "--over", tmp_path)
    assert answer.code == 1
    assert "has no .jsonl.gz" in answer.err


@pytest.mark.django_db
def test_a_page_of_hits_can_show_the_works(corpus):
    works = [corpus.work(number) for number in range(12)]
    write_rows(works)
    shown = library.works_with_keys([work.key for work in works])
    assert {key: (row.kind, row.title) for key, row in shown.items()} == {
        work.key: (work.kind, work.title) for work in works
    }
    assert {topic.code for topic in shown[works[0].key].topics.all()} == set(works[0].topics)


def test_a_question_is_an_address_of_the_search_page(corpus):
    [first] = [one for one in questions(corpus, 1) if one.of == "four facets"]
    address = page.address_of(first)
    assert address.startswith("/search?q=")
    assert all(f"{facet}=" in address for facet in ("kind", "jurisdiction", "topic", "language"))


@pytest.mark.django_db
def test_no_hostile_query_is_an_error(built, settings):
    settings.MANUMIT_INDEX = built / "index"
    for kind, request in hostile_requests(seed=1, count=130):
        found = search.search(request)
        assert found.total >= 0, kind
