"""The engine: one view shared by all threads, and one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from manumit.search.engines.tantivy.beside import Beside
from manumit.search.engines.tantivy.folders import Folders, Stamp
from manumit.search.engines.tantivy.reading import View
from manumit.search.engines.tantivy.schema import VERSION
from manumit.search.engines.tantivy.writing import TantivyWriter
from manumit.search.errors import SearchUnavailable
from manumit.search.plan import Plan
from manumit.search.port import Found
from manumit.search.types import IndexState

_TRIES = 3  # to open an index that a rebuild may be replacing just then


@dataclass(frozen=True, slots=True)
class _Opened:
    """A view, and the state of the folder just before it was opened."""

    folder: Path
    stamp: Stamp
    view: View


class TantivyEngine:
    """Tantivy on the local folder ``root``; see ``manumit.search.port.Engine``."""

    def __init__(self, root: Path) -> None:
        self._folders = Folders(Path(root))
        self._opening = Lock()
        self._opened: _Opened | None = None
        self._beside = Beside()

    def state(self) -> IndexState:
        """The index in use."""
        opened = self._newest()
        return IndexState(VERSION, self._folders.number(opened.folder), opened.view.size)

    def execute(self, plan: Plan) -> Found:
        """Answer the plan."""
        return self._newest().view.execute(plan)

    @contextmanager
    def writer(self, *, fresh: bool = False) -> Iterator[TantivyWriter]:
        """Open the index in use, or a fresh one that takes its place in the end."""
        with self._folders.lock():
            folder = self._folders.fresh() if fresh else self._newest().folder
            writer = TantivyWriter(
                folder,
                fresh=fresh,
                remember=lambda number: self._folders.set_number(folder, number),
            )
            try:
                yield writer
            finally:
                writer.close()
            if fresh and writer.committed:
                self._folders.use(folder)

    def _newest(self) -> _Opened:
        """The newest view; two calls of ``stat`` tell whether it still is."""
        opened = self._opened
        if opened and self._folders.stamp(opened.folder) == opened.stamp:
            return opened
        with self._opening:
            self._opened = self._open()
            return self._opened

    def _open(self) -> _Opened:
        for _ in range(_TRIES):
            folder = self._folders.current()
            stamp = self._folders.stamp(folder)
            try:
                return _Opened(folder, stamp, View(folder, self._beside))
            except (OSError, ValueError) as error:
                broken = error
        raise SearchUnavailable(
            f"The search index cannot be read ({broken}). Run: manumit index --rebuild"
        ) from broken
