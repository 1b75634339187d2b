"""What every test may use."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import hypothesis
import pytest
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from xdist.remote import Producer

from manumit.accounts.services import sync_roles
from manumit.cli.collection import load_collection
from manumit.library.selectors.register import REGISTER
from manumit.library.selectors.suggestions import SUGGESTIONS
from manumit.library.selectors.tagged import TAG_COUNTS
from manumit.records import find_files
from manumit.reference import look_beside
from manumit.search import services as search
from manumit.search.loading import engine
from manumit.treaties.selectors import shelf
from manumit.vocab.services import sync_reference
from tests.distribution import Companies, is_for_each_database, is_long, long_first
from tests.paths import REPOSITORY

# How long an example takes says more of what else the machine does than of our code.
hypothesis.settings.register_profile("manumit", deadline=None)
hypothesis.settings.load_profile("manumit")

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Companies:
    """How ``pytest -n`` shares out the tests."""
    return Companies(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that touches the database runs on each of them, but for the few that say nothing of it."""
    if hasattr(config, "workerinput"):
        items.sort(key=long_first)
    for item in items:
        names = getattr(item, "fixturenames", ())
        uses_it = "db" in names or "starter" in names or item.get_closest_marker("django_db")
        if uses_it and is_for_each_database(item.nodeid):
            item.add_marker("database")
        if is_long(item.nodeid):
            item.add_marker("long")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Tables and vocabularies, as any Centre has them."""
    with django_db_blocker.unblock():
        sync_reference()
        sync_roles()


@pytest.fixture
def at() -> datetime:
    """The moment at which the test happens."""
    return AT


@pytest.fixture(autouse=True)
def fresh_register() -> None:
    """Journal numbers begin anew with each test: what was known under one is not known now."""
    for known in (
        REGISTER,
        SUGGESTIONS,
        TAG_COUNTS,
        shelf.SHELF,
        shelf.RECORDED,
        shelf.IMPLEMENTATIONS,
    ):
        known.forget()


@pytest.fixture
def own_words(tmp_path, settings) -> Iterator[Path]:
    """A folder of the test's own for what a Centre says of concepts; empty, and not there yet."""
    look_beside(tmp_path / "vocabulary")
    yield tmp_path / "vocabulary"
    look_beside(settings.MANUMIT_VOCABULARY)


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """Have the one connection lead to another database for a while."""
    kept = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = kept


@pytest.fixture(scope="session")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[tuple[str, Path]]:
    """A copy of the test database with the starter collection in it, and its search index.

    Made once: every module that asks for the starter collection uses it in turn, each test rolling
    back what it does. The database that starts empty stays beside it.
    """
    index = tmp_path_factory.mktemp("loaded")
    creation = connection.creation
    with django_db_blocker.unblock():
        connection.close()  # a copy of a file is whole when nobody has it open
        creation.clone_test_db("loaded", verbosity=0, autoclobber=True)
        name = creation.get_test_db_clone_settings("loaded")["NAME"]
        with connected_to(name), override_settings(MANUMIT_INDEX=index):
            load_collection(places=find_files([REPOSITORY / "collection"]), at=timezone.now())
            search.bring_up_to_date()
    yield name, index
    with django_db_blocker.unblock():
        creation.destroy_test_db(verbosity=0, suffix="loaded")


class IndexCopies:
    """Copies of the search index of the starter collection: one serves until a test has written into it.

    A test rolls back what it did to the rows, and an index that is ahead of them is built anew, which takes longer
    than any test.
    """

    def __init__(self, index: Path, folder: Path) -> None:
        self._index, self._folder = index, folder
        self._made = 0
        self._copy()

    def unwritten(self) -> Path:
        """A copy that knows what the loaded rows know, and no more."""
        if _number_reached(self._latest) != _number_reached(self._index):
            self._copy()
        return self._latest

    def _copy(self) -> None:
        self._made += 1
        self._latest = copytree(self._index, self._folder / str(self._made))


def _number_reached(index: Path) -> int:
    with override_settings(MANUMIT_INDEX=index):
        return engine().state().number


@pytest.fixture(scope="module")
def index_copies(loaded, tmp_path_factory) -> IndexCopies:
    """The search index for a module's tests."""
    return IndexCopies(loaded[1], tmp_path_factory.mktemp("index"))


@pytest.fixture
def starter_index(index_copies) -> Path:
    """A copy of the search index for a test."""
    return index_copies.unwritten()


@pytest.fixture(scope="module")
def starter_rows(loaded, django_db_blocker) -> Iterator[None]:
    """The starter collection on the shelves, for all tests of a module."""
    with django_db_blocker.unblock(), connected_to(loaded[0]):
        yield


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
