"""Writing works into an index."""

from collections.abc import Callable, Iterable
from pathlib import Path

import tantivy

from manumit.library.types import SearchDocument
from manumit.search.engines.tantivy import schema
from manumit.search.engines.tantivy.documents import documents_of

# Bytes before a segment is written out. Every segment of works costs each question its part of a
# millisecond for each facet, so there are few.
_WORKS_HEAP, _PASSAGES_HEAP = 384_000_000, 128_000_000


class TantivyWriter:
    """The writer of one folder."""

    def __init__(self, folder: Path, *, fresh: bool, remember: Callable[[int], None]) -> None:
        self._fresh = fresh
        self._remember = remember
        self._works = _writer(folder / "works", schema.works(), _WORKS_HEAP, fresh=fresh)
        self._passages = _writer(
            folder / "passages", schema.passages(), _PASSAGES_HEAP, fresh=fresh
        )
        self.committed = False

    def replace(self, documents: Iterable[SearchDocument]) -> None:
        """Put each work in, in place of what was there under its key."""
        for document in documents:
            if not self._fresh:
                self.remove([document.key])
            written = documents_of(document)
            self._works.add_document(written.work)
            for passage in written.passages:
                self._passages.add_document(passage)

    def remove(self, keys: Iterable[str]) -> None:
        """Take works out, with their passages."""
        for key in keys:
            self._works.delete_documents_by_term("key", key)
            self._passages.delete_documents_by_term("key", key)

    def commit(self, number: int) -> None:
        """Keep all of it.

        In this order a crash leaves passages newer than works, or works newer than the number:
        what is then missing is written again from the journal.
        """
        self._passages.commit()
        self._works.commit()
        self._remember(number)
        self.committed = True

    def close(self) -> None:
        """Drop what was not committed, and wait for the threads that merge segments."""
        for writer in (self._works, self._passages):
            writer.rollback()
            writer.wait_merging_threads()


def _writer(folder: Path, fields: tantivy.Schema, heap: int, *, fresh: bool) -> tantivy.IndexWriter:
    index = tantivy.Index(fields, str(folder)) if fresh else tantivy.Index.open(str(folder))
    index.register_tokenizer(schema.TOKENIZER, schema.analyzer())
    return index.writer(heap, 1)
