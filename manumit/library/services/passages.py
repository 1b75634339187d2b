"""Making passages exist and keeping them in reading order. Passages are never deleted here."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef

from manumit.library.models import CitationPin, Passage, Wording, Work
from manumit.library.ordering import reading_order
from manumit.library.services.pinning import pin_to_passages
from manumit.reference import NaturalKey, natural_key, parent_of


def ensure_passages(work: Work, eids: Iterable[str]) -> dict[str, Passage]:
    """The passages with these eids, made where they are missing, and their ancestors too."""
    wanted: dict[str, None] = {}
    for eid in eids:
        for step in [*_ancestors(eid), eid]:
            wanted.setdefault(step)
    made = _make_missing(work, list(wanted))
    held = {passage.eid: passage for passage in work.passages.filter(eid__in=wanted)}
    _adopt(held)
    returned = [passage.pk for passage in held.values() if passage.retired_at]
    if returned:
        Passage.objects.filter(pk__in=returned).update(retired_at=None)
    if made or returned:
        pin_to_passages(CitationPin.objects.filter(citation__target=work.pk))
    return held


def arrange(work: Work) -> None:
    """Give every passage of the work its place in reading order."""
    passages = {passage.eid: passage for passage in work.passages.only("eid", "position")}
    changed = []
    for position, eid in enumerate(reading_order(passages, _printed(work))):
        if passages[eid].position != position:
            passages[eid].position = position
            changed.append(passages[eid])
    Passage.objects.bulk_update(changed, ["position"], batch_size=500)


def retire_unused(work: Work, at: datetime) -> None:
    """Mark passages that no text, record, finding or citation has any more."""
    inside = Passage.objects.standing().filter(parent=OuterRef("pk"))
    unused = work.passages.standing().filter(
        ~Exists(inside),
        noted=False,
        wordings=None,
        pinned_by=None,
        found_about=None,
        applied_in=None,
    )
    while unused.update(retired_at=at):  # from the leaves up: a part goes after its sections
        pass


def _printed(work: Work) -> Sequence[str]:
    """The order of the newest text; texts in several languages of one version agree."""
    text = work.texts.order_by("-valid_from", "language").first()
    if text is None:
        return []
    rows = Wording.objects.filter(text=text).order_by("position")
    return list(rows.values_list("passage__eid", flat=True))


def _ancestors(eid: str) -> list[str]:
    above: list[str] = []
    parent = parent_of(eid)
    while parent:
        above.insert(0, parent)
        parent = parent_of(parent)
    return above


def _make_missing(work: Work, eids: Sequence[str]) -> bool:
    """Make the passages that the work has not; returns whether there were any."""
    known = set(work.passages.filter(eid__in=eids).values_list("eid", flat=True))
    made = Passage.objects.bulk_create(
        [
            Passage(work=Work(pk=work.pk), eid=eid, position=len(known) + place)
            for place, eid in enumerate(sorted(set(eids) - known, key=_reading_key))
        ],
        batch_size=500,
    )
    return bool(made)


def _reading_key(eid: str) -> tuple[NaturalKey, str]:
    """Where a newcomer most likely stands; ``arrange`` settles it when there is a text."""
    return natural_key(eid), eid


def _adopt(passages: dict[str, Passage]) -> None:
    """Hang each passage below the one its eid names."""
    orphans = []
    for eid, passage in passages.items():
        parent = parent_of(eid)
        if parent and passage.parent_id is None:
            passage.parent = passages[parent]
            orphans.append(passage)
    Passage.objects.bulk_update(orphans, ["parent"], batch_size=500)
