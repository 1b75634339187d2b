"""What stands before publication: an anonymous judgment passes when nothing tells who is who.

``MANUMIT_PUBLISHING_GATES`` names this function; the library asks it without knowing this room.
"""

from typing import Any

from manumit.contributions.models import Clearance
from manumit.contributions.reidentifying import concerns_of
from manumit.library.errors import NotToBePublished


def refuse_while_persons_show(work: Any) -> None:
    """Raise NotToBePublished unless nothing was found, or a person answers for what was."""
    concerns = concerns_of(work)
    if not concerns.found:
        return
    if not Clearance.objects.filter(key=work.key, digest=concerns.digest).exists():
        count = len(concerns.found)
        raise NotToBePublished(
            work.key, f"it is marked anonymous, and {count} passages may tell who a person is"
        )
