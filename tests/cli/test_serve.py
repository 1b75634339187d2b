"""manumit serve, as far as it goes without serving."""

import socket


def test_a_port_that_is_taken_is_said_before_anything_is_prepared(manumit):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = manumit("serve", "--port", port)
    assert answer.code == 1
    assert f"port {port} of 127.0.0.1 is not free" in answer.err
    assert len(answer.err.strip().splitlines()) == 1


def test_a_port_that_is_none_is_wrong_use(manumit, monkeypatch):
    monkeypatch.setenv("MANUMIT_PORT", "abc")
    assert manumit("serve").code == 2
