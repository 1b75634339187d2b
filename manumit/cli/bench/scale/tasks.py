"""What the processes of the benchmark do: build one index, or ask one engine."""

import gc
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from manumit.cli.bench.apart import seconds_used
from manumit.cli.bench.memory import PeakMemory
from manumit.cli.bench.scale.contender import Builder, Contender
from manumit.cli.bench.scale.fts5 import FTS5
from manumit.cli.bench.scale.ours import Ours
from manumit.cli.bench.scale.postgres import Postgres
from manumit.cli.bench.scale.questions import Question
from manumit.cli.bench.scale.raw import RawTantivy
from manumit.cli.bench.scale.stock import read_stock
from manumit.cli.bench.scale.timing import Timed, time_all
from manumit.cli.bench.scale.works import Corpus
from manumit.cli.output import progress
from manumit.library.types import SearchDocument


@dataclass(frozen=True, slots=True)
class Place:
    """Where the indexes of so many works lie: a home, and a schema of the database if one is given."""

    over: Path
    size: int
    seed: int
    home: Path
    database: str

    def corpus(self) -> Corpus:
        """The works."""
        return Corpus(read_stock(self.over), self.seed, self.size)


BUILDERS: dict[str, Callable[[Place], Builder]] = {
    "manumit": lambda place: Ours(place.home, place.size),
    "fts5": lambda place: FTS5(place.home / "fts5"),
    "postgresql": lambda place: Postgres(place.database, f"bench_{place.size}_{place.seed}"),
}
CONTENDERS: dict[str, Callable[[Place], Contender]] = {
    **BUILDERS,
    "raw tantivy": lambda place: RawTantivy(place.home),
}


def build(name: str, place: Place) -> dict[str, Any]:
    """Build one index; seconds, bytes on disk, and bytes held beyond what the works' texts take."""
    builder, corpus = BUILDERS[name](place), place.corpus()
    memory = PeakMemory(os.getpid())
    before = memory.look()
    memory.start()
    used, begun = seconds_used(), time.perf_counter()
    with progress(f"{name}: {place.size:,} works", place.size) as done:
        builder.build(_told(corpus, done))
    wall, cpu = time.perf_counter() - begun, seconds_used() - used
    return {
        "seconds": round(wall, 1),
        "cpu": round(cpu, 1),
        "works_per_s": round(place.size / wall, 1),
        "size_mb": round(builder.size() / 1e6, 1),
        "peak_mb": round((memory.stop() - before) / 1e6, 1),
    }


def ask(
    name: str, place: Place, asked: Sequence[Question], clients: int, most: float
) -> list[Timed]:
    """Ask one engine everything it can answer, by so many clients at once."""
    gc.freeze()  # as the server does
    return time_all(CONTENDERS[name](place), asked, clients, most)


def _told(corpus: Corpus, done: Callable[[int], None]) -> Iterator[SearchDocument]:
    for number, work in enumerate(corpus, 1):
        yield work
        if number % 1_000 == 0:
            done(number)
