"""A request of the web server as WSGI tells it to the application."""

import sys
from io import BytesIO
from typing import Any

from granian.rsgi import Scope


def environ_of(scope: Scope, body: BytesIO) -> dict[str, Any]:
    """WSGI's ``environ``, PEP 3333."""
    host, _, port = scope.server.rpartition(":")
    return _headers(scope) | {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": _as_bytes_in_text(scope.path),
        "QUERY_STRING": scope.query_string,
        "REMOTE_ADDR": _address(scope.client),
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def length_of(scope: Scope) -> int:
    """How many bytes are said to come; none where nothing that is a number is said."""
    said = scope.headers.get("content-length") or ""
    return int(said) if said.isascii() and said.isdecimal() else 0


def _headers(scope: Scope) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in scope.headers.items():
        # Such a name would pass for another one: a proxy that sets X-Forwarded-For lets X_Forwarded_For through.
        if "_" in name:
            continue
        key = name.upper().replace("-", "_")
        if key not in {"CONTENT_TYPE", "CONTENT_LENGTH"}:
            key = f"HTTP_{key}"
        between = "; " if key == "HTTP_COOKIE" else ","
        found[key] = f"{found[key]}{between}{value}" if key in found else value
    return found


def _address(client: str) -> str:
    """Without the port, and an address of version six without its brackets."""
    return client.rpartition(":")[0].strip("[]")


def _as_bytes_in_text(path: str) -> str:
    return path.encode().decode("latin-1")
