"""What was approved for a later hour: put before readers, and taken from them, when it has come."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import transaction
from wagtail.models import Revision

from manumit.library.errors import LibraryError
from manumit.library.models import Reviewed, Work


@dataclass(frozen=True, slots=True)
class Due:
    """A record whose hour came: ``became`` published or withdrawn, or why it was refused."""

    key: str
    became: str
    refused: str = ""


def publish_due(*, at: datetime) -> list[Due]:
    """Publish each revision whose hour has come by ``at``, and withdraw what was to end by then.

    Each by itself: one that a gate refuses stays as it is, and the others go on. The revisions
    were approved by a second person when they were scheduled.
    """
    waiting = Revision.objects.filter(approved_go_live_at__lte=at).order_by("approved_go_live_at")
    due = [_publish(pk, at) for pk in waiting.values_list("pk", flat=True)]
    ended = [
        _withdraw(model, pk, at)
        for model in _models()
        for pk in model.objects.filter(live=True, expire_at__lte=at).values_list("pk", flat=True)
    ]
    return [one for one in (*due, *ended) if one]


def _models() -> list[Any]:
    return [one for one in apps.get_models() if issubclass(one, Reviewed) and one is not Work]


@transaction.atomic
def _publish(pk: int, at: datetime) -> Due | None:
    rows = Revision.objects.select_for_update().filter(pk=pk, approved_go_live_at__lte=at)
    revision = rows.first()
    if revision is None or not isinstance(revision.content_object, Reviewed):
        return None  # another process was first, or it is no record of ours
    key = revision.content_object.key
    try:
        with transaction.atomic():
            revision.publish()
    except LibraryError as error:
        return Due(key, "", str(error))
    return Due(key, "published")


@transaction.atomic
def _withdraw(model: Any, pk: int, at: datetime) -> Due | None:
    record = model.objects.select_for_update().filter(pk=pk, live=True, expire_at__lte=at).first()
    if record is None:
        return None
    record.unpublish(set_expired=True, why="Its time was over, as it was set.")
    return Due(record.key, "withdrawn")
