"""A small application behind the real front, for the real server: it tells what reached it."""

import os

from manumit.config.front import Front


class Pieces:
    """A long answer that is made while it is sent, as files are."""

    streaming = True

    def __init__(self, many: int) -> None:
        self._many = many

    def __iter__(self):
        return (b"x" * 65_536 for _ in range(self._many))

    def close(self) -> None:
        CLOSED.append(self._many)


CLOSED: list[int] = []


def small(environ, start_response):
    if environ["PATH_INFO"].startswith("/long/"):
        start_response("200 OK", [("content-type", "application/octet-stream")])
        return Pieces(int(environ["PATH_INFO"].removeprefix("/long/")))
    if environ["PATH_INFO"] == "/closed":
        told = repr(CLOSED)
    elif environ["PATH_INFO"] == "/fails":
        raise RuntimeError("a fault")
    elif environ["PATH_INFO"] == "/times-out":
        raise TimeoutError
    else:
        sent = environ["wsgi.input"].read().decode("latin-1")
        named = (
            "REQUEST_METHOD",
            "PATH_INFO",
            "QUERY_STRING",
            "REMOTE_ADDR",
            "HTTP_X_FORWARDED_FOR",
        )
        told = "|".join([*(environ.get(name, "-") for name in named), str(len(sent)), sent[:20]])
    start_response("200 OK", [("content-type", "text/plain; charset=utf-8")])
    return [told.encode("latin-1")]


application = Front(
    small, grace=float(os.environ["SMALL_GRACE"]), most_held=int(os.environ["SMALL_HELD"])
)
