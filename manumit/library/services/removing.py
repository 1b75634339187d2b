"""Emptying a work that must not be read any more, by anyone, anywhere.

Its key stays, so that its address says *withdrawn* and nothing else takes its place; of its court or
jurisdiction and of its day no more stays than a record must have. The journal says who and when.
"""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from modelcluster.models import get_all_child_relations
from wagtail.models import ModelLogEntry, ReferenceIndex, TaskState, WorkflowState

from manumit.accounts.types import User
from manumit.journal import selectors as journal_read
from manumit.journal import services as journal
from manumit.library import mapping
from manumit.library.errors import TakenDown
from manumit.library.models import Citation, Work
from manumit.library.selectors.naming import named_by
from manumit.library.services.noting import forget_notes

_ACTION = "taken down"
_TITLE = "Withdrawn"
# What a record cannot be without, and which says nothing of what stood in it.
_STAYS = frozenset(
    {
        "forum", "decided_on", "instrument_type", "binding", "legislation_type",
        "publication_type", "language", "confidence", "release",
    }
)  # fmt: skip
_MEDIA = ("wagtaildocs", "wagtailimages")
_NEEDED = {"title": _TITLE, "number": "-", "publisher": "-"}


@transaction.atomic
def take_down(*, key: str, why: str, by: User | None, at: datetime) -> None:
    """Leave nothing of the work but its key; ``why`` goes to the journal and names nobody.

    Drafts, revisions, notes of editors, texts, findings and citations go. What other works say of it is theirs.
    """
    work: Any = Work.objects.select_for_update().get(key=key).as_kind()
    let_go = named_by([key])
    forget_notes(key)
    _empty_media(work)
    _empty_history(work)
    _empty_rows(work)
    _empty_fields(work)
    work.live, work.has_unpublished_changes = False, False
    work.withdrawn_at = work.withdrawn_at or at
    work.loaded_digest = ""
    work.save()
    journal.append(action=_ACTION, subject=key, by=by, at=at, detail={"why": why}, touches=let_go)


def refuse_taken_down(key: str) -> None:
    """Raise TakenDown where the work was taken down and no editor has published it since."""
    gone = Work.objects.filter(key=key, live=False).exclude(withdrawn_at=None).exists()
    if gone and journal_read.has_happened(action=_ACTION, subject=key):
        raise TakenDown(key)


def _empty_media(work: Any) -> None:
    """Files and pictures that stand in this work and nowhere else."""
    for reference in list(ReferenceIndex.get_references_for_object(work)):
        kind = reference.to_content_type.model_class()
        if kind is None or reference.to_content_type.app_label not in _MEDIA:
            continue
        for held in kind.objects.filter(pk=reference.to_object_id):
            if ReferenceIndex.get_references_to(held).values("object_id").distinct().count() == 1:
                held.file.delete(save=False)
                held.delete()


def _empty_history(work: Any) -> None:
    """Revisions, and what was noted while it was reviewed."""
    types = ContentType.objects.get_for_models(Work, type(work)).values()
    states = WorkflowState.objects.filter(content_type__in=types, object_id=str(work.pk))
    TaskState.objects.filter(workflow_state__in=states).delete()
    states.delete()
    ModelLogEntry.objects.filter(content_type__in=types, object_id=str(work.pk)).update(
        label=work.key, data={}
    )
    work.latest_revision = work.live_revision = None
    type(work).objects.filter(pk=work.pk).update(latest_revision=None, live_revision=None)
    work.revisions.all().delete()


def _empty_rows(work: Any) -> None:
    """Everything that hangs on it; what others hang on its passages loses its hold, and stays."""
    Citation.objects.filter(work=work.pk).delete()
    work.texts.all().delete()
    for relation in get_all_child_relations(type(work)):
        setattr(work, relation.get_accessor_name(), [])
    work.topics.clear()
    work.practice_areas.clear()
    if work.kind == "judgment":
        work.outcomes.clear()
    work.passages.all().delete()


def _empty_fields(work: Any) -> None:
    names = (*mapping.COMMON, *mapping.OWN[work.kind], *mapping.EMPTY_WHEN_UNKNOWN[work.kind])
    bare = type(work)()
    for name in {*names, "body", "sources"} - _STAYS:
        setattr(work, name, _NEEDED.get(name, getattr(bare, name)))
    if work.kind == "judgment":
        work.proceeding = None
    if work.kind == "publication":
        work.cover, work.cover_name, work.cover_alt = None, "", ""
