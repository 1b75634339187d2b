"""``manumit bench import``: what importing costs, beside merely parsing the same files."""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from manumit.cli.bench.corpus import Sample, find_samples
from manumit.cli.bench.homes import copy_home, fill_home, key_of_bench, write_records
from manumit.cli.bench.parsing import peer_for, seconds_to_parse
from manumit.cli.bench.trial import Trial, try_import
from manumit.cli.ground import starter_collection
from manumit.cli.importing.batches import Given
from manumit.formats import DocumentKind

_TIMES = 4  # how often the files are there where memory is held against memory
Works = list[tuple[str, DocumentKind]]


def run(over: Path | None) -> dict[str, Any]:
    """Import the judgments, laws and treaties below a folder, and give the figures by their names."""
    if over is None:
        raise click.UsageError("bench import needs --over: the folder whose files it imports")
    samples = find_samples(over)
    if not samples:
        raise click.ClickException(f"{over} has no judgment, law or treaty that can be read")
    with tempfile.TemporaryDirectory(prefix="manumit-bench-") as folder:
        return _measure(samples, Path(folder))


def _measure(samples: list[Sample], folder: Path) -> dict[str, Any]:
    prepared = folder / "prepared"
    fill_home(prepared, starter_collection())
    given, works = _all_with_a_work(samples, prepared, folder / "first")
    copies, more = _copies(samples, _TIMES)
    fill_home(prepared, write_records(folder / "records", works + more))

    def imported(files: Sequence[Given]) -> Trial:
        return try_import(files, copy_home(prepared, folder / "home"))

    whole, several = imported(given), imported(given + copies)
    by_format = [
        (name, list(group), imported(own) if len(own) < len(given) else whole)
        for name, group in groupby(samples, key=lambda one: one.format)
        for own in [[one for one in given if one.kind == name]]
    ]
    trials = [*by_format, ("all", samples, whole)]
    return {
        "processors": os.cpu_count(),
        "import": [_row(*trial) for trial in trials],
        "stages": [_stages(name, trial) for name, _, trial in trials],
        "memory": [_memory(samples, 1, whole), _memory(samples, _TIMES, several)],
        "refused": sorted({*whole.problems, *several.problems}),
    }


def _all_with_a_work(
    samples: list[Sample], prepared: Path, home: Path
) -> tuple[list[Given], Works]:
    """The files as they are given to import, and the works to be there first.

    A file makes its work, or names one of the collection's; what is refused for want of one in a
    first import, which is not measured, gets a work of the benchmark's own.
    """
    given = [Given(one.path, one.format) for one in samples]
    named = [one for one, sample in zip(given, samples, strict=True) if sample.key]
    refused = try_import(named, copy_home(prepared, home))
    works: Works = []
    for number, sample in enumerate(samples):
        if sample.key is None or _is_among(sample.path, refused.problems):
            key = key_of_bench(sample.kind, number)
            given[number] = replace(given[number], key=key)
            works.append((key, sample.kind))
    return given, works


def _is_among(path: Path, problems: list[str]) -> bool:
    return any(problem.startswith(f"{path}:") for problem in problems)


def _copies(samples: list[Sample], times: int) -> tuple[list[Given], Works]:
    """The same files again and again as texts of other works, and those works."""
    given, works = [], []
    for number in range(len(samples), len(samples) * times):
        sample = samples[number % len(samples)]
        key = key_of_bench(sample.kind, number)
        given.append(Given(sample.path, sample.format, key))
        works.append((key, sample.kind))
    return given, works


def _row(name: str, samples: list[Sample], trial: Trial) -> dict[str, Any]:
    size = sum(one.size for one in samples) / 1e6
    peer = seconds_to_parse([one.path for one in samples])
    peers = dict.fromkeys(peer_for(one.path).name for one in samples)
    return {
        "format": name,
        "files": len(samples),
        "mb": round(size, 2),
        "seconds": round(trial.wall, 2),
        "cpu": round(trial.cpu, 2),
        "files_per_s": round(len(samples) / trial.wall, 1),
        "mb_per_s": round(size / trial.wall, 2),
        "peer": ", ".join(peers) if name != "all" else "each its own",
        "peer_seconds": round(peer, 3),
        "times_peer": round(trial.wall / peer, 1),
        "times_peer_cpu": round(trial.cpu / peer, 1),
    }


def _stages(name: str, trial: Trial) -> dict[str, Any]:
    """Processor seconds by stage; elsewhere is what starting and joining processes costs."""
    told = {stage: round(seconds, 2) for stage, seconds in trial.stages.items()}
    return {"format": name, **told, "elsewhere": round(trial.cpu - sum(trial.stages.values()), 2)}


def _memory(samples: list[Sample], times: int, trial: Trial) -> dict[str, Any]:
    size = sum(one.size for one in samples) * times / 1e6
    return {
        "files": len(samples) * times,
        "mb": round(size, 1),
        "peak_mb": round(trial.peak / 1e6),
        "seconds": round(trial.wall, 2),
    }
