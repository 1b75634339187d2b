"""The situations judged by hand in ``tests/samples/desk``; its README says how."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from manumit.cli.bench.judged import BadJudgement

_GRADES = {2, 3}


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation told in prose, and the authorities that an expert would send.

    ``relevant`` maps works to 2 or 3, ``pinned`` works to the passages meant. ``held_out`` were not looked
    at while the method was made.
    """

    name: str
    language: str
    group: str
    jurisdiction: str
    question: str
    relevant: Mapping[str, int]
    pinned: Mapping[str, str]
    held_out: bool


def read_situations(folder: Path) -> list[Situation]:
    """Every situation of every file, in the order of files. Raises BadJudgement."""
    return [
        _situation(entry, path)
        for path in sorted(folder.glob("*.yaml"))
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
        held_out=bool(entry.get("held_out")),
    )
