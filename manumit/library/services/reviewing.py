"""Sending a work to the people who review it."""

from typing import Any

from django.db import transaction

from manumit.accounts.types import User
from manumit.library.models import Work


@transaction.atomic
def send_to_review(*, work: Any, by: User | None) -> bool:
    """Start the review that the Centre has set up for this kind; returns whether it has one.

    One that is under way goes on.
    """
    kind = work.as_kind() if isinstance(work, Work) else work
    if not kind.get_workflow() or kind.workflow_in_progress:
        return False
    review_loaded(work=kind, by=by)
    return True


@transaction.atomic
def review_loaded(*, work: Any, by: User | None) -> None:
    """Have what a file just made of a record reviewed, if the Centre has set up a review for it.

    Of a review under way nobody can approve what stood there before: what is newest is another now.
    """
    work.save_revision(user=by, clean=False, changed=False)
    workflow = work.get_workflow()
    if workflow and not work.workflow_in_progress:
        workflow.start(work, by)
