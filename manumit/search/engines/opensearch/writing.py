"""Writing works into an index."""

import json
from collections.abc import Callable, Iterable
from tempfile import SpooledTemporaryFile
from typing import Any

from opensearchpy import OpenSearch

from manumit.library.types import SearchDocument
from manumit.search.engines.opensearch.client import told
from manumit.search.engines.opensearch.documents import document_of
from manumit.search.errors import SearchUnreachable

_PORTION = 4_000_000  # bytes sent at once
_IN_MEMORY = 64_000_000  # bytes that wait for a commit before they go to a file
_SECONDS = 180  # until the nodes must have taken a portion; longer than one waits for a lost copy


class OpenSearchWriter:
    """The writer of one index.

    A cluster knows no commit. What goes into the index in use waits here until then; an index that
    nobody reads yet is sent everything at once.
    """

    def __init__(
        self,
        client: OpenSearch,
        index: str,
        *,
        fresh: bool,
        still_ours: Callable[[], None],
        remember: Callable[[int], None],
    ) -> None:
        self._client = client
        self._index = index
        self._fresh = fresh
        self._still_ours = still_ours
        self._remember = remember
        self._portion = bytearray()
        self._waiting = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # until close()
        self._sizes: list[int] = []
        self.committed = False

    def replace(self, documents: Iterable[SearchDocument]) -> None:
        """Put each work in, in place of what was there under its key."""
        for document in documents:
            self._add({"index": {"_id": document.key}}, document_of(document))

    def remove(self, keys: Iterable[str]) -> None:
        """Take works out, with their passages."""
        for key in keys:
            self._add({"delete": {"_id": key}})

    def commit(self, number: int) -> None:
        """Keep all of it. Broken off on the way, what is missing is written again from the journal.

        Raises IndexBusy when another writer has come in between.
        """
        self._pass_on()
        self._waiting.seek(0)
        with told():
            self._still_ours()
            for size in self._sizes:
                self._send(self._waiting.read(size))
            self._remember(number)
        self._forget()
        self.committed = True

    def close(self) -> None:
        """Drop what was not committed."""
        self._waiting.close()

    def _add(self, *lines: dict[str, Any]) -> None:
        for line in lines:
            written = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
            self._portion += written.encode("utf-8", "replace") + b"\n"
        if len(self._portion) >= _PORTION:
            self._pass_on()

    def _pass_on(self) -> None:
        """The portion goes out, or to what waits."""
        if not self._portion:
            return
        if self._fresh:
            with told():
                self._send(bytes(self._portion))
        else:
            self._sizes.append(len(self._portion))
            self._waiting.write(self._portion)
        self._portion.clear()

    def _send(self, portion: bytes) -> None:
        answer = self._client.bulk(body=portion, index=self._index, request_timeout=_SECONDS)
        if answer["errors"]:
            raise SearchUnreachable(
                f"The search cluster refused a work ({_first_refusal(answer)})."
            )

    def _forget(self) -> None:
        self._waiting.seek(0)
        self._waiting.truncate()
        self._sizes.clear()


def _first_refusal(answer: dict[str, Any]) -> str:
    results = (result for item in answer["items"] for result in item.values())
    refused = next(result for result in results if "error" in result)
    return f"{refused['_id']}: {refused['error']['reason']}"
