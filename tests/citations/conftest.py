"""A register of the starter collection, built once."""

import pytest

from manumit.citations import Register
from manumit.cli.bench.register import collection_register
from tests.paths import REPOSITORY


@pytest.fixture(scope="session")
def register() -> Register:
    """Every work of the starter collection."""
    return collection_register(REPOSITORY / "collection")
