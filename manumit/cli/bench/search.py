"""``manumit bench search``: the mixed set over works made for it, beside raw Tantivy, FTS5 and PostgreSQL."""

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import groupby
from math import exp, log
from pathlib import Path
from statistics import fmean
from typing import Any

import click

from manumit.cli.bench.apart import done_in
from manumit.cli.bench.scale import hostile, page, tasks
from manumit.cli.bench.scale.questions import CLASSES, MIXED, Question, questions
from manumit.cli.bench.scale.timing import Timed, row_of
from manumit.cli.output import progress

CLIENTS = (1, 8)
PARTS = ("engines", "page", "hostile")
_VERSION = "2"  # of the works and of what peers make of them: others are not used again
_OURS = "manumit"


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured.

    ``docs`` works (several numbers: one after the other), ``each`` questions of each class, at most
    ``seconds`` for one engine at one number of clients.
    """

    docs: tuple[int, ...]
    seed: int
    each: int
    seconds: int
    keep: Path | None
    database: str
    parts: tuple[str, ...]


def run(over: Path | None, scale: Scale) -> dict[str, Any]:
    """Build what is not kept, ask, and give the figures by their names."""
    if over is None:
        raise click.UsageError("bench search needs --over: a folder with .jsonl.gz texts below it")
    with _kept(scale.keep) as keep:
        runs = [_run(_place(over, scale, size, keep), scale) for size in scale.docs]
    names = dict.fromkeys(name for one in runs for name in one)
    figures = {name: [row for one in runs for row in one.get(name, [])] for name in names}
    return {"processors": os.cpu_count(), "seed": scale.seed, **figures}


@contextmanager
def _kept(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        yield keep.absolute()
        return
    with tempfile.TemporaryDirectory(prefix="manumit-bench-") as folder:
        yield Path(folder)


def _place(over: Path, scale: Scale, size: int, keep: Path) -> tasks.Place:
    home = keep / f"{size}-{scale.seed}-{_VERSION}"
    home.mkdir(parents=True, exist_ok=True)
    return tasks.Place(over.absolute(), size, scale.seed, home, scale.database)


def _run(place: tasks.Place, scale: Scale) -> dict[str, list[dict[str, Any]]]:
    asked = questions(place.corpus(), scale.each)
    builders = [name for name in tasks.BUILDERS if _is_there(name, scale)]
    found: dict[str, list[dict[str, Any]]] = {
        "builds": [
            _built(name, place) for name in (builders if "engines" in scale.parts else [_OURS])
        ]
    }
    if "engines" in scale.parts:
        found |= _engines(place, scale, asked, ["raw tantivy", *builders])
    if "page" in scale.parts:
        found["page"] = [page.measure(place, asked, clients) for clients in CLIENTS]
    if "hostile" in scale.parts:
        found["hostile"] = hostile.measure(place, scale.seed)
    return found


def _is_there(name: str, scale: Scale) -> bool:
    """PostgreSQL needs a driver and a database that is given."""
    return name != "postgresql" or bool(scale.database and find_spec("psycopg"))


def _built(name: str, place: tasks.Place) -> dict[str, Any]:
    """What building cost, now or when the index that is kept was built."""
    note = place.home / f"built-{name}.json"
    if not note.exists():
        figures, _ = done_in(place.home, tasks.build, name, place)
        note.write_text(json.dumps(figures))
    return {"works": place.size, "engine": name, **json.loads(note.read_text())}


def _engines(
    place: tasks.Place, scale: Scale, asked: Sequence[Question], names: Sequence[str]
) -> dict[str, list[dict[str, Any]]]:
    timed: dict[tuple[str, int], list[Timed]] = {}
    peaks: dict[tuple[str, int], int] = {}
    with progress(f"Asking over {place.size:,} works", len(names) * len(CLIENTS)) as done:
        for name in names:
            for clients in CLIENTS:
                given = (name, place, asked, clients, scale.seconds)
                timed[name, clients], peaks[name, clients] = done_in(place.home, tasks.ask, *given)
                done(len(timed))
    return {
        "answers": [
            {"works": place.size, **row, "peak_mb": round(peaks[key] / 1e6)}
            for key, found in timed.items()
            for row in _rows(*key, found)
        ],
        "ratios": list(_ratios(place.size, timed)),
    }


def _rows(name: str, clients: int, found: list[Timed]) -> Iterator[dict[str, Any]]:
    for of, group in groupby(
        sorted(found, key=lambda one: CLASSES.index(one.of)), lambda one: one.of
    ):
        yield row_of(name, clients, of, list(group))
    mixed = [one for one in found if one.of in MIXED]
    if mixed:
        yield row_of(name, clients, "all", mixed)


def _ratios(size: int, timed: dict[tuple[str, int], list[Timed]]) -> Iterator[dict[str, Any]]:
    """How many times as long as we each peer took, over the questions that both answered.

    ``agree`` is the share of them in which both found about as many works, within a twentieth.
    """
    for (name, clients), theirs in timed.items():
        if name == _OURS or not theirs:
            continue
        ours = {one.number: one for one in timed[_OURS, clients]}
        both = [(ours[one.number], one) for one in theirs if one.number in ours]
        if both:
            yield {"works": size, "engine": name, "clients": clients, **_ratio(both)}


def _ratio(both: Sequence[tuple[Timed, Timed]]) -> dict[str, Any]:
    mean = exp(fmean(log(theirs.seconds / ours.seconds) for ours, theirs in both))
    agreed = sum(
        abs(mine.total - other.total) <= max(mine.total, other.total) / 20 for mine, other in both
    )
    mine, other = (row_of("", 0, "", list(side)) for side in zip(*both, strict=True))
    return {
        "asked": len(both),
        "geometric_mean": round(mean, 2),
        "p95": mine["p95"],
        "peer_p95": other["p95"],
        "p95_times": round(mine["p95"] / other["p95"], 2),
        "agree": round(agreed / len(both), 3),
    }
