"""The marked citations of ``tests/samples/citations``; its README says how they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(
    r"⟦(?P<words>[^⟦⟧|]+)\|(?P<kind>[a-z]+)\|(?P<target>[^⟦⟧|]+)\|(?P<pins>[^⟦⟧|]*)⟧"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """One citation as somebody marked it: ``targets`` are several where nothing decides."""

    start: int
    end: int
    text: str
    kind: str
    targets: tuple[str, ...]
    pinpoints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """One paragraph with its marks; offsets count characters of ``text``."""

    file: str
    line: int
    text: str
    marks: tuple[Marked, ...]


class BadMark(ValueError):
    """A line that cannot be read; the message says where."""


def read_samples(folder: Path) -> Iterator[Sample]:
    """Every paragraph of every file, in order. Raises BadMark."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip() and not line.startswith("#"):
                yield _sample(path.name, number, line.replace("\\n", "\n"))


def _sample(file: str, number: int, line: str) -> Sample:
    text, marks, done = "", [], 0
    for match in _MARK.finditer(line):
        text += line[done : match.start()]
        words = match["words"]
        targets = tuple(part.strip() for part in match["target"].split(" or "))
        start = len(text)
        text += words
        pins = tuple(match["pins"].split())
        marks.append(Marked(start, len(text), words, match["kind"], targets, pins))
        done = match.end()
    text += line[done:]
    if "⟦" in text or "⟧" in text:
        raise BadMark(f"{file}:{number}: a mark is not closed, or lacks one of its four parts")
    return Sample(file, number, text, tuple(marks))
