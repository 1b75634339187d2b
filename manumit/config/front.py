"""What stands before the application: a request reaches one of its few threads only when all of it is here.

A thread that reads a form waits for whoever sends it, and six who send a byte at a time would hold them all. So
bodies are read where waiting costs nothing, in memory and never on the disk, within a time and a size. Answers
leave in the same way: who reads slowly holds no thread either. The pieces of one answer may be fetched in several
threads: a view that streams must not count on being iterated where it began.
"""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from io import BytesIO
from itertools import islice
from typing import Any, Protocol

from granian.rsgi import (  # type: ignore[attr-defined]  # granian imports them there without exporting them
    HTTPProtocol,
    ProtocolClosed,
    ProtocolError,
    Scope,
)

from manumit.config.environ import environ_of, length_of
from manumit.web.uploads import MOST_BYTES

THREADS = 4
GRACE = 20.0  # seconds for any body
SLOWEST = 1024  # bytes a second beyond them: half of what the slowest telephone sends
MOST_HELD = 256 * 2**20  # bytes of all bodies that are in memory
_PIECES = 32  # of a long answer, fetched at a time


class Application(Protocol):
    """A WSGI application: ours is Django's."""

    def __call__(self, environ: dict[str, Any], start_response: Any, /) -> Any: ...


class Front:
    """Granian's way in (RSGI), and in its threads the application."""

    def __init__(
        self, application: Application, *, grace: float = GRACE, most_held: int = MOST_HELD
    ) -> None:
        self._application = application
        self._grace = grace
        self._most_held = most_held
        self._threads = ThreadPoolExecutor(THREADS, "answering")
        self._held = 0

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """One request. One that comes too slowly is told 408, one more than memory is there for 503."""
        with self._body() as body, suppress(ProtocolClosed, ProtocolError):  # they have gone
            try:
                await self._read(scope, protocol, body)
            except TimeoutError:
                _refuse(protocol, 408, "Request Timeout")
            except _Full:
                _refuse(protocol, 503, "Service Unavailable")
            else:
                await self._answer(environ_of(scope, body.file), protocol)

    @contextmanager
    def _body(self) -> Iterator["_Body"]:
        body = _Body()
        try:
            yield body
        finally:
            self._held -= body.size

    async def _read(self, scope: Scope, protocol: HTTPProtocol, body: "_Body") -> None:
        """All that is sent; what is too long for any page is left unread, and the application says so."""
        if not 0 < length_of(scope) <= MOST_BYTES:
            return
        began = asyncio.get_running_loop().time()
        async with asyncio.timeout_at(began + self._grace) as limit:
            async for piece in protocol:
                self._held += body.add(piece)
                if self._held > self._most_held:
                    raise _Full
                limit.reschedule(began + self._grace + body.size / SLOWEST)
        body.file.seek(0)

    async def _answer(self, environ: dict[str, Any], protocol: HTTPProtocol) -> None:
        answer = await self._in_thread(self._begun, environ)
        if answer.whole is not None:
            protocol.response_bytes(answer.status, answer.headers, answer.whole)
            return
        transport = protocol.response_stream(answer.status, answer.headers)
        try:
            while pieces := await self._in_thread(_some, answer.pieces):
                await transport.send_bytes(pieces)
        finally:
            await self._in_thread(answer.close)

    async def _in_thread(self, work: Any, *given: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *given)

    def _begun(self, environ: dict[str, Any]) -> "_Answer":
        answer = _Answer()
        result = self._application(environ, answer.start)
        answer.take(result)
        return answer


class _Full(Exception):
    """More is being sent than is kept in memory."""


class _Body:
    """What has come of a request so far."""

    def __init__(self) -> None:
        self.file = BytesIO()
        self.size = 0

    def add(self, piece: bytes) -> int:
        """Returns how much longer it is now."""
        self.size += len(piece)
        return self.file.write(piece)


class _Answer:
    """What the application says: whole, or to be fetched piece by piece."""

    def __init__(self) -> None:
        self.status, self.headers = 200, list[tuple[str, str]]()
        self.whole: bytes | None = None
        self.pieces: Iterator[bytes] = iter(())

    def start(self, status: str, headers: list[tuple[str, str]], _: Any = None) -> None:
        """WSGI's ``start_response``."""
        self.status, self.headers = int(status.split(" ", 1)[0]), headers

    def take(self, result: Any) -> None:
        """Fetch it now, in the thread that made it, if it is in memory anyway."""
        self.close = getattr(result, "close", lambda: None)
        if getattr(result, "streaming", False):
            self.pieces = iter(result)
            return
        try:
            self.whole = b"".join(result)
        finally:
            self.close()


def _some(pieces: Iterator[bytes]) -> bytes:
    return b"".join(islice(filter(None, pieces), _PIECES))


def _refuse(protocol: HTTPProtocol, status: int, words: str) -> None:
    protocol.response_str(status, [("content-type", "text/plain"), ("connection", "close")], words)
