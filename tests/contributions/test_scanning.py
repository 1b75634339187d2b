"""Where the operator has a scanner for viruses, no file is taken that it has not looked through."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from manumit.contributions.cleaning import clean_apart
from manumit.contributions.errors import NotCleaned

FILE = b"words of a file " * 10_000  # several pieces


@contextmanager
def scanner(path: Path, answer: bytes) -> Iterator[list[bytes]]:
    """A scanner on a socket that gives this answer; what it was sent, once it has answered."""
    came: list[bytes] = []
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        thread = Thread(target=answers, args=(listening, answer, came))
        thread.start()
        yield came
        thread.join(5)


def answers(listening: socket.socket, answer: bytes, came: list[bytes]) -> None:
    line, _ = listening.accept()
    with line, line.makefile("rb") as sent:
        assert sent.read(10) == b"zINSTREAM\0"
        while size := int.from_bytes(sent.read(4)):
            came.append(sent.read(size))
        line.sendall(answer)


def test_what_the_scanner_lets_pass_is_cleaned(tmp_path, settings):
    settings.MANUMIT_CLAMD = str(tmp_path / "s")
    with scanner(tmp_path / "s", b"stream: OK\0") as came:
        assert clean_apart(FILE).data == FILE
    assert b"".join(came) == FILE


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"stream: Eicar-Test-Signature FOUND\0", "virus was found"),
        (b"INSTREAM size limit exceeded. ERROR\0", "away"),
        (b"", "away"),
        (b"stream: OK", None),
    ],
)
def test_what_it_finds_or_cannot_tell_is_refused(tmp_path, settings, answer, said):
    settings.MANUMIT_CLAMD = str(tmp_path / "s")
    with scanner(tmp_path / "s", answer):
        if said is None:
            assert clean_apart(FILE).kind == "txt"
        else:
            with pytest.raises(NotCleaned, match=said):
                clean_apart(FILE)


def test_a_scanner_that_is_not_there_lets_nothing_pass(tmp_path, settings):
    settings.MANUMIT_CLAMD = str(tmp_path / "nothing")
    with pytest.raises(NotCleaned, match="away"):
        clean_apart(FILE)


def test_without_one_nobody_is_asked():
    assert clean_apart(b"words").kind == "txt"
