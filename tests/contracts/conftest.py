"""One engine after the other, for every test of the contract."""

import pytest
from django.utils.module_loading import import_string

from tests.contracts.engines import ENGINES, place_for
from tests.contracts.search_shelf import SHELF, put


@pytest.fixture(scope="session", params=ENGINES, ids=lambda name: name.rpartition(".")[2])
def name(request):
    return request.param


@pytest.fixture(scope="session")
def shelf(name, tmp_path_factory):
    """An engine with the whole shelf in it; nobody changes it."""
    with place_for(name, tmp_path_factory) as place:
        engine = import_string(name)(place)
        put(engine, SHELF, number=7)
        yield engine


@pytest.fixture
def place(name, tmp_path_factory):
    """The setting for an index of one's own."""
    with place_for(name, tmp_path_factory) as found:
        yield found


@pytest.fixture
def engine(name, place):
    """An engine of one's own, with nothing made yet."""
    return import_string(name)(place)
