"""Only one writer at a time, on any machine.

The writer keeps a document of the cluster moving, once a second. Who finds it moving is told that the
index is busy; who sees it stand still for long takes it over. Whether it stands still is seen by one's
own watch, since those of two machines differ; and a writer that was given up notices before it writes.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from opensearchpy import OpenSearch
from opensearchpy.exceptions import ConflictError, NotFoundError, RequestError, TransportError

from manumit.search.errors import IndexBusy

_BEAT = 1.0  # seconds between two signs of life
_PATIENCE = 5.0  # seconds without one, until a writer is given up
_GLANCE = 0.2  # seconds between two looks at another's lease
_ID = "writer"
_BUSY = "Another process is writing to the search index. Try again when it is done."


class Lease:
    """The right to write, as long as it is kept."""

    def __init__(self, client: OpenSearch, index: str) -> None:
        self._client = client
        self._index = index
        self._holder = uuid4().hex
        self._state: dict[str, Any] = {}
        self._moving = threading.Lock()
        self._ended = threading.Event()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Hold it for a while. Raises IndexBusy when another holds it."""
        self._ensure_index()
        self._take()
        beating = threading.Thread(target=self._beat, name="search-writer", daemon=True)
        beating.start()
        try:
            yield
        finally:
            self._ended.set()
            beating.join()
            self._give_back()

    def move(self) -> None:
        """A sign of life. Raises IndexBusy when another has taken the lease over."""
        with self._moving:
            try:
                self._state = self._write(**_only_after(self._state))
            except ConflictError:
                raise IndexBusy(_BUSY) from None

    def _ensure_index(self) -> None:
        settings = {"number_of_shards": 1, "auto_expand_replicas": "0-1"}
        body = {"settings": settings, "mappings": {"enabled": False}}
        if not self._client.indices.exists(index=self._index):
            try:
                self._client.indices.create(index=self._index, body=body)
            except RequestError as error:
                if error.error != "resource_already_exists_exception":
                    raise

    def _take(self) -> None:
        try:
            self._state = self._write(op_type="create")
        except ConflictError:
            self._take_over()

    def _take_over(self) -> None:
        """From a writer that does not move any more."""
        try:
            seen = self._read()
            end = time.monotonic() + _PATIENCE
            while time.monotonic() < end:
                time.sleep(_GLANCE)
                if self._read() != seen:
                    raise IndexBusy(_BUSY)
            self._state = self._write(**_only_after(seen))
        except (ConflictError, NotFoundError):  # it moved, or was given back, just now
            raise IndexBusy(_BUSY) from None

    def _beat(self) -> None:
        while not self._ended.wait(_BEAT):
            try:
                self.move()
            except (IndexBusy, TransportError):
                continue  # the next commit says so, if it is still true

    def _give_back(self) -> None:
        try:
            self._client.delete(index=self._index, id=_ID, params=_only_after(self._state))
        except TransportError:
            return  # it is another's, or will be when it has stood still long enough

    def _read(self) -> dict[str, Any]:
        return _place(self._client.get(index=self._index, id=_ID))

    def _write(self, **only: Any) -> dict[str, Any]:
        body = {"holder": self._holder}
        return _place(self._client.index(index=self._index, id=_ID, body=body, params=only))


def _place(answer: dict[str, Any]) -> dict[str, Any]:
    """Which of its states the document is in."""
    return {name: answer[name] for name in ("_seq_no", "_primary_term")}


def _only_after(state: dict[str, Any]) -> dict[str, Any]:
    """Parameters of a change that is made only if nobody has made one since."""
    return {"if_seq_no": state["_seq_no"], "if_primary_term": state["_primary_term"]}
