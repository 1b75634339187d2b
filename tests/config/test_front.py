"""The real web server with the real front: who is slow keeps nobody else waiting."""

import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.paths import REPOSITORY
from tests.web.slow_visitors import crowd, reading, slow_body, waited

SERVE = """
from manumit.cli.web_server import web_server
web_server("127.0.0.1", {port}, 1, target="tests.config.small_application:application").serve()
"""
MANY = 40
FORM = b"text=" + b"a" * 50_000


@contextmanager
def served(*, grace: float, held: int) -> Iterator[str]:
    """The address of a server of its own, once it listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    more = {"SMALL_GRACE": str(grace), "SMALL_HELD": str(held), "PYTHONPATH": str(REPOSITORY)}
    more["DJANGO_SETTINGS_MODULE"] = "manumit.config.settings"
    command = [sys.executable, "-c", SERVE.format(port=port)]
    process = subprocess.Popen(command, env=os.environ | more)
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait_for(port: int, process: subprocess.Popen) -> None:
    for _ in range(1200):
        if waited(f"http://127.0.0.1:{port}/ready") is not None:
            return
        try:  # a wait that ends by itself when there is no hope
            process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    pytest.fail("the server does not start")


@pytest.fixture(scope="module")
def patient() -> Iterator[str]:
    """A server that waits for the slow longer than any test lasts."""
    with served(grace=3600, held=2**30) as address:
        yield address


@pytest.fixture(scope="module")
def strict() -> Iterator[str]:
    """A server that waits for nobody, and keeps next to nothing."""
    with served(grace=0.5, held=60_000) as address:
        yield address


def asked(address: str, path: str, body: bytes | None = None, **headers: str):
    line = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    line.request("GET" if body is None else "POST", path, body, named)
    answer = line.getresponse()
    told = answer.read()
    line.close()
    return answer.status, told


def test_what_is_sent_reaches_the_application_whole(patient):
    status, told = asked(patient, "/%E0%B8%81?q=%20a", FORM)
    assert status == 200
    assert told.decode() == f"POST|/ก|q=%20a|127.0.0.1|-|{len(FORM)}|{FORM[:20].decode()}"


def test_a_name_that_would_pass_for_the_proxys_is_left_out(patient):
    line = http.client.HTTPConnection(patient.removeprefix("http://"), timeout=60)
    line.request("GET", "/", headers={"X_Forwarded_For": "forged"})
    assert b"forged" not in line.getresponse().read()
    line.close()
    _, told = asked(patient, "/", X_Forwarded_For="of the proxy")
    assert b"of the proxy" in told


def test_who_sends_slowly_keeps_nobody_waiting(patient):
    with crowd(patient, slow_body, many=MANY, drip=True):
        assert waited(f"{patient}/honest") is not None
        assert asked(patient, "/honest", FORM)[0] == 200


def test_who_reads_slowly_keeps_nobody_waiting(patient):
    with crowd(patient, reading("/long/400"), many=MANY, drip=False):
        assert waited(f"{patient}/honest") is not None


def test_a_long_answer_comes_whole_and_is_closed_also_where_its_reader_left(patient):
    assert asked(patient, "/long/70") == (200, b"x" * 65_536 * 70)
    with crowd(patient, reading("/long/401"), many=1, drip=False) as (line,):
        assert line.recv(10)
    for _ in range(200):
        if (told := asked(patient, "/closed")[1]).count(b"401"):
            break
    assert b"70" in told
    assert b"401" in told


def test_who_sends_too_slowly_is_told_so_and_let_go(strict):
    with crowd(strict, slow_body, many=3, drip=True) as lines:
        for line in lines:
            line.settimeout(60)
            assert line.recv(100).startswith(b"HTTP/1.1 408")


def test_more_than_there_is_memory_for_is_told_so_and_the_room_is_given_back(strict):
    assert asked(strict, "/", FORM)[0] == 200
    assert asked(strict, "/", FORM * 2)[0] == 503
    assert asked(strict, "/", FORM)[0] == 200


def test_a_form_too_long_for_any_page_is_left_unread(patient):
    line = socket.create_connection(tuple(_place(patient)), timeout=60)
    head = f"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {17 * 2**20}\r\n\r\n"
    line.sendall(head.encode())
    told = line.makefile("rb").readline()
    line.close()
    assert told.startswith(b"HTTP/1.1 200")  # by the application, which refuses it by its length


def test_a_fault_of_the_application_is_no_time_out(strict):
    for path in ("/fails", "/times-out"):
        assert asked(strict, path)[0] == 500
    assert asked(strict, "/")[0] == 200


def _place(address: str) -> tuple[str, int]:
    host, _, port = address.removeprefix("http://").partition(":")
    return host, int(port)
