"""Taking a draft away that no reader ever saw."""

from datetime import datetime

from django.db import transaction

from manumit.accounts.types import User
from manumit.journal import services as journal
from manumit.library.errors import WasPublished
from manumit.library.models import Work


@transaction.atomic
def discard_draft(*, key: str, by: User | None, at: datetime) -> None:
    """Take a draft off the shelves, with all that hangs on it; the journal keeps its title.

    Raises WasPublished for a work that readers have seen.
    """
    work = Work.objects.select_for_update().get(key=key)
    if work.live or work.first_published_at or work.withdrawn_at:
        raise WasPublished(key)
    journal.append(
        action="draft discarded", subject=key, by=by, at=at, detail={"title": work.title}
    )
    work.as_kind().delete()
