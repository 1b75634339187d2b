"""A server with recorded answers, sources that point at it, and a fetcher that may go there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
import yaml

from manumit.harvest.fetching import Fetcher, Gate, Limits, Pace
from manumit.harvest.models import Run, Source
from manumit.harvest.services import run_source
from manumit.library.services import record_work
from manumit.records import RecordFile, read_file
from tests.harvest.server import Server, recorded, serving
from tests.paths import SAMPLES

FOLDER = SAMPLES / "harvest"
ENDED = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def slept() -> list[float]:
    """Every pause that the fetcher made, in seconds; none of them really passes."""
    return []


@pytest.fixture
def fetcher(slept) -> Iterator[Fetcher]:
    made = local_fetcher(slept)
    yield made
    made.close()


@pytest.fixture
def sample(server):
    """A kind's sample: its source as a row, with the server ready to answer; and what it expects."""

    def prepare(kind: str) -> tuple[Source, dict[str, Any]]:
        server.answers = recorded(FOLDER / kind)
        values = read_source(FOLDER / kind, server.address)
        expects = values.pop("expects")
        hold(FOLDER / kind, values.pop("held", {}))
        return Source.objects.create(**values), expects

    return prepare


@pytest.fixture
def source(server):
    """A source of a kind at a path of the server."""

    def make(kind: str, path: str, **values: Any) -> Source:
        named = {"name": kind, "title": "Somebody", "kind": kind, **values}
        return Source.objects.create(address=server.address + path, **named)

    return make


@pytest.fixture
def harvest(fetcher, at):
    """Run a source."""

    def run(source: Source, getter: Any = None) -> Run:
        return run_source(
            source=source, by=None, at=at, fetcher=getter or fetcher, clock=lambda: ENDED
        )

    return run


def hold(folder: Path, held: dict[str, str]) -> None:
    """Put these records on the shelves as drafts."""
    for key, file in held.items():
        record = read_file(folder / file, key)
        draft = record.record.model_copy(update={"status": "draft"})
        given = RecordFile(key, draft, record.body, record.path, {})
        record_work(file=given, by=None, at=ENDED)


def local_fetcher(slept: list[float], **values: Any) -> Fetcher:
    """A fetcher that may go to this machine and never really waits."""
    values.setdefault("gate", Gate((ip_network("127.0.0.0/8"),)))
    values.setdefault("pace", Pace(pause=0.0, sleep=slept.append))
    values.setdefault("limits", Limits(silence=5.0))
    return Fetcher(agent="Manumit/test (nobody@manumit.example)", **values)


def read_source(folder: Path, server: str) -> dict[str, Any]:
    """The sample's source with the server's address in its place."""
    values = yaml.safe_load((folder / "source.yaml").read_text(encoding="utf-8"))
    values["address"] = values["address"].replace("{server}", server)
    return values
