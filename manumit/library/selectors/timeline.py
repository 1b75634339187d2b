"""The life of a law, day by day: its making, its versions, what was amended, its end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from manumit.library.models import Text, Work
from manumit.library.selectors.holding import began, by_language, holding
from manumit.library.selectors.margins import RelationLine
from manumit.library.selectors.recorded import RecordedVersion, recorded_versions

MomentKind = Literal[
    "enacted", "adopted", "commenced", "in-force", "version", "words", "amended", "repealed",
]  # fmt: skip
_KINDS: Sequence[MomentKind] = get_args(MomentKind)  # the order of what happened on one day
# The fields of records that say a day of a law's life.
_FIELDS: dict[str, MomentKind] = {
    "enacted_on": "enacted",
    "adopted_on": "adopted",
    "commenced_on": "commenced",
    "in_force_on": "in-force",
    "repealed_on": "repealed",
}
_AMENDING = ("amended_by", "superseded_by")


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened to a law on a day, in a month or in a year (``on``, as known).

    A ``version`` has the ``texts`` that begin, one a language, with the text before the first of
    them as ``previous``; without a first day its ``on`` is empty. ``said`` is what the record says of
    it, and may stand without any text. ``eids`` are provisions whose
    words of today hold from that day, by their publisher. ``ahead`` is whether it is yet to come.
    """

    on: str
    kind: MomentKind
    ahead: bool = False
    texts: Sequence[Text] = ()
    previous: Text | None = None
    eids: Sequence[str] = ()
    relation: RelationLine | None = None
    said: RecordedVersion | None = None


def timeline(work: Any, relations: Iterable[RelationLine], today: date) -> list[Moment]:
    """The moments of an instrument or a law, oldest first; what has no day stands first."""
    versions = by_language(work.texts.all(), work.language)
    moments = [*_of_record(work, today), *_of_relations(relations, today)]
    moments += _of_texts(work, versions, today)
    return sorted(moments, key=lambda each: (each.on, _KINDS.index(each.kind)))


def _of_record(work: Work, today: date) -> Iterator[Moment]:
    for name, kind in _FIELDS.items():
        if known := str(getattr(work, name, "") or ""):
            yield Moment(known, kind, ahead=known > today.isoformat())


def _of_relations(relations: Iterable[RelationLine], today: date) -> Iterator[Moment]:
    for line in relations:
        if line.kind in _AMENDING and line.on:
            yield Moment(line.on.isoformat(), "amended", ahead=line.on > today, relation=line)


def _of_texts(work: Work, versions: dict[str, list[Text]], today: date) -> Iterator[Moment]:
    """The versions, and the days from which provisions have had their words of today."""
    eids = _eids_by_day(_current(versions, today))
    said = {version.on: version for version in recorded_versions(work)}
    begun: dict[date | None, list[Text]] = defaultdict(list)
    for texts in versions.values():
        for text in texts:
            begun[text.valid_from].append(text)
    for day, texts in begun.items():
        yield Moment(
            on=day.isoformat() if day else "",
            kind="version",
            ahead=bool(day and day > today),
            texts=texts,
            previous=_before(versions[texts[0].language], texts[0]),
            eids=eids.pop(day, []) if day else [],
            said=said.pop(day.isoformat(), None) if day else None,
        )
    for on, version in said.items():
        yield Moment(on, "version", ahead=on > today.isoformat(), said=version)
    for since, found in eids.items():
        yield Moment(since.isoformat(), "words", ahead=since > today, eids=found)


def _current(versions: dict[str, list[Text]], today: date) -> Text | None:
    held = (holding(texts, today) for texts in versions.values())
    return next((text for text in held if text), None)


def _eids_by_day(text: Text | None) -> dict[date, list[str]]:
    found: dict[date, list[str]] = defaultdict(list)
    if text is not None:
        rows = text.wordings.order_by("position")
        for since, eid in rows.values_list("since", "passage__eid"):
            if since:
                found[since].append(eid)
    return found


def _before(texts: Sequence[Text], text: Text) -> Text | None:
    earlier = [each for each in texts if began(each) < began(text)]
    return earlier[-1] if earlier else None
