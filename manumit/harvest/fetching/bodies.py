"""The body of an answer, unpacked within limits: a small body may not become a large one unseen."""

import zlib
from collections.abc import Callable, Iterator
from typing import IO

import httpx

from manumit.harvest.errors import FetchFailed, TooLarge
from manumit.harvest.fetching.types import MEGABYTE

ENCODINGS = "gzip"  # what we ask for; nothing else is unpacked
_PIECE = 65_536


def write_body(
    response: httpx.Response, into: IO[bytes], limit: int, in_time: Callable[[], None]
) -> None:
    """Write the body into the file; ``in_time`` is asked again and again and may raise.

    Raises TooLarge when it is more than ``limit`` bytes, unpacked.
    """
    announced = response.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > limit:
        raise _too_large(limit)
    size = 0
    for piece in _unpacked(response):
        in_time()
        size += len(piece)
        if size > limit:
            raise _too_large(limit)
        into.write(piece)


def unzipped(data: bytes, limit: int) -> bytes:
    """The contents of a gzip file that was fetched as such. Raises TooLarge or FetchFailed."""
    pieces, size = [], 0
    for piece in _inflate(iter([data])):
        size += len(piece)
        if size > limit:
            raise _too_large(limit)
        pieces.append(piece)
    return b"".join(pieces)


def _unpacked(response: httpx.Response) -> Iterator[bytes]:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    raw = response.iter_raw(_PIECE)
    if encoding in ("", "identity"):
        return raw
    if encoding in ("gzip", "x-gzip"):
        return _inflate(raw)
    raise FetchFailed(f"the answer is packed in a way we did not ask for ({encoding[:40]})")


def _inflate(packed: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj(wbits=31)
    try:
        for chunk in packed:
            rest = chunk
            while rest:
                yield inflater.decompress(rest, _PIECE)
                rest = inflater.unconsumed_tail
                if inflater.eof:
                    rest, inflater = inflater.unused_data, zlib.decompressobj(wbits=31)
    except zlib.error as error:
        raise FetchFailed("the answer is packed, and broken") from error


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"the answer is larger than {max(limit // MEGABYTE, 1)} MB")
