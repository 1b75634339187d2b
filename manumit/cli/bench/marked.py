"""The citations marked by hand in ``tests/samples/citations``; its README has the rules."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from manumit.reference import BadKey, is_eid, parse_key

Kind = Literal["judgment", "legislation", "instrument", "publication"]

_MARK = re.compile("⟦([^⟦⟧]*)⟧")
_BRACKET = re.compile("[⟦⟧]")
# A target that is no key: unknown, or a citation in its normal form.
_NO_KEY = re.compile(r"\?|=\S.*")
_STEM = "/*"


class BadMark(ValueError):
    """A line breaks the rules of marking; the message says where and how."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One citation: ``text`` stands at ``start:end``, in characters, of its paragraph's text.

    ``targets`` has more than one entry where the words fit several works; each is a key, a stem
    ending in ``/*``, ``=`` with a citation in normal form, or ``?``. ``pinpoints`` are eids.
    """

    start: int
    end: int
    text: str
    kind: Kind
    targets: tuple[str, ...]
    pinpoints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a file, counted from 1: ``text`` is what a reader sees, without the marks."""

    file: str
    line: int
    text: str
    marks: tuple[Mark, ...]


def read_folder(folder: Path) -> list[Paragraph]:
    """All paragraphs of the folder's text files, by file name and line. Raises BadMark."""
    return [each for path in sorted(folder.glob("*.txt")) for each in _read_file(path)]


def read_line(line: str, file: str = "", number: int = 1) -> Paragraph:
    r"""Take the marks out of one line, in which ``\n`` is a line feed. Raises BadMark."""
    try:
        text, marks = _split(line.replace("\\n", "\n"))
    except BadMark as error:
        raise BadMark(f"{file}:{number}: {error}") from error
    return Paragraph(file, number, text, tuple(marks))


def _read_file(path: Path) -> list[Paragraph]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [
        read_line(line, path.name, number)
        for number, line in enumerate(lines, start=1)
        if line and not line.startswith("#")
    ]


def _split(line: str) -> tuple[str, list[Mark]]:
    text, marks = "", []
    position = 0
    for found in _MARK.finditer(line):
        text += _plain(line[position : found.start()])
        mark = _mark(found[1], len(text))
        text += mark.text
        marks.append(mark)
        position = found.end()
    return text + _plain(line[position:]), marks


def _plain(text: str) -> str:
    if _BRACKET.search(text):
        raise BadMark(f"a bracket without its partner near {text[-40:]!r}")
    return text


def _mark(inside: str, start: int) -> Mark:
    text, kind, target, pinpoints = _fields(inside)
    if not text or text != text.strip():
        raise BadMark(f"the words are empty or have spaces around them: {text!r}")
    if kind not in get_args(Kind):
        raise BadMark(f"no kind of citation: {kind!r}")
    return Mark(
        start, start + len(text), text, cast(Kind, kind), _targets(target), _eids(pinpoints)
    )


def _fields(inside: str) -> list[str]:
    fields = inside.split("|")
    if len(fields) != 4:
        raise BadMark(f"a mark has words, kind, target and pinpoints: {inside!r}")
    return fields


def _targets(written: str) -> tuple[str, ...]:
    targets = tuple(written.split(" or "))
    for target in targets:
        _check_target(target)
    return targets


def _check_target(target: str) -> None:
    if _NO_KEY.fullmatch(target):
        return
    try:
        parse_key(target.removesuffix(_STEM))
    except BadKey as error:
        raise BadMark(str(error)) from error


def _eids(written: str) -> tuple[str, ...]:
    eids = tuple(written.split())
    if wrong := [eid for eid in eids if not is_eid(eid)]:
        raise BadMark(f"no eids: {wrong}")
    if len(set(eids)) < len(eids):
        raise BadMark(f"an eid stands twice: {written!r}")
    return eids
