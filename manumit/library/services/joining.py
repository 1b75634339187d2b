"""Open citations joined with the works they waited for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from django.db import transaction
from django.db.models import OuterRef, Q, Subquery

from manumit.library.models import Citation, CitationPin, Text, Work
from manumit.library.selectors.register import cites_of
from manumit.library.services.pinning import pin_to_passages
from manumit.library.services.rows import batches


@transaction.atomic
def join_by_key(only: Work | None = None) -> int:
    """Let every open citation that names the key of a work held lead there; with ``only``, of that.

    Returns how many were joined.
    """
    works = Work.objects.filter(pk=only.pk) if only else Work.objects.all()
    waiting = Citation.objects.standing().filter(target=None)
    waiting = waiting.filter(target_key__in=works.values("key"))
    arrived = list(works.filter(key__in=waiting.values("target_key")).values_list("pk", flat=True))
    named = Work.objects.filter(key=OuterRef("target_key"))
    joined: int = waiting.update(target=Subquery(named.values("pk")[:1]))
    for some in batches(arrived):
        pin_to_passages(CitationPin.objects.filter(citation__target__in=some))
    return joined


@transaction.atomic
def join_newcomers(keys: Sequence[str]) -> int:
    """Join the citations that name one of these newcomers by its case or its number, not its key.

    Where the newcomer makes two works possible nothing is guessed: the citation stays open between
    them, and its text is to be read again, for the words beside it may decide. Returns how many
    citations changed.
    """
    if not Citation.objects.exists():
        return 0
    meant = _by_case_and_number(keys)
    changed = [row for row in _naming(list(meant)) if _settle(row, meant)]
    opened = [row for row in changed if row.target_id is None]
    _open(opened)
    fields = ["target", "target_key", "candidates"]
    Citation.objects.bulk_update(changed, fields, batch_size=200)
    for rows in batches(row for row in changed if row.target_id):
        pin_to_passages(CitationPin.objects.filter(citation__in=rows))
    return len(changed)


def _by_case_and_number(keys: Sequence[str]) -> dict[str, dict[str, Work]]:
    """By the stem of its key and by each of its numbers, every newcomer by key."""
    meant: dict[str, dict[str, Work]] = defaultdict(dict)
    for some in batches(keys):
        works = Work.objects.filter(key__in=some)
        cites = cites_of(works)
        for work in works:
            for name in (work.key.rpartition("/")[0], *cites[work.key]):
                meant[name][work.key] = work
    return meant


def _naming(names: Sequence[str]) -> Iterator[Citation]:
    """Every citation found that names one of these cases or numbers, each once."""
    seen: set[int] = set()
    for some in batches(names):
        rows = Citation.objects.filter(Q(stem__in=some) | Q(cite__in=some))
        for row in rows.filter(state=Citation.State.FOUND).select_related("wording"):
            if row.pk not in seen:
                seen.add(row.pk)
                yield row


def _settle(row: Citation, meant: Mapping[str, Mapping[str, Work]]) -> bool:
    """Say what a citation leads to now; returns whether that is another thing than before."""
    arrived = {**meant.get(row.stem, {}), **meant.get(row.cite, {})}
    before = {row.target_key} if row.target_id else set(row.candidates)
    possible = sorted(before | set(arrived))
    if possible == sorted(before):
        return False
    if len(possible) == 1:
        row.target_key, row.target, row.candidates = possible[0], arrived[possible[0]], []
    else:
        row.target_key, row.target, row.candidates = "", None, possible
    return True


def _open(rows: Sequence[Citation]) -> None:
    """Take the passages of these citations away, and have their texts read again."""
    for some in batches(rows):
        CitationPin.objects.filter(citation__in=some).update(passage=None)
        texts = {row.wording.text_id for row in some}
        Text.objects.filter(pk__in=texts).update(linked_at=None)
