"""Taking a work down on request, with all that this Centre holds of it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from manumit.contributions.errors import NothingSaid
from manumit.contributions.models import Attachment, Clearance, Contribution
from manumit.harvest import services as harvest
from manumit.library import services as shelves


@transaction.atomic
def take_down(*, key: str, why: str, by: Any, at: datetime) -> None:
    """Empty the work, what was fetched of it, and the files that were forwarded for it.

    Page, passages, search, feeds, API and exports follow at once or with the next index run.
    Raises NothingSaid without ``why``, which must name nobody: the journal keeps it for good.
    """
    if not why.strip():
        raise NothingSaid("Say why, without a name: the journal keeps it for good.")
    shelves.take_down(key=key, why=why.strip(), by=by, at=at)
    harvest.forget(key=key)
    Attachment.objects.filter(contribution__key=key).delete()
    Clearance.objects.filter(key=key).delete()
    for one in Contribution.objects.filter(key=key):
        one.empty()
        one.save()
