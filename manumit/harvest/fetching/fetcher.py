"""The one who fetches: everything that comes from outside comes through here."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO

import httpx

from manumit.harvest.errors import FetchFailed, NotThere, TooLarge
from manumit.harvest.fetching.bodies import ENCODINGS, write_body
from manumit.harvest.fetching.gate import Gate
from manumit.harvest.fetching.pace import Pace, retry_after
from manumit.harvest.fetching.robots import Robots
from manumit.harvest.fetching.transport import GuardedTransport
from manumit.harvest.fetching.types import Answer, Limits, Validators

_REDIRECTS = {301, 302, 303, 307, 308}
_GONE = {404, 410}
_LATER = {408, 425, 429, 500, 502, 503, 504}
_NEW = Validators()


class _TryLater(FetchFailed):
    """The server cannot answer now; ``wait`` is the seconds it asks for, None if it does not say."""

    def __init__(self, reason: str, wait: float | None) -> None:
        super().__init__(reason)
        self.wait = wait


@dataclass(slots=True)
class Fetcher:
    """Fetches politely and within limits; ``agent`` names us and says how to reach us.

    With ``obey`` off, robots.txt is not asked: for sites that have permitted it.
    """

    agent: str
    gate: Gate = field(default_factory=Gate)
    pace: Pace = field(default_factory=Pace)
    limits: Limits = field(default_factory=Limits)
    obey: bool = True
    _client: httpx.Client = field(init=False)
    _robots: Robots = field(init=False)

    def __post_init__(self) -> None:
        headers = {"User-Agent": self.agent, "Accept": "*/*", "Accept-Encoding": ENCODINGS}
        self._client = httpx.Client(
            transport=GuardedTransport(self.gate),
            headers=headers,
            timeout=self.limits.silence,
            trust_env=False,
        )
        self._robots = Robots(self.agent, self._read_robots)

    def get(self, address: str, known: Validators = _NEW, *, limit: int = 0) -> Answer:
        """The answer, whole in memory, ``limit`` bytes at most. Raises FetchFailed."""
        body = io.BytesIO()
        answer = self._fetch(address, known, body, limit or self.limits.body)
        if answer.unchanged:
            return answer
        return Answer(answer.address, body.getvalue(), answer.validators, answer.media_type)

    def save(self, address: str, into: IO[bytes], known: Validators = _NEW) -> Answer:
        """The answer, its body written into an empty file. Raises FetchFailed."""
        return self._fetch(address, known, into, self.limits.file)

    def close(self) -> None:
        """Let go of every connection."""
        self._client.close()

    def _fetch(self, address: str, known: Validators, into: IO[bytes], limit: int) -> Answer:
        for left in range(self.limits.tries - 1, -1, -1):
            try:
                return self._follow(address, known, into, limit)
            except _TryLater as error:
                wait = 2.0 ** (self.limits.tries - left) if error.wait is None else error.wait
                if not left:
                    raise FetchFailed(f"{address} {error}, {self.limits.tries} times") from error
                if wait > self.limits.longest_wait:
                    raise FetchFailed(
                        f"{address} {error} and asks us to come back in {wait:.0f} seconds"
                    ) from error
                self.pace.sleep(wait)
                into.seek(0)
                into.truncate()
        raise FetchFailed(f"{address} was not tried")

    def _follow(self, address: str, known: Validators, into: IO[bytes], limit: int) -> Answer:
        url = _url(address)
        for _ in range(self.limits.redirects + 1):
            asked = self._robots.pause_for(url) if self.obey else 0.0
            self.pace.wait_for(url.host, asked)
            with self._answer_to(url, known) as response:
                if response.status_code not in _REDIRECTS:
                    return self._take(url, response, into, limit)
                url = _next(url, response)
        raise FetchFailed(f"{address} leads on and on")

    def _take(
        self, url: httpx.URL, response: httpx.Response, into: IO[bytes], limit: int
    ) -> Answer:
        status, headers = response.status_code, response.headers
        validators = Validators(headers.get("etag", ""), headers.get("last-modified", ""))
        if status == 304:
            return Answer(str(url), None, validators)
        if status in _LATER:
            wait = retry_after(headers.get("retry-after", ""), datetime.now(UTC))
            raise _TryLater(f"answers {status}", wait)
        if status in _GONE:
            raise NotThere(f"nothing is at {url} ({status})")
        if status not in (200, 203, 204):
            raise FetchFailed(f"{url} answers {status}")
        try:
            write_body(response, into, limit, self._deadline())
        except TooLarge as error:
            raise TooLarge(f"{url}: {error}") from error
        return Answer(str(url), b"", validators, headers.get("content-type", ""))

    @contextmanager
    def _answer_to(self, url: httpx.URL, known: Validators) -> Iterator[httpx.Response]:
        headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        given = {name: value for name, value in headers.items() if value}
        try:
            with self._client.stream("GET", url, headers=given) as response:
                yield response
        except httpx.TransportError as error:
            raise _TryLater(f"did not answer ({type(error).__name__})", None) from error
        except httpx.InvalidURL as error:
            raise FetchFailed(f"{url}, or where it leads, is no address") from error

    def _deadline(self) -> "_Deadline":
        return _Deadline(self.pace, self.pace.clock() + self.limits.whole)

    def _read_robots(self, address: str, limit: int) -> tuple[int, bytes]:
        url = _url(address)
        for _ in range(self.limits.redirects + 1):
            self.pace.wait_for(url.host)
            with self._answer_to(url, _NEW) as response:
                if response.status_code not in _REDIRECTS:
                    body = io.BytesIO()
                    if response.status_code == 200:
                        write_body(response, body, limit, self._deadline())
                    return response.status_code, body.getvalue()
                url = _next(url, response)
        return 404, b""  # RFC 9309: a robots.txt behind too many redirects is none


@dataclass(frozen=True, slots=True)
class _Deadline:
    """Raises FetchFailed when called after its time: a server may not keep us for ever."""

    pace: Pace
    until: float

    def __call__(self) -> None:
        if self.pace.clock() > self.until:
            raise FetchFailed("the answer came too slowly and was given up")


def _url(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise FetchFailed(f"{address[:200]!r} is no address") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchFailed(f"{address[:200]!r} is no http or https address: it is not fetched")
    return url


def _next(url: httpx.URL, response: httpx.Response) -> httpx.URL:
    try:
        return _url(str(url.join(response.headers.get("location", ""))))
    except httpx.InvalidURL as error:
        raise FetchFailed(f"{url} leads to what is no address") from error
