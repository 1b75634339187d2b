"""Sending a work to the people who review it."""

from typing import Any

from django.db import transaction

from manumit.accounts.types import User
from manumit.library.models import Work


@transaction.atomic
def send_to_review(*, work: Any, by: User | None) -> bool:
    """Start the review that the Centre has set up for this kind; returns whether it has one."""
    kind = work.as_kind() if isinstance(work, Work) else work
    workflow = kind.get_workflow()
    if not workflow or kind.workflow_in_progress:
        return False
    kind.save_revision(user=by, clean=False, changed=False)
    workflow.start(kind, by)
    return True
