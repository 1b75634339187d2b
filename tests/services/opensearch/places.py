"""Where a test may keep an index in the cluster that ``MANUMIT_TEST_OPENSEARCH`` names."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from uuid import uuid4

import pytest
from opensearchpy import OpenSearch

from tests.services.opensearch.nodes import ADDRESS


def hosts() -> str:
    """The addresses of the cluster; without one the test is skipped, or fails where CI says so."""
    named = os.environ.get(ADDRESS)
    return named or missing(
        f"no OpenSearch: set {ADDRESS}, as tests/services/opensearch/nodes.py does"
    )


def missing(reason: str) -> NoReturn:
    """Skip the test for lack of a service, or fail it where services are required."""
    if os.environ.get("MANUMIT_REQUIRE_SERVICES"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def place() -> Iterator[str]:
    """The setting for an index of one's own, taken away in the end."""
    nodes = hosts()
    name = f"test-{uuid4().hex}"
    try:
        yield f"opensearch+http://{nodes}/{name}"
    finally:
        with OpenSearch([f"http://{node}" for node in nodes.split(",")]) as client:
            client.indices.delete(index=f"{name}-*")
