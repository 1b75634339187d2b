"""Where secrets are tried: two narrow doors, so that a crowd of guesses leaves one of them free.

A receipt is first looked for by its two finding words. What is found is tried at one door, what is not at
the other: it costs the same there and is refused the same, but a thousand invented receipts only stand in
each other's way. Memory is two derivations, 128 MiB a process, whatever is asked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from manumit.desk.errors import Busy
from manumit.desk.keys import Ring
from manumit.desk.sealing.credentials import Credentials
from manumit.desk.sealing.pool import KdfPool

_KNOWN = KdfPool(running=1, waiting=8)
# Few wait: each who waits holds one of the server's threads.
_UNKNOWN = KdfPool(running=1, waiting=1)


_tried: set[bytes] = set()
_lock = Lock()


@contextmanager
def one_at_a_time(locator: bytes) -> Iterator[None]:
    """:class:`Busy` while the same case's receipt is being tried: nobody crowds one case out."""
    with _lock:
        if locator in _tried:
            raise Busy
        _tried.add(locator)
    try:
        yield
    finally:
        with _lock:
            _tried.discard(locator)


def credentials(ring: Ring, *, known: bool) -> Credentials:
    """What proves secrets of somebody who was found, or of nobody."""
    return Credentials(_KNOWN if known else _UNKNOWN, ring.pepper)
