"""Which index is in use.

Indexes are called ``<name>-<version>-<n>``. The alias ``<name>-<version>`` leads to the one in use,
so that a program never meets an index of another version; a rebuild makes the next ``n`` beside it,
and the alias changes hands in one step. The journal entry reached stands in an index's ``_meta``.
"""

import re
from typing import Any

from opensearchpy import OpenSearch
from opensearchpy.exceptions import NotFoundError

from manumit.search.engines.opensearch import schema
from manumit.search.engines.opensearch.address import Address
from manumit.search.engines.opensearch.schema import VERSION
from manumit.search.errors import SearchUnavailable

_COPIED = 60  # seconds, after which an index goes into use without its copies


class Indices:
    """The indexes of one installation in a cluster."""

    def __init__(self, client: OpenSearch, address: Address) -> None:
        self._client = client
        self._address = address
        self._name = re.compile(rf"{re.escape(address.name)}-(?P<version>[\d.]+)-(?P<n>\d+)")
        self.alias = f"{address.name}-{VERSION}"

    def in_use(self) -> str:
        """The name of the index in use. Raises SearchUnavailable when there is none."""
        return self._described()[0]

    def number(self) -> int:
        """The last journal entry in the index in use. Raises SearchUnavailable as above."""
        return int(self._described()[1]["_meta"]["number"])

    def missing(self) -> SearchUnavailable:
        """What to say when there is no index of this version."""
        if any(self._all().values()):
            return SearchUnavailable(
                "The search index was made by another version of Manumit. Run: manumit index"
            )
        return SearchUnavailable("There is no search index yet. Run: manumit index")

    def fresh(self) -> str:
        """A new index beside those that are there; remains of broken-off builds are removed."""
        found = self._all()
        for name in [name for name, used in found.items() if not used]:
            self.remove(name)
        numbers = [int(match["n"]) for match in map(self._name.fullmatch, found) if match]
        name = f"{self.alias}-{max(numbers, default=0) + 1}"
        body = {"settings": schema.settings(self._address.shards), "mappings": schema.mappings()}
        self._client.indices.create(index=name, body=body)
        return name

    def set_number(self, index: str, number: int) -> None:
        """Show what was written to the index, and remember the last journal entry in it."""
        self._client.indices.refresh(index=index)
        self._client.indices.put_mapping(index=index, body={"_meta": {"number": number}})

    def use(self, index: str) -> None:
        """Make the index the one in use, at once for all readers; the others are removed.

        It has its copies before: the loss of a node is not to be the loss of the only index.
        """
        asked = {
            "wait_for_status": "green",
            "timeout": f"{_COPIED}s",
            "request_timeout": 2 * _COPIED,
        }
        self._client.cluster.health(index=index, params=asked, ignore=408)
        steps: list[dict[str, Any]] = [{"add": {"index": index, "alias": self.alias}}]
        steps += [{"remove_index": {"index": name}} for name in self._all() if name != index]
        self._client.indices.update_aliases(body={"actions": steps})

    def remove(self, index: str) -> None:
        """Take an index away; one that is gone already does not matter."""
        self._client.indices.delete(index=index, params={"ignore_unavailable": "true"})

    def _described(self) -> tuple[str, dict[str, Any]]:
        try:
            found = self._client.indices.get_mapping(index=self.alias)
        except NotFoundError:
            raise self.missing() from None
        [(name, described)] = found.items()
        return name, described["mappings"]

    def _all(self) -> dict[str, bool]:
        """Every index of the installation, and whether an alias leads to it."""
        found = self._client.indices.get_alias(index=f"{self._address.name}-*")
        return {
            name: bool(each["aliases"])
            for name, each in found.items()
            if self._name.fullmatch(name)
        }
