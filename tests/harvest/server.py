"""A web server on this machine that gives recorded answers."""

import gzip
import io
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import yaml


@dataclass
class Answer:
    """What is answered to requests for a path whose query holds at least ``query``."""

    path: str
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)

    def fits(self, path: str, query: dict[str, str]) -> bool:
        return path == self.path and self.query.items() <= query.items()


@dataclass
class Server:
    """The answers it gives, and the requests it got: path, query and headers of each."""

    answers: list[Answer] = field(default_factory=list)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    before: Callable[[int], None] = lambda number: None
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def put(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> None:
        """Answer so from now on."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.insert(0, Answer(path, data, status, named))

    def paths(self) -> list[str]:
        """The paths asked for, robots.txt apart."""
        return [path for path, _ in self.requests if path != "/robots.txt"]


class _Quiet(ThreadingHTTPServer):
    """Says nothing of clients that hang up."""

    daemon_threads = True

    def handle_error(self, *about: object) -> None:
        """It is the client's right."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server with no answers yet."""
    server = Server()
    http = _Quiet(("127.0.0.1", 0), _handler(server))
    server.port = http.server_address[1]
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def recorded(folder: Path) -> list[Answer]:
    """The answers that a sample's folder holds."""
    rows = yaml.safe_load((folder / "answers.yaml").read_text(encoding="utf-8"))
    return [_recorded(folder, row) for row in rows]


def _recorded(folder: Path, row: dict[str, Any]) -> Answer:
    body = b""
    if "file" in row:
        body = (folder / row["file"]).read_bytes()
    elif "zip" in row:
        body = zipped({name: (folder / file).read_bytes() for name, file in row["zip"].items()})
    return Answer(
        row["path"], body, row.get("status", 200), row.get("headers", {}), row.get("query", {})
    )


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of these files, under exactly these names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (2031, 5, 2, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def packed(data: bytes) -> bytes:
    """The data as gzip sends it."""
    return gzip.compress(data, mtime=0)


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.requests.append((self.path, dict(self.headers.items())))
            server.before(len(server.requests))
            parts = urlsplit(self.path)
            query = dict(parse_qsl(parts.query))
            found = [one for one in server.answers if one.fits(parts.path, query)]
            self._send(found[0] if found else Answer(parts.path, b"nothing here", 404))

        def _send(self, answer: Answer) -> None:
            etag = answer.headers.get("ETag")
            dated = answer.headers.get("Last-Modified")
            known = etag and self.headers.get("If-None-Match") == etag
            known = known or (dated and self.headers.get("If-Modified-Since") == dated)
            self.send_response(304 if known else answer.status)
            body = b"" if known or answer.status == 204 else answer.body
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in answer.headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except ConnectionError:  # the client has had enough
                self.close_connection = True

        def log_message(self, *words: object) -> None:
            """Be silent."""

    return Handler
