"""What stands before publication: an anonymous judgment passes when nothing tells who is who.

``MANUMIT_PUBLISHING_GATES`` names this function; the library asks it without knowing this room.
"""

from typing import Any

from manumit.contributions.selectors import clearance_of, concerns_of
from manumit.library.errors import NotToBePublished


def refuse_while_persons_show(work: Any) -> None:
    """Raise NotToBePublished unless nothing was found, or a person answers for what was."""
    concerns = concerns_of(work)
    if not concerns.found:
        return
    if clearance_of(work.key, concerns) is None:
        count = len(concerns.found)
        raise NotToBePublished(
            work.key, f"it is marked anonymous, and {count} passages may tell who a person is"
        )
