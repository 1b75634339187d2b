"""One engine after the other, for every test of the contract."""

import pytest
from django.utils.module_loading import import_string

from tests.contracts.engines import ENGINES
from tests.contracts.search_shelf import SHELF, put


@pytest.fixture(scope="session", params=ENGINES, ids=lambda name: name.rpartition(".")[2])
def name(request):
    return request.param


@pytest.fixture(scope="session")
def shelf(name, tmp_path_factory):
    """An engine with the whole shelf in it; nobody changes it."""
    engine = import_string(name)(tmp_path_factory.mktemp("shelf"))
    put(engine, SHELF, number=7)
    return engine


@pytest.fixture
def engine(name, tmp_path):
    """An engine of one's own, with nothing made yet."""
    return import_string(name)(tmp_path / "index")
