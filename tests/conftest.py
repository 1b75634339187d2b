"""What every test may use."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone

from manumit.cli.collection import load_collection
from manumit.library.selectors.register import _register_at
from manumit.records import find_files
from manumit.search import services as search
from manumit.vocab.services import sync_reference
from tests.paths import REPOSITORY

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test that touches the database runs on each of them."""
    for item in items:
        names = getattr(item, "fixturenames", ())
        if "db" in names or "starter" in names or item.get_closest_marker("django_db"):
            item.add_marker("database")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Tables and vocabularies, as any Centre has them."""
    with django_db_blocker.unblock():
        sync_reference()


@pytest.fixture
def at() -> datetime:
    """The moment at which the test happens."""
    return AT


@pytest.fixture(autouse=True)
def fresh_register() -> None:
    """Journal numbers begin anew with each test: what was known under one is not known now."""
    _register_at.cache_clear()


@pytest.fixture(scope="module")
def starter_index(tmp_path_factory) -> Path:
    """A folder for the search index of a module's tests."""
    return tmp_path_factory.mktemp("index")


@pytest.fixture(scope="module")
def starter_rows(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The starter collection on the shelves, for all tests of a module."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_collection(places=find_files([REPOSITORY / "collection"]), at=timezone.now())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def starter(starter_rows, db, settings, starter_index) -> None:
    """The starter collection on the shelves and in the index."""
    settings.MANUMIT_INDEX = starter_index
    search.bring_up_to_date()


@pytest.fixture
def write_record(tmp_path):
    """Write a collection file below a root of the test's own; returns that root."""

    def write(key: str, text: str) -> Path:
        path = tmp_path / "collection" / f"{key}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path / "collection"

    return write
