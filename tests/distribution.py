"""How the tests are shared out among several processes: what is dear to prepare stays together."""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

# Each line is done by one process, in this order before all other files: what takes longest must
# not be what all the others wait for at the end.
_COMPANIES = (
    ("tests/journeys/",),  # one centre, and its browser
    ("tests/web/", "tests/editorial/", "tests/collection/"),  # one loaded starter collection
    ("tests/harvest/test_killed.py",),
    ("tests/search/engines/test_opensearch_losing_nodes.py",),  # three nodes must start first
)

# What takes minutes, alone or with its neighbours.
_LONG = (
    "tests/journeys/",
    "tests/web/test_roles.py",
    "tests/cli/test_bench.py",
    "tests/collection/test_engines_rank_alike.py",
    "tests/contributions/test_reading_apart.py",
    "tests/formats/test_formats_page.py",
    "tests/harvest/test_killed.py",
    "tests/search/engines/test_opensearch_losing_nodes.py",
)

# What needs rows, and would learn nothing from another database: who may open an address, how engines rank.
_ON_ONE_DATABASE = (
    "tests/web/test_roles.py",
    "tests/collection/test_engines_rank_alike.py",
)


def is_for_each_database(nodeid: str) -> bool:
    """Whether a test that touches the database is done on each of them."""
    return not nodeid.startswith(_ON_ONE_DATABASE)


def is_long(nodeid: str) -> bool:
    """Whether a test is left to ``make check``."""
    return nodeid.startswith(_LONG)


def _company(nodeid: str) -> int:
    """The number of the line a test belongs to; behind the last for one that belongs to none."""
    found = (at for at, folders in enumerate(_COMPANIES) if nodeid.startswith(folders))
    return next(found, len(_COMPANIES))


def long_first(item: pytest.Item) -> int:
    """The order in which tests are handed out."""
    return _company(item.nodeid)


class Companies(LoadFileScheduling):
    """File after file as they come, and each company whole."""

    def __init__(self, config: pytest.Config, log: Producer | None = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False  # not by the number of tests, which says little

    def _split_scope(self, nodeid: str) -> str:
        at = _company(nodeid)
        return str(_COMPANIES[at]) if at < len(_COMPANIES) else super()._split_scope(nodeid)
