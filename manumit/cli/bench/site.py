"""``manumit bench site``: an offline edition of works made for it, with their texts."""

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from manumit.cli.bench.apart import done_in, seconds_used
from manumit.cli.bench.memory import PeakMemory
from manumit.cli.bench.scale.rows import write_rows
from manumit.cli.bench.scale.tasks import Place
from manumit.cli.bench.scale.texts import write_texts
from manumit.cli.edition.making import make_site, the_edition
from manumit.cli.workers import cores


def run(over: Path | None, *, docs: Sequence[int], seed: int, keep: Path | None) -> dict[str, Any]:
    """Write an edition of so many works, and give the figures by their names."""
    if over is None:
        raise click.UsageError("bench site needs --over: a folder with .jsonl.gz texts below it")
    with tempfile.TemporaryDirectory(prefix="manumit-bench-") as folder:
        places = [_place(over, size, seed, (keep or Path(folder)).absolute()) for size in docs]
        rows = [done_in(place.home, measure, place)[0] for place in places]
    return {"processors": cores(), "seed": seed, "editions": rows}


def _place(over: Path, size: int, seed: int, keep: Path) -> Place:
    home = keep / f"site-{size}-{seed}"
    home.mkdir(parents=True, exist_ok=True)
    return Place(over.absolute(), size, seed, home, "")


def measure(place: Place) -> dict[str, Any]:
    """Fill the home with the works, unless it is filled, and write their edition."""
    filled = place.home / "filled"
    if not filled.exists():
        write_rows(place.corpus())
        write_texts(place.corpus())
        filled.touch()
    memory = PeakMemory(os.getpid())
    memory.start()
    used, begun = seconds_used(), time.perf_counter()
    written = make_site(place.home / "edition", the_edition(""), cores())
    wall, cpu = time.perf_counter() - begun, seconds_used() - used
    return {
        "works": place.size,
        "pages": written["pages"],
        "seconds": round(wall, 1),
        "cpu": round(cpu, 1),
        "size_mb": round(_size(place.home / "edition") / 1e6, 1),
        "peak_mb": round(memory.stop() / 1e6),
    }


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
