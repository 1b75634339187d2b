"""Zip files from strangers: members checked before they are read, read within limits, never unpacked.

Nothing is written to disk, so a name can do no harm by where it points; one that tries is refused
all the same, for whoever made it meant no good.
"""

import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from manumit.harvest.errors import TooLarge, Unreadable
from manumit.harvest.fetching.types import MEGABYTE

MOST_MEMBERS = 50_000
LARGEST_MEMBER = 64 * MEGABYTE
LARGEST_WHOLE = 8 * 1024 * MEGABYTE
_LARGEST_LIST = 16 * MEGABYTE
_STEEPEST = 300  # unpacked to packed; XML of laws comes to 30
_SMALL = MEGABYTE  # a member below this may be as steep as it likes
_END = b"PK\x05\x06"
_DRIVE = re.compile(r"^[A-Za-z]:")
_LINK = 0o120000


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside: its name with forward slashes, and its bytes or the reason it has none."""

    name: str
    data: bytes
    fault: str = ""


def members(file: IO[bytes], wanted: re.Pattern[str]) -> Iterator[Member]:
    """The files whose name matches, in the order of their names.

    A bad member comes with its fault, and the others follow. Raises Unreadable or TooLarge where
    the zip as a whole is bad.
    """
    _refuse_long_list(file)
    try:
        with zipfile.ZipFile(file) as archive:
            yield from _read(archive, _files(archive, wanted))
    except (zipfile.BadZipFile, NotImplementedError, struct.error, OSError) as error:
        raise Unreadable(f"is no zip file that can be read ({error})") from error


def _files(archive: zipfile.ZipFile, wanted: re.Pattern[str]) -> list[tuple[str, zipfile.ZipInfo]]:
    if len(archive.infolist()) > MOST_MEMBERS:
        raise TooLarge(f"the zip holds more than {MOST_MEMBERS:,} files")
    named = [(info.filename.replace("\\", "/"), info) for info in archive.infolist()]
    chosen = [(name, info) for name, info in named if wanted.search(name) and name[-1] != "/"]
    if sum(info.file_size for _, info in chosen) > LARGEST_WHOLE:
        raise TooLarge(f"the zip unpacks to more than {LARGEST_WHOLE // MEGABYTE:,} MB")
    return sorted(chosen, key=lambda pair: pair[0])


def _read(archive: zipfile.ZipFile, files: list[tuple[str, zipfile.ZipInfo]]) -> Iterator[Member]:
    left = LARGEST_WHOLE
    for name, info in files:
        fault = _fault(name, info)
        data = b""
        if not fault:
            data, fault = _bytes_of(archive, info)
        left -= len(data)
        if left < 0:
            raise TooLarge("the zip unpacks to more than it says")
        yield Member(name, data, fault)


def _fault(name: str, info: zipfile.ZipInfo) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or _DRIVE.match(name) or "\0" in info.orig_filename:
        return "its name leads out of the zip"
    if (info.external_attr >> 16) & 0o170000 == _LINK:
        return "it is a link, not a file"
    if info.flag_bits & 0x1:
        return "it is locked with a password"
    if info.file_size > LARGEST_MEMBER:
        return f"it is larger than {LARGEST_MEMBER // MEGABYTE} MB"
    steep = info.file_size > _STEEPEST * max(info.compress_size, 1)
    return "it is packed too tightly to be honest" if steep and info.file_size > _SMALL else ""


def _bytes_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[bytes, str]:
    """The member's bytes, or why there are none; no more is read than the list has announced."""
    try:
        with archive.open(info) as member:
            return member.read(info.file_size + 1), ""
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError, NotImplementedError) as error:  # fmt: skip
        return b"", f"it cannot be unpacked ({' '.join(str(error).split())[:100]})"


def _refuse_long_list(file: IO[bytes]) -> None:
    """Look at the size of the list of members before a library reads it into memory."""
    size = file.seek(0, 2)
    file.seek(max(size - 65_557, 0))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        raise Unreadable("is no zip file: it has no end")
    if struct.unpack_from("<I", tail, at + 12)[0] > _LARGEST_LIST:
        raise TooLarge(f"the zip's list of files is larger than {_LARGEST_LIST // MEGABYTE} MB")
