"""How every search engine must change: at once, by one writer, and never by halves."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.utils.module_loading import import_string
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.search.errors import IndexBusy, SearchUnavailable
from tests.contracts.engines import place_for
from tests.contracts.search_shelf import (
    RANTSEV,
    REPORT,
    SHELF,
    ZN,
    find,
    keys,
    marked,
    passage,
    put,
    quoted,
)
from tests.paths import REPOSITORY


class TestChanges:
    def test_a_work_replaced_shows_only_what_it_says_now(self, engine):
        put(engine, SHELF, number=1)
        assert find(engine, "artiste").total == 1
        with engine.writer() as writer:
            writer.replace([replace(RANTSEV, passages=(passage("para_1", "Rewritten entirely."),))])
            writer.commit(2)
        assert find(engine, "artiste").total == 0
        assert marked(find(engine, "rewritten").hits[0]) == ["Rewritten"]
        assert find(engine).total == len(SHELF)

    def test_a_work_removed_is_gone_with_its_passages(self, engine):
        put(engine, SHELF)
        with engine.writer() as writer:
            writer.remove([RANTSEV.key, "no/such/work"])
            writer.commit(2)
        assert RANTSEV.key not in keys(find(engine))
        assert find(engine, "artiste").total == 0

    def test_nothing_shows_before_it_is_committed(self, engine):
        put(engine, SHELF, number=1)
        with engine.writer() as writer:
            writer.remove([RANTSEV.key])
            assert find(engine, "artiste").total == 1
        assert find(engine, "artiste").total == 1
        assert engine.state().number == 1

    def test_a_run_that_fails_keeps_what_was_committed(self, engine):
        put(engine, SHELF, number=1)
        with pytest.raises(ZeroDivisionError):
            _fail_after_commit(engine)
        assert engine.state().number == 2
        assert set(keys(find(engine, filters={"kind": ("judgment",)}))) == {ZN.key}

    def test_a_rebuild_takes_the_place_of_the_old_index_at_once(self, engine):
        put(engine, SHELF, number=1)
        with engine.writer(fresh=True) as writer:
            writer.replace([ZN])
            writer.commit(5)
            assert find(engine).total == len(SHELF)
        assert keys(find(engine)) == [ZN.key]
        assert engine.state().number == 5
        assert engine.state().works == 1

    def test_a_rebuild_that_fails_changes_nothing(self, engine):
        put(engine, SHELF, number=1)
        with pytest.raises(ZeroDivisionError):
            _fail_after_commit(engine, fresh=True)
        assert find(engine).total == len(SHELF)
        assert engine.state().number == 1

    def test_an_index_can_be_empty(self, engine):
        put(engine, [], number=3)
        assert find(engine, "anything").total == 0
        assert find(engine).total == 0
        assert engine.state().works == 0


class TestTwoProcesses:
    def test_a_second_writer_is_told_that_the_index_is_busy(self, engine, name, place):
        put(engine, SHELF)
        other = import_string(name)(place)
        with engine.writer():
            for fresh in (False, True):
                with pytest.raises(IndexBusy, match="Try again"), other.writer(fresh=fresh):
                    pass
        with other.writer():
            pass

    def test_a_commit_of_another_process_shows(self, engine, name, place):
        put(engine, SHELF, number=1)
        assert find(engine, "artiste").total == 1
        _elsewhere(name, place, "writer.remove([RANTSEV.key]); writer.commit(2)")
        assert find(engine, "artiste").total == 0
        assert engine.state().number == 2

    def test_a_killed_writer_leaves_its_last_commit_and_no_lock(self, engine, name, place):
        put(engine, SHELF, number=1)
        killed = _elsewhere(
            name,
            place,
            "writer.remove([RANTSEV.key]); writer.commit(2);"
            "writer.remove([ZN.key]); os.kill(os.getpid(), 9)",
        )
        assert killed == -9
        assert engine.state().number == 2
        with engine.writer() as writer:
            writer.replace([RANTSEV])
            writer.commit(3)
        assert {RANTSEV.key, ZN.key} <= set(keys(find(engine)))


class TestWithoutAnIndex:
    def test_what_to_do_is_said(self, engine):
        for attempt in (engine.state, lambda: find(engine, "x"), engine.writer().__enter__):
            with pytest.raises(SearchUnavailable, match="manumit index"):
                attempt()


@pytest.fixture(scope="module")
def kept(name, tmp_path_factory):
    """An engine with an index in which a test may write one work again and again."""
    with place_for(name, tmp_path_factory) as place:
        engine = import_string(name)(place)
        put(engine, [])
        yield engine


@settings(max_examples=25)
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_can_be_kept_and_quoted(kept, text):
    document = replace(REPORT, passages=(passage("para_1", f"{text} bondage"),))
    with kept.writer() as writer:
        writer.replace([document])
        writer.commit(1)
    assert "bondage" in quoted(find(kept, "bondage").hits[0])


def _fail_after_commit(engine, *, fresh=False):
    with engine.writer(fresh=fresh) as writer:
        writer.remove([RANTSEV.key])
        writer.commit(2)
        writer.remove([ZN.key])
        raise ZeroDivisionError


def _elsewhere(name: str, place: Path | str, lines: str) -> int:
    """Write to the index in a process of its own; its exit status."""
    program = (
        "import os, django\n"
        "django.setup()\n"
        "from django.utils.module_loading import import_string\n"
        "from tests.contracts.search_shelf import RANTSEV, ZN\n"
        f"with import_string({name!r})({str(place)!r}).writer() as writer:\n"
        f"    {lines}\n"
    )
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY)}
    return subprocess.run([sys.executable, "-c", program], env=environment, check=False).returncode
