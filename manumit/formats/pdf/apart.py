"""Opening PDFs in a process apart, with a limit to its memory.

A file of a few kilobytes can make any PDF library ask for all the memory there is, or break it. In
a process of its own that costs this one file: the process ends, the next file gets another.
"""

import json
import os
import pickle
import resource
import subprocess
import sys
from dataclasses import is_dataclass
from multiprocessing.util import Finalize
from threading import Lock, Timer
from typing import IO, cast

from manumit.formats.pdf.printing import Print, print_of
from manumit.formats.types import UnreadableDocument

_MOST_MEMORY = 3 * 1024**3
_SECONDS_A_PAGE = 240.0
_AT_IT = "at it"
_OURS = "manumit.formats."
_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from manumit.formats.pdf.apart import serve; serve()"
)


def read_print(data: bytes, tesseract: str | None) -> Print:
    """The pages of a PDF; ``tesseract`` is the path of that program, if there is one.

    Raises UnreadableDocument.
    """
    return _READER.read(data, tesseract)


class _Reader:
    """One process for one file after another, begun with the first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._owner = 0
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, data: bytes, tesseract: str | None) -> Print:
        with self._lock:
            try:
                answer = self._answer(self._running(), data, tesseract)
            except (EOFError, OSError, pickle.UnpicklingError) as error:
                self._end()
                raise UnreadableDocument(
                    "the PDF cannot be read: it takes more memory or time than any document does, "
                    "or breaks the program that reads it"
                ) from error
        if isinstance(answer, str):
            raise UnreadableDocument(answer)
        return answer

    def _answer(
        self, process: subprocess.Popen[bytes], data: bytes, tesseract: str | None
    ) -> Print | str:
        _send(process.stdin, (data, tesseract))
        while True:
            watch = Timer(_SECONDS_A_PAGE, process.kill)
            watch.start()
            try:
                answer = _receive(process.stdout)
            finally:
                watch.cancel()
            if answer != _AT_IT:
                return cast(Print | str, answer)

    def _running(self) -> subprocess.Popen[bytes]:
        # After a fork the process belongs to the one that began it.
        mine = self._process is not None and self._owner == os.getpid()
        if self._process is None or not mine or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603 - ourselves
                [sys.executable, "-c", _CODE, json.dumps(sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._owner = os.getpid()
            # Unlike atexit this is heeded by processes that were forked as well.
            Finalize(self, self.close, exitpriority=0)
        return self._process

    def close(self) -> None:
        """End the process; the next file begins another."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self._process is not None and self._owner == os.getpid():
            self._process.kill()
            self._process.communicate()
        self._process = None


_READER = _Reader()


def serve() -> None:
    """What the process apart does until its other end closes."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    # Nothing but answers may come out of the pipe, whatever a library prints.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    while True:
        try:
            data, tesseract = cast(tuple[bytes, str | None], _receive(sys.stdin.buffer))
        except EOFError:
            return
        try:
            _send(answers, print_of(data, tesseract, lambda: _send(answers, _AT_IT)))
        except UnreadableDocument as refusal:
            _send(answers, str(refusal))


def _send(pipe: IO[bytes] | None, message: object) -> None:
    assert pipe is not None
    pickle.dump(message, pipe, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _receive(pipe: IO[bytes] | None) -> object:
    assert pipe is not None
    return _Pages(pipe).load()


class _Pages(pickle.Unpickler):
    """Takes pages as we write them and nothing else: a file may have taken over who wrote this."""

    def find_class(self, module: str, name: str) -> object:
        found = getattr(sys.modules.get(module), name, None)
        if module.startswith(_OURS) and isinstance(found, type) and is_dataclass(found):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a page")
