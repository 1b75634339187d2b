"""The engine: a client that all threads share, and one writer at a time."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from opensearchpy.exceptions import NotFoundError

from manumit.search.engines.opensearch.address import read_address
from manumit.search.engines.opensearch.client import connect, told
from manumit.search.engines.opensearch.indices import Indices
from manumit.search.engines.opensearch.lease import Lease
from manumit.search.engines.opensearch.reading import execute
from manumit.search.engines.opensearch.schema import VERSION
from manumit.search.engines.opensearch.writing import OpenSearchWriter
from manumit.search.errors import SearchElsewhere
from manumit.search.plan import Plan
from manumit.search.port import Found
from manumit.search.types import IndexState

_TRIES = 3  # to ask an index that a rebuild may be replacing just then
# Words weigh alike on every shard, and half an answer is none.
_ASKED = {"search_type": "dfs_query_then_fetch", "allow_partial_search_results": "false"}


class OpenSearchEngine:
    """OpenSearch at the address ``setting``; see ``manumit.search.port.Engine``."""

    def __init__(self, setting: str) -> None:
        address = read_address(str(setting))
        self._client = connect(address)
        self._indices = Indices(self._client, address)
        self._lease = f"{address.name}-writer"

    def state(self) -> IndexState:
        """The index in use."""
        with told():
            number = self._indices.number()
            works = self._client.count(index=self._indices.alias)["count"]
        return IndexState(VERSION, number, works)

    def execute(self, plan: Plan) -> Found:
        """Answer the plan. Raises SearchElsewhere for a discreet one: a cluster may log what it is asked."""
        if plan.discreet:
            raise SearchElsewhere("What is told in confidence is not sent to another machine.")
        with told():
            return execute(plan, self._ask)

    @contextmanager
    def writer(self, *, fresh: bool = False) -> Iterator[OpenSearchWriter]:
        """Open the index in use, or a fresh one that takes its place in the end."""
        lease = Lease(self._client, self._lease)
        with told(), lease.kept():
            index = self._indices.fresh() if fresh else self._indices.in_use()

            writer = OpenSearchWriter(
                self._client,
                index,
                fresh=fresh,
                still_ours=lease.move,
                remember=partial(self._indices.set_number, index),
            )
            try:
                yield writer
            finally:
                writer.close()
            if fresh and writer.committed:
                lease.move()
                self._indices.use(index)

    def _ask(self, body: dict[str, Any]) -> Mapping[str, Any]:
        for _ in range(_TRIES):
            try:
                found: Mapping[str, Any] = self._client.search(
                    index=self._indices.alias, body=body, params=_ASKED
                )
            except NotFoundError:
                continue
            return found
        raise self._indices.missing()
