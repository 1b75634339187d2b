"""What follows on the shelves once an editor has published a record.

``MANUMIT_AFTER_PUBLISHING`` names ``follow``: a model, which publishes, knows no service.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from pydantic import TypeAdapter

from manumit.library.models import SpeaksOfProvisions, Work
from manumit.library.services.linking import link_open_targets
from manumit.library.services.passages import arrange, retire_unused
from manumit.library.services.record_passages import set_provisions
from manumit.records import Provision

_PROVISIONS: TypeAdapter[list[Provision]] = TypeAdapter(list[Provision])


def follow(*, record: Any, at: datetime) -> None:
    """Let passages say what was published of them, and links lead to the works they name."""
    if isinstance(record, Work):
        keep_provisions(work=record, at=at)
        link_open_targets(only=record)


@transaction.atomic
def keep_provisions(*, work: Any, at: datetime) -> None:
    """Set down on the passages what this draft says of provisions; nothing where it says nothing."""
    said = work.drafted_provisions() if isinstance(work, SpeaksOfProvisions) else None
    if said is None:
        return
    set_provisions(work, _PROVISIONS.validate_python(said))
    retire_unused(work, at)
    arrange(work)
