"""The citations in a text read and set down, each with what it leads to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import accumulate, tee
from typing import Any

from django.db import transaction

from manumit.citations import Citation as Found
from manumit.citations import Context, Register, recognise
from manumit.journal import services as journal
from manumit.library.models import Citation, CitationPin, Kind, Text, Work
from manumit.library.selectors.register import register
from manumit.library.services.by_hand import settled_by_hand
from manumit.library.services.pinning import pin_to_passages
from manumit.library.services.rows import batches
from manumit.library.types import LinkReport

# A map over jobs, in order, that may do them elsewhere.
Spread = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
_BATCH = 500
_GAP = "\n\n"
# What every judgment of a system means by a word without saying so.
_TERMS = {"coe": {"the Convention": "coe/treaty/echr"}}


def link_citations(
    *,
    texts: Iterable[Text],
    at: datetime,
    progress: Callable[[int], None] = lambda done: None,
    spread: Spread = map,
) -> LinkReport:
    """Read the citations of each text anew; ``progress`` hears how many texts are done.

    Each text is read whole or not at all. What was corrected or rejected by hand stays, and nothing
    is found where it stands. What leads to no work held is kept and joined when the work arrives.
    Reading a text again that says the same changes nothing. ``spread`` maps the reading, which
    needs no database, over the texts: in other processes, if it likes; it gives None for a text
    that it could not read, which is then left to the next run.
    """
    report = LinkReport()
    asked, kept = tee(map(_words_of, texts))
    answers = spread(partial(_read, register()), asked)
    for done, (words, places) in enumerate(zip(kept, answers, strict=True), start=1):
        if places is not None:
            _link(words, places, at, report)
        progress(done)
    return report


def forget_citations(text: Text) -> set[str]:
    """Let go of what was found in a text whose words may have changed; the keys it led to."""
    found = Citation.objects.filter(wording__text=text, state=Citation.State.FOUND)
    keys = set(found.exclude(target=None).order_by().values_list("target_key", flat=True))
    found.delete()
    return keys


@dataclass(frozen=True, slots=True)
class _Place:
    """A citation found, in its wording."""

    wording: int
    start: int
    end: int
    found: Found

    def row(self, work: Work, targets: Mapping[str, int]) -> Citation:
        """The citation as a row of the work that cites, not yet stored."""
        key = self.found.key or ""
        return Citation(
            work_id=work.pk,
            wording_id=self.wording,
            start=self.start,
            end=self.end,
            words=self.found.text,
            kind=self.found.kind,
            cite=self.found.cite,
            case_name=self.found.case_name,
            how=self.found.how,
            target_key=key,
            stem=self.found.stem,
            candidates=list(self.found.candidates),
            target_id=targets.get(key),
        )


@dataclass(frozen=True, slots=True)
class _Words:
    """What a text says, by wording: all that is needed to read its citations."""

    text: Text
    context: Context
    plain: dict[int, str]


def _words_of(text: Text) -> _Words:
    work = Work.objects.only("key", "kind", "system").get(pk=text.work_id)
    plain = dict(text.wordings.order_by("position").values_list("pk", "plain"))
    return _Words(text, _context(work), plain)


def _read(known: Register, words: _Words) -> list[_Place]:
    return list(_places(words, known))


@transaction.atomic
def _link(words: _Words, places: Sequence[_Place], at: datetime, report: LinkReport) -> None:
    text, plain = words.text, words.plain
    work = Work.objects.select_for_update().get(pk=text.work_id)
    if not Text.objects.filter(pk=text.pk, digest=text.digest).exists():
        return  # it says something else since: the next run reads that
    by_hand = settled_by_hand(text, plain)
    free = [place for place in places if not _is_taken(place, by_hand)]
    changed, let_go = _replace(work, text, free)
    pin_to_passages(CitationPin.objects.filter(citation__wording__text=text))
    Text.objects.filter(pk=text.pk).update(linked_at=at)
    count = len(free) + sum(map(len, by_hand.values()))
    report.add(citations=count, characters=sum(map(len, plain.values())), changed=changed)
    if changed:
        detail = {"language": text.language, "citations": count}
        journal.append(
            action="citations linked",
            subject=work.key,
            by=None,
            at=at,
            detail=detail,
            touches=let_go,
        )


def _places(words: _Words, known: Register) -> Iterator[_Place]:
    """The citations in the words of each wording, by its number, in their order.

    Short forms look back across wordings: the text is read as one, with blank lines between.
    """
    said, wordings = words.plain.values(), list(words.plain)
    begins = list(accumulate((len(plain) + len(_GAP) for plain in said), initial=0))
    number = 0
    for found in recognise(_GAP.join(said), known, words.context):
        while begins[number + 1] <= found.start:
            number += 1
        start, end = found.start - begins[number], found.end - begins[number]
        yield _Place(wordings[number], start, end, found)


def _context(work: Work) -> Context:
    terms = _TERMS.get(work.system_id, {}) if work.kind == Kind.JUDGMENT else {}
    return Context(key=work.key, system=work.system_id, terms=terms)


def _is_taken(place: _Place, by_hand: Mapping[int, Sequence[Citation]]) -> bool:
    return any(
        row.start < place.end and place.start < row.end for row in by_hand.get(place.wording, ())
    )


def _replace(work: Work, text: Text, places: Sequence[_Place]) -> tuple[bool, set[str]]:
    """Let the text have these citations and no others; a row that says the same stays the same row.

    Returns whether that changed anything, and the keys to which citations led that are gone.
    """
    targets = _targets(places)
    wanted = [(place.row(work, targets), place.found.pinpoints) for place in places]
    held = {
        _facts(row, [pin.eid for pin in row.pins.all()]): row
        for row in Citation.objects.filter(
            wording__text=text, state=Citation.State.FOUND
        ).prefetch_related("pins")
    }
    kept = {_facts(row, pins) for row, pins in wanted} & set(held)
    new = [(row, pins) for row, pins in wanted if _facts(row, pins) not in kept]
    gone = [row for facts, row in held.items() if facts not in kept]
    _delete([row.pk for row in gone])
    _create(new)
    return bool(new or gone), {row.target_key for row in gone if row.target_id}


def _facts(row: Citation, pins: Sequence[str]) -> tuple[object, ...]:
    """All that a row says, to be compared."""
    return (
        row.wording_id, row.start, row.end, row.words, row.kind, row.cite, row.case_name, row.how,
        row.target_key, row.stem, tuple(row.candidates), row.target_id, tuple(pins),
    )  # fmt: skip


def _targets(places: Iterable[_Place]) -> dict[str, int]:
    keys = {place.found.key for place in places if place.found.key}
    held: dict[str, int] = {}
    for some in batches(keys):
        held.update(Work.objects.filter(key__in=some).values_list("key", "pk"))
    return held


def _delete(gone: Sequence[int]) -> None:
    for some in batches(gone):
        Citation.objects.filter(pk__in=some).delete()


def _create(new: Sequence[tuple[Citation, Sequence[str]]]) -> None:
    Citation.objects.bulk_create([row for row, _ in new], batch_size=_BATCH)
    pins = [CitationPin(citation=row, eid=eid) for row, eids in new for eid in eids]
    CitationPin.objects.bulk_create(pins, batch_size=_BATCH)
