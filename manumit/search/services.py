"""Keeping the index in step with the library, by reading the journal."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from manumit.journal import selectors as journal
from manumit.library import selectors as library
from manumit.library.types import SearchDocument
from manumit.search.errors import SearchUnavailable, SearchUnreachable
from manumit.search.loading import engine
from manumit.search.port import Writer
from manumit.search.types import IndexReport

Progress = Callable[[int, int], None]  # works done, works to do
_BATCH = 500  # works between two commits


def bring_up_to_date(*, progress: Progress | None = None) -> IndexReport:
    """Index what the journal says has changed since the last run; all, when there is no index.

    Broken off at any moment, the next run goes on from the last batch that was kept. Raises
    IndexBusy when another process is indexing.
    """
    since = _number_reached()
    if since is None or since > journal.last_number():  # an older database was put back
        return rebuild(progress=progress)
    changes = list(journal.changes_since(since))
    if not changes:
        return IndexReport(changed=0, removed=0, number=since)
    last = {change.subject: change.number for change in changes}
    also = library.named_by(last).union(*(change.touches for change in changes)) - last.keys()
    # Whose count of citations may be another one comes first: nothing is reached by that.
    return _apply(
        [*((key, since) for key in sorted(also)), *_by_last_change(last)], progress or _silent
    )


def rebuild(*, progress: Progress | None = None) -> IndexReport:
    """Build an index of everything beside the one in use, and put it in its place.

    Readers are served from the old one until then. Raises IndexBusy as above.
    """
    total = sum(1 for _ in library.published_keys())
    number = journal.last_number()  # what changes from now on is left to the next run
    return build(library.search_documents(None), total=total, number=number, progress=progress)


def build(
    documents: Iterable[SearchDocument],
    *,
    total: int,
    number: int,
    progress: Progress | None = None,
) -> IndexReport:
    """Build an index of these documents, which hold the journal up to ``number``, as ``rebuild``."""
    done = _Counter(total, progress or _silent)
    with engine().writer(fresh=True) as writer:
        writer.replace(done.counting(documents))
        writer.commit(number)
    return IndexReport(changed=done.count, removed=0, number=number, rebuilt=True)


def _number_reached() -> int | None:
    try:
        return engine().state().number
    except SearchUnreachable:  # building anew is for an index that is not there
        raise
    except SearchUnavailable:
        return None


def _by_last_change(last: dict[str, int]) -> list[tuple[str, int]]:
    """Keys in the order of their last change.

    So when a key is done, every change up to its number is in the index, or belongs to a key
    that changed again later and comes later: that number may be committed.
    """
    return sorted(last.items(), key=lambda item: item[1])


def _apply(changes: list[tuple[str, int]], progress: Progress) -> IndexReport:
    changed = removed = 0
    with engine().writer() as writer:
        for batch in _batches(changes):
            written = _write(writer, [key for key, _ in batch])
            writer.commit(batch[-1][1])
            changed += written
            removed += len(batch) - written
            progress(changed + removed, len(changes))
    return IndexReport(changed=changed, removed=removed, number=changes[-1][1])


def _write(writer: Writer, keys: list[str]) -> int:
    """Write what is published of the keys and remove the rest; how many were written."""
    seen: set[str] = set()

    def documents() -> Iterator[SearchDocument]:
        for document in library.search_documents(keys):
            seen.add(document.key)
            yield document

    writer.replace(documents())
    writer.remove(key for key in keys if key not in seen)
    return len(seen)


def _batches(changes: Iterable[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    remaining = iter(changes)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


class _Counter:
    """Counts works on their way through, and tells."""

    def __init__(self, total: int, progress: Progress) -> None:
        self.count = 0
        self._total = total
        self._progress = progress

    def counting(self, documents: Iterable[SearchDocument]) -> Iterator[SearchDocument]:
        for document in documents:
            yield document
            self.count += 1
            self._progress(self.count, self._total)


def _silent(done: int, total: int) -> None:
    """For callers that show no progress."""
