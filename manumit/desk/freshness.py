"""Who is about to do what cannot be undone has shown a moment ago that it is they.

Keys stay open for as long as somebody works. Who finds such a browser alone may read along; they may not
change who reads, let an answer out, open names or take a colleague off the desk.
"""

from datetime import datetime, timedelta

from manumit.desk.errors import NotFresh
from manumit.desk.types import Holder

LASTS = timedelta(minutes=5)


def expect_fresh(holder: Holder, at: datetime) -> None:
    """:class:`NotFresh` where the holder's password was not given within five minutes."""
    # A clock that was turned back proves nothing.
    if holder.proved_at is None or abs(at - holder.proved_at) > LASTS:
        raise NotFresh("Show once more that it is you.")
