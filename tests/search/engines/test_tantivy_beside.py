"""Parts of an answer that are found at once."""

from threading import Event, current_thread

import pytest

from manumit.search.engines.tantivy import beside
from manumit.search.engines.tantivy.beside import Beside

PATIENCE = 30  # seconds, of which none is waited where all is well


@pytest.fixture
def two_processors(monkeypatch):
    monkeypatch.setattr(beside, "_processors", lambda: 2)


def test_one_alone_has_a_part_done_on_another_thread(two_processors):
    at_work = Beside()
    begun, may_end = Event(), Event()

    def part():
        begun.set()
        assert may_end.wait(PATIENCE)
        return current_thread()

    with at_work.busy():
        answer = at_work.start(part)
        assert begun.wait(PATIENCE)  # while we are still here
        may_end.set()
        assert answer() is not current_thread()


def test_where_all_processors_are_busy_each_does_its_own(two_processors):
    at_work = Beside()
    with at_work.busy(), at_work.busy():
        answer = at_work.start(current_thread)
        assert answer() is current_thread()
    with at_work.busy():
        assert at_work.start(current_thread)() is not current_thread()


def test_what_goes_wrong_beside_is_told(two_processors):
    at_work = Beside()
    with at_work.busy(), pytest.raises(ZeroDivisionError):
        at_work.start(lambda: 1 / 0)()
