"""The queries judged by hand in ``tests/samples/relevance``; its README says how."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

import yaml

QueryKind = Literal["known-item", "topical", "citation", "misspelt", "question"]
Needs = Literal["", "texts"]
GRADES = (1, 2, 3)


class BadJudgement(ValueError):
    """An entry is not as the README has it; the message says where and what."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A query and the works that answer it: 3 what the asker wants, 2 an answer, 1 touching it.

    ``needs`` is ``texts`` where only imported texts can answer.
    """

    query: str
    kind: QueryKind
    language: str
    relevant: Mapping[str, int]
    needs: Needs = ""


def read_judged(folder: Path) -> list[Judged]:
    """Every query of every file, in the order of files. Raises BadJudgement."""
    return [
        _judged(entry, path)
        for path in sorted(folder.glob("*.yaml"))
        for entry in yaml.safe_load(path.read_text("utf-8"))
    ]


def _judged(entry: dict[str, object], path: Path) -> Judged:
    query, kind, relevant = (entry.get(name) for name in ("query", "kind", "relevant"))
    if not isinstance(query, str) or kind not in get_args(QueryKind):
        raise BadJudgement(f"{path.name}: {query!r} is no query of a kind known ({kind!r})")
    if not isinstance(relevant, dict) or not relevant or set(relevant.values()) - set(GRADES):
        raise BadJudgement(f"{path.name}: {query!r} has no works graded 1, 2 or 3")
    needs = entry.get("needs", "")
    if needs not in get_args(Needs):
        raise BadJudgement(f"{path.name}: {query!r} needs {needs!r}, which is nothing known")
    return Judged(query, cast("QueryKind", kind), path.stem, relevant, cast("Needs", needs))
