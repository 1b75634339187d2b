"""Viruses, looked for by a scanner of the operator's where there is one: clamd, asked over its socket on this host.

It is off until ``MANUMIT_CLAMD`` names the socket. Then a file that could not be looked through is not taken.
"""

import socket

from django.conf import settings
from django.utils.translation import gettext as _

from manumit.contributions.errors import NotCleaned

_SECONDS = 60.0
_PIECE = 64 * 1024  # bytes
_LONGEST = 4096  # bytes of an answer
_CLEAN = b"stream: OK"
_FOUND = b" FOUND"


def refuse_infected(data: bytes) -> None:
    """Raises NotCleaned where the scanner finds something, or does not answer."""
    if not settings.MANUMIT_CLAMD:
        return
    said = _said_to(data)
    if said.endswith(_FOUND):
        raise NotCleaned(_("A virus was found in this file: it is not taken."))
    if said != _CLEAN:
        raise NotCleaned(_("No file is taken at this moment: the scanner for viruses is away."))


def _said_to(data: bytes) -> bytes:
    """The scanner's word; nothing where it gives none."""
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(_SECONDS)
            line.connect(settings.MANUMIT_CLAMD)
            line.sendall(b"zINSTREAM\0")
            for start in range(0, len(data), _PIECE):
                piece = data[start : start + _PIECE]
                line.sendall(len(piece).to_bytes(4) + piece)
            line.sendall(bytes(4))
            return _answer(line)
    except OSError:
        return b""


def _answer(line: socket.socket) -> bytes:
    said = b""
    while not said.endswith(b"\0") and len(said) < _LONGEST and (more := line.recv(_LONGEST)):
        said += more
    return said.removesuffix(b"\0")
