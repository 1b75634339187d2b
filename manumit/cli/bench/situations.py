"""The situations judged by hand in ``tests/samples/desk``; its README says how."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from manumit.cli.bench.judged import BadJudgement

_GRADES = {2, 3}
_LATER = ("second", "third", "fourth", "fifth")  # folders of those written later, by other hands


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation told in prose, and the authorities that an expert would send.

    ``relevant`` maps works to 2 or 3, ``pinned`` works to the passages meant. ``part`` is the set it belongs
    to: what is ``held out`` was not looked at while the method was made.
    """

    name: str
    language: str
    group: str
    jurisdiction: str
    question: str
    relevant: Mapping[str, int]
    pinned: Mapping[str, str]
    part: str


def read_situations(folder: Path) -> list[Situation]:
    """Every situation of every file, in the order of files, the later sets last. Raises BadJudgement."""
    return [
        _situation(entry, path)
        for each in (folder, *(folder / name for name in _LATER))
        for path in sorted(each.glob("*.yaml"))
        for entry in yaml.safe_load(path.read_text("utf-8"))
    ]


def _situation(entry: dict[str, object], path: Path) -> Situation:
    sent = entry.get("authorities")
    if not isinstance(sent, dict) or not sent or set(sent.values()) - _GRADES:
        raise BadJudgement(f"{path.name}: {entry.get('name')!r} has no authorities graded 2 or 3")
    parts = {address: address.partition("#") for address in sent}
    return Situation(
        name=str(entry["name"]),
        language=path.stem,
        group=str(entry["group"]),
        jurisdiction=str(entry["jurisdiction"]),
        question=str(entry["question"]),
        relevant={parts[address][0]: grade for address, grade in sent.items()},
        pinned={key: eid for key, _, eid in parts.values() if eid},
        part=_part(entry, path),
    )


def _part(entry: dict[str, object], path: Path) -> str:
    part = "held out" if entry.get("held_out") else "made on"
    return f"{path.parent.name}, {part}" if path.parent.name in _LATER else part
