"""The engines that are held to the contract, and where each may keep an index of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.services.opensearch import places

TANTIVY = "manumit.search.engines.tantivy.TantivyEngine"
OPENSEARCH = "manumit.search.engines.opensearch.OpenSearchEngine"
ENGINES = [TANTIVY, OPENSEARCH]


@contextmanager
def place_for(name: str, folders: pytest.TempPathFactory) -> Iterator[Path | str]:
    """The setting ``MANUMIT_INDEX`` for an index that nobody else has, taken away in the end."""
    if name == OPENSEARCH:
        with places.place() as address:
            yield address
    else:
        yield folders.mktemp("place") / "index"
