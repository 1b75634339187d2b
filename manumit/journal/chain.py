"""What ties an entry to the one before it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from manumit.base.digests import digest_of

BEGINNING = ""  # what the first entry has before it


def link(
    *,
    previous: str,
    number: int,
    at: datetime,
    by: int | None,
    action: str,
    subject: str,
    detail: Mapping[str, Any],
) -> str:
    """The digest of an entry: of all that it says, and of the digest of the entry before it.

    ``by`` is the number of the person's account, which stays when the account goes.
    """
    return digest_of(
        {
            "previous": previous,
            "number": number,
            "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
            "by": by,
            "action": action,
            "subject": subject,
            "detail": dict(detail),
        }
    )
