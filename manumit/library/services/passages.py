"""Making passages exist and keeping them in reading order. Passages are never deleted here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from django.db.models import Exists, F, OuterRef

from manumit.library.models import CitationPin, Passage, Wording, Work
from manumit.library.ordering import reading_order
from manumit.library.services.pinning import pin_to_passages
from manumit.reference import parent_of

_NOWHERE: Mapping[str, str | None] = MappingProxyType({})


def ensure_passages(
    work: Work, eids: Iterable[str], above: Mapping[str, str | None] = _NOWHERE
) -> dict[str, Passage]:
    """The passages with these eids, made where they are missing, and their ancestors too.

    ``above`` has the eids of a text in its order, each with the eid it stands below there: what is
    made for them is hung and counted so at once.
    """
    wanted: dict[str, None] = {}
    for eid in eids:
        for step in [*_ancestors(eid), eid]:
            wanted.setdefault(step)
    held = {passage.eid: passage for passage in work.passages.filter(eid__in=wanted)}
    returned = [passage.pk for passage in held.values() if passage.retired_at]
    if returned:
        Passage.objects.filter(pk__in=returned).update(retired_at=None)
    made = _make_missing(work, held, [eid for eid in wanted if eid not in held], above)
    found = held | made
    _adopt(found)
    if made or returned:
        pin_to_passages(CitationPin.objects.filter(citation__target=work.pk))
    return found


def arrange(work: Work) -> None:
    """Give every passage of the work its place in reading order."""
    passages = {passage.eid: passage for passage in work.passages.only("work", "eid", "position")}
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
    # Databases differ in where they sort what has no day.
    newest_first = F("valid_from").desc(nulls_last=True)
    text = work.texts.order_by(newest_first, "language").first()
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


def _make_missing(
    work: Work, held: Mapping[str, Passage], missing: Sequence[str], above: Mapping[str, str | None]
) -> dict[str, Passage]:
    """Make passages below those held, floor by floor, so that each knows the one it hangs from."""
    # Where a newcomer most likely stands; ``arrange`` settles it when there is a text.
    places = {eid: place for place, eid in enumerate(reading_order(missing, _only(missing, above)))}
    made: dict[str, Passage] = {}
    ids = {eid: passage.pk for eid, passage in held.items()}
    floors: dict[int, list[str]] = defaultdict(list)
    for eid in missing:
        floors[_depth(eid, above)].append(eid)
    for _, floor in sorted(floors.items()):
        rows = [
            Passage(
                work_id=work.pk,
                eid=eid,
                parent_id=ids.get(_above(eid, above) or ""),
                position=len(held) + places[eid],
            )
            for eid in sorted(floor, key=places.__getitem__)
        ]
        for row in Passage.objects.bulk_create(rows, batch_size=500):
            made[row.eid], ids[row.eid] = row, row.pk
    return made


def _only(eids: Sequence[str], above: Mapping[str, str | None]) -> list[str]:
    """Those of a text's eids that are among the given."""
    among = set(eids)
    return [eid for eid in above if eid in among]


def _above(eid: str, above: Mapping[str, str | None]) -> str | None:
    return above.get(eid) or parent_of(eid)


def _depth(eid: str, above: Mapping[str, str | None]) -> int:
    depth, step = 0, _above(eid, above)
    while step:
        depth, step = depth + 1, _above(step, above)
    return depth


def _adopt(passages: dict[str, Passage]) -> None:
    """Hang each passage below the one its eid names."""
    orphans = []
    for eid, passage in passages.items():
        parent = parent_of(eid)
        if parent and passage.parent_id is None:
            passage.parent = passages[parent]
            orphans.append(passage)
    Passage.objects.bulk_update(orphans, ["parent"], batch_size=500)
