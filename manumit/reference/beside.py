"""What a Centre says of concepts itself: files of its own, read over those that are shipped.

A scheme in which nothing was changed has no file. One that has is written whole, so that it holds
by itself whatever a later version ships; what that version adds stands behind it until the file is
written again.
"""

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from manumit.reference.conceptfiles import read_scheme
from manumit.reference.conceptwriting import turtle_of_scheme
from manumit.reference.types import Scheme

_Given = ParamSpec("_Given")
_Told = TypeVar("_Told")
_HEAD = "# Written by the program from what two people of this Centre accepted; change it there.\n"


class _Place:
    """Where the files are; none until a Centre says so."""

    folder: Path | None = None


def look_beside(folder: Path | None) -> None:
    """Read what this folder has over the shipped schemes; it need not exist yet."""
    _Place.folder = folder


def concepts_stamp() -> int:
    """A number that is another one whenever the Centre's own files have changed."""
    try:
        return _Place.folder.stat().st_mtime_ns if _Place.folder else 0
    except FileNotFoundError:
        return 0


def kept_with_concepts(tell: Callable[_Given, _Told]) -> Callable[_Given, _Told]:
    """What ``tell`` says of what it is given, kept until the Centre's own files change.

    Every process and thread sees a change by itself: it looks at the folder whenever it asks.
    """
    kept: tuple[int, dict[object, _Told]] = (-1, {})

    @wraps(tell)
    def told(*given: _Given.args, **named: _Given.kwargs) -> _Told:
        nonlocal kept
        stamp = concepts_stamp()
        of, said = kept
        if of != stamp:
            said = {}
            kept = stamp, said
        asked = (given, tuple(named.items()))
        if asked not in said:
            said[asked] = tell(*given, **named)
        return said[asked]

    return told


def with_own(shipped: Mapping[str, Scheme]) -> dict[str, Scheme]:
    """The shipped schemes, those with a file of the Centre's own as that has them.

    Raises BadReference for a file that somebody spoilt.
    """
    return {code: _laid_over(scheme, _own(code)) for code, scheme in shipped.items()}


@contextmanager
def only_writer() -> Iterator[None]:
    """Nobody else of this machine works out and writes the files meanwhile; they wait their turn."""
    folder = _folder()
    with (folder / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def write_own(schemes: Iterable[Scheme]) -> None:
    """Have these schemes and no others in files of the Centre's own. Each is there whole or not at all.

    Call it as the ``only_writer``.
    """
    folder, before = _folder(), concepts_stamp()
    wanted = {
        f"{scheme.code}.ttl": (_HEAD + turtle_of_scheme(scheme)).encode() for scheme in schemes
    }
    held = {path.name: path.read_bytes() for path in folder.glob("*.ttl")}
    if held == wanted:
        return
    for name, said in wanted.items():
        fresh = folder / f".{name}.new"
        fresh.write_bytes(said)
        fresh.replace(folder / name)
    for name in held.keys() - wanted.keys():
        (folder / name).unlink()
    # A clock that ticks slowly, or goes back, must not hide the change.
    now = max(folder.stat().st_mtime_ns, before) + 1
    os.utime(folder, ns=(now, now))


def _folder() -> Path:
    if _Place.folder is None:
        raise RuntimeError("nobody said where a Centre's own files are: call look_beside")
    _Place.folder.mkdir(parents=True, exist_ok=True)
    return _Place.folder


def _own(code: str) -> Scheme | None:
    if _Place.folder:
        with suppress(FileNotFoundError):  # most have none; one may go while it is looked for
            return read_scheme(_Place.folder / f"{code}.ttl")
    return None


def _laid_over(shipped: Scheme, own: Scheme | None) -> Scheme:
    if own is None:
        return shipped
    held = {concept.code for concept in own.concepts}
    added = [concept for concept in shipped.concepts if concept.code not in held]
    return shipped.having([*own.concepts, *added])
