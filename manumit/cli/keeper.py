"""Keeping the index in step while the server runs."""

import threading

from django.db import DatabaseError, close_old_connections

from manumit.search import services as search
from manumit.search.errors import SearchError

_PAUSE = 0.5  # seconds between two looks at the journal


class IndexKeeper(threading.Thread):
    """Reads on in the journal, so that what an editor publishes or takes back is so in search.

    One glance at the journal's last number costs next to nothing. When another process indexes,
    or the database is away for a moment, the next glance catches up.
    """

    def __init__(self) -> None:
        super().__init__(name="index-keeper", daemon=True)
        self._stopped = threading.Event()

    def run(self) -> None:
        """Look, index what is new, pause; until stopped."""
        while not self._stopped.wait(_PAUSE):
            try:
                search.bring_up_to_date()
            except (SearchError, DatabaseError):
                continue
            finally:
                close_old_connections()

    def stop(self) -> None:
        """End after the current look."""
        self._stopped.set()
