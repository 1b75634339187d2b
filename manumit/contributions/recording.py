"""What the journal says of a contribution: what became of it, and never whose it was."""

from datetime import datetime
from typing import Any

from manumit.contributions.models import Contribution
from manumit.journal import services as journal


def note(one: Contribution, action: str, *, by: Any, at: datetime, **detail: str) -> None:
    """Append ``contribution <action>``; ``by`` is a reviewer, None for the contributor."""
    told = {"what": one.what, **detail}
    journal.append(
        action=f"contribution {action}",
        subject=f"contribution/{one.pk}",
        by=by,
        at=at,
        detail=told,
    )
