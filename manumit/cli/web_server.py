"""The web server, as ``manumit serve`` starts it."""

from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.common import AbstractServer

HEADERS_WITHIN = 10  # seconds


def web_server(
    host: str, port: int, workers: int, *, target: str = "manumit.config.rsgi:application"
) -> AbstractServer[Any]:
    """The server of an RSGI application: who sends a body or reads slowly is the application's care."""
    server: AbstractServer[Any] = Granian(
        target=target,
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=workers,
        http=HTTPModes.http1,  # what bounds slow headers is of HTTP/1 alone
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN * 1000),
        log_access=False,  # nobody's reading is written down
        websockets=False,
    )
    return server
