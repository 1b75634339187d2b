"""What is read from the whole library is kept until the library changes."""

from threading import Event

import pytest

from manumit.base import kept
from manumit.base.kept import Kept

PATIENCE = 30  # seconds, of which none is waited where all is well


class Library:
    """Stands at a number, and is read as it then is."""

    def __init__(self):
        self.number, self.read_at = 1, []
        self.may_read, self.was_read = Event(), Event()
        self.may_read.set()

    def read(self):
        number = self.number
        assert self.may_read.wait(PATIENCE)
        self.read_at.append(number)
        self.was_read.set()
        return f"as of {number}"


@pytest.fixture
def library():
    return Library()


@pytest.fixture
def known(library):
    return Kept(library.read, lambda: library.number)


@pytest.fixture
def nobody_waits(monkeypatch):
    monkeypatch.setattr(kept, "_PATIENCE", -1)


def test_it_is_read_once_for_each_number(library, known):
    assert [known.now(), known.lately(), known.now()] == ["as of 1"] * 3
    library.number = 2
    assert [known.now(), known.now()] == ["as of 2"] * 2
    assert library.read_at == [1, 2]


def test_what_is_read_quickly_is_never_old(library, known):
    known.now()
    library.number = 2
    assert known.lately() == "as of 2"


def test_what_takes_long_is_read_while_readers_have_what_there_was(library, known, nobody_waits):
    assert known.lately() == "as of 1"  # there is nothing else to give
    library.number = 2
    library.may_read.clear()
    library.was_read.clear()
    assert known.lately() == "as of 1"
    library.may_read.set()
    assert library.was_read.wait(PATIENCE)
    assert known.now() == "as of 2"
    assert library.read_at == [1, 2]  # nobody read it a second time


def test_nobody_has_what_stood_more_than_a_minute_ago(library, nobody_waits):
    hour = 3600.0
    known = Kept(library.read, lambda: library.number, lambda: hour)
    known.now()
    hour += 1000
    assert known.lately() == "as of 1"  # it still was so: a minute begins
    library.number = 2
    hour += 61
    assert known.lately() == "as of 2"


def test_whoever_must_know_waits(library, known, nobody_waits):
    known.now()
    library.number = 2
    assert known.now() == "as of 2"


def test_forgotten_it_is_read_anew(library, known):
    known.now()
    known.forget()
    assert known.lately() == "as of 1"
    assert library.read_at == [1, 1]
