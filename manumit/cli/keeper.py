"""What a running server does by itself: the index in step, and what is due published."""

import threading

from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from manumit.library.services import publish_due
from manumit.search import services as search
from manumit.search.errors import SearchError
from manumit.vocab.services import file_what_was_accepted

_PAUSE = 0.5  # seconds between two looks at the journal
_LOOKS_AT_THE_CLOCK = 120  # looks at the journal between two at what is due


class IndexKeeper(threading.Thread):
    """Publishes what is due and reads on in the journal, so that what an editor publishes or takes back is so in search.

    One glance at the journal's last number costs next to nothing. When another process indexes,
    or the database is away for a moment, the next glance catches up.
    """

    def __init__(self) -> None:
        super().__init__(name="index-keeper", daemon=True)
        self._stopped = threading.Event()

    def run(self) -> None:
        """Look, publish what is due each minute, index what is new, pause; until stopped."""
        looks = 0
        while not self._stopped.wait(_PAUSE):
            looks += 1
            try:
                if looks % _LOOKS_AT_THE_CLOCK == 0:
                    publish_due(at=timezone.now())
                    file_what_was_accepted()  # on another machine, it may be
                search.bring_up_to_date()
            except (SearchError, DatabaseError, OSError):
                continue
            finally:
                close_old_connections()

    def stop(self) -> None:
        """End after the current look."""
        self._stopped.set()
