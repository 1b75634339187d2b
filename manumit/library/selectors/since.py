"""What became of provisions since the day on which something came to rest on them.

A citation in a judgment, a finding, the gist of a provision and a row of a gap analysis all rest on
a provision as it stood on a day. They ask here, many at a time, what it says since; the number of
questions to the database does not grow with theirs.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from django.db.models import Q

from manumit.base.days import bounds, day_after
from manumit.base.markup import fragment, plain_text
from manumit.library.models import Text, Wording, Work
from manumit.library.selectors.comparing import told
from manumit.library.selectors.holding import by_language, first_after, holding
from manumit.reference import parent_of

Fate = Literal["same", "changed", "moved", "gone", "repealed", "newer", "not-held", "unknown"]

# Statuses with which a provision stands in a text without being law any more.
ENDED = ("repealed", "omitted")
_STALE = ("changed", "gone", "repealed", "newer")


@dataclass(frozen=True, slots=True)
class Rest:
    """A provision of the work with this number as it stood on a day; no ``eid`` means the whole."""

    work: int
    eid: str
    on: date


@dataclass(frozen=True, slots=True)
class Became:
    """What became of a provision.

    ``same``: the same words hold. ``changed``: other words do. ``moved``: it has another number
    now, and other words where ``reworded``. ``gone``: the text has it no more, or as repealed.
    ``repealed``: the law as a whole is. ``newer``: the words of that day are not held, but those
    of today began later. ``not-held``: the words of that day, or of today, are not held, and
    nothing tells more. ``unknown``: no text of the work is held, or none that says from which day.

    ``since`` is the first day of what is new, where it is known; ``language`` the one compared;
    ``eid`` the address of the unit that is read as one, by which its versions are compared.
    ``comparable`` is whether the words of both days are held.
    """

    fate: Fate
    since: date | None = None
    language: str = ""
    eid: str = ""
    reworded: bool = False
    comparable: bool = False

    @property
    def stale(self) -> bool:
        """Whether what rests on the provision must be looked at again."""
        return self.fate in _STALE or self.reworded


def what_became_of(rests: Collection[Rest], today: date) -> dict[Rest, Became]:
    """For each provision what became of it until ``today``."""
    if not rests:
        return {}
    shelf = _Shelf.of(rests, today)
    return {rest: _became(rest, shelf, today) for rest in rests}


@dataclass(slots=True)
class _Shelf:
    """All that is needed of some works: their days, their texts, and what these say."""

    repealed: dict[int, str]
    texts: dict[int, dict[str, list[Text]]]  # by work and language, oldest first
    said: dict[tuple[int, str], Wording] = field(default_factory=dict)  # by text and eid
    named: dict[tuple[int, str], Wording] = field(default_factory=dict)  # by text and lasting id

    @classmethod
    def of(cls, rests: Collection[Rest], today: date) -> "_Shelf":
        works = {rest.work for rest in rests}
        rows = list(Work.objects.filter(pk__in=works).values_list(
            "pk", "language", "legislation__repealed_on"
        ))  # fmt: skip
        texts: dict[int, list[Text]] = defaultdict(list)
        for text in Text.objects.filter(work__in=works).defer("notes"):
            texts[text.work_id].append(text)
        shelf = cls(
            repealed={pk: repealed or "" for pk, _, repealed in rows},
            texts={pk: by_language(texts[pk], own) for pk, own, _ in rows},
        )
        shelf._read(rests, today)
        return shelf

    def _read(self, rests: Iterable[Rest], today: date) -> None:
        """The wordings that may decide: those of the days asked about, and those of today."""
        texts: dict[int, set[int]] = defaultdict(set)
        eids: dict[int, set[str]] = defaultdict(set)
        for rest in rests:
            eids[rest.work].update(_upwards(rest.eid))
            for versions in self.texts.get(rest.work, {}).values():
                texts[rest.work].update(text.pk for text in _deciding(versions, rest.on, today))
        self._keep(Q(text__in=texts[work], passage__eid__in=eids[work]) for work in texts)
        self._follow(texts)

    def _follow(self, texts: Mapping[int, Collection[int]]) -> None:
        """Where the same texts have these provisions by their lasting names, whatever their number."""
        names: dict[int, set[str]] = defaultdict(set)
        for row in self.said.values():
            if row.lasting_id:
                names[row.text.work_id].add(row.lasting_id)
        rows = _wordings(Q(text__in=texts[work], lasting_id__in=names[work]) for work in names)
        found = [((row.text_id, row.lasting_id), row) for row in rows]
        counted = Counter(name for name, _ in found)
        # A name that two passages bear says nothing.
        self.named = {name: row for name, row in found if counted[name] == 1}

    def _keep(self, asked: Iterable[Q]) -> None:
        for row in _wordings(asked):
            self.said[row.text_id, row.passage.eid] = row

    def at(self, text: Text | None, eid: str) -> Wording | None:
        """What the text says at the address, or around it where it words a larger unit as one."""
        if text is None:
            return None
        found = (self.said.get((text.pk, step)) for step in _upwards(eid))
        return next((row for row in found if row), None)


def _wordings(asked: Iterable[Q]) -> Iterable[Wording]:
    """The wordings that any of the questions means; none where nothing is asked."""
    whole = Q()
    for each in asked:
        whole |= each
    if not whole:
        return []
    rows = Wording.objects.filter(whole).select_related("passage", "text")
    return rows.only(
        "number", "heading", "html", "plain", "status", "since", "lasting_id", "passage__eid",
        "text__work", "text__language", "text__valid_from",
    )  # fmt: skip


def _upwards(eid: str) -> list[str]:
    """The address and those above it, from the inside out."""
    steps, step = [], eid or None
    while step:
        steps.append(step)
        step = parent_of(step)
    return steps


def _deciding(versions: Sequence[Text], on: date, today: date) -> list[Text]:
    """The text of the day or, where none holds, the first after it; and the text of today."""
    found = [holding(versions, on) or first_after(versions, on), holding(versions, today)]
    return [text for text in found if text]


def _became(rest: Rest, shelf: _Shelf, today: date) -> Became:
    if rest.on >= today:
        return Became("same")
    if repealed := shelf.repealed.get(rest.work):
        first, last = bounds(repealed)
        if rest.on < first and last <= today:
            return Became("repealed", since=first if first == last else None)
    versions = shelf.texts.get(rest.work, {})
    found = [_in_language(rest, shelf, texts, today) for texts in versions.values()]
    told = (each for each in found if each.fate not in ("not-held", "unknown"))
    return next(told, next(iter(found), Became("unknown")))


def _in_language(rest: Rest, shelf: _Shelf, texts: Sequence[Text], today: date) -> Became:
    """What became of it by the versions in one language."""
    then, now = holding(texts, rest.on), holding(texts, today)
    language = texts[0].language
    if now is None:
        return Became("not-held", language=language)
    if not rest.eid:
        return _whole(then, now, rest)
    before, after = _words_then(rest, shelf, texts), _words_now(rest, shelf, then, now)
    if before is None:
        return _newer(rest, after, then, language)
    unit = before.passage.eid
    named = shelf.named.get((now.pk, before.lasting_id))
    if named is not None:
        after = named
    if after is None:
        return Became("gone", _first_day(rest, then, now, None), language, unit, comparable=True)
    return _compared(rest, before, after, _first_day(rest, then, now, after))


def _words_then(rest: Rest, shelf: _Shelf, texts: Sequence[Text]) -> Wording | None:
    """What held at the address on the day.

    Where no text of the day is held, a later one may say since when its words have stood.
    """
    then = holding(texts, rest.on)
    if then is not None:
        row = shelf.at(then, rest.eid)
        return None if row and row.since and row.since > rest.on else row
    row = shelf.at(first_after(texts, rest.on), rest.eid)
    return row if row and row.since and row.since <= rest.on else None


def _words_now(rest: Rest, shelf: _Shelf, then: Text | None, now: Text) -> Wording | None:
    """What holds at the address today, unless that is another provision that got its number."""
    row = shelf.at(now, rest.eid)
    if row is None or then is None:
        return row
    earlier = shelf.named.get((then.pk, row.lasting_id))
    moved_here = earlier is not None and earlier.passage_id != row.passage_id
    return None if moved_here else row


def _newer(rest: Rest, after: Wording | None, then: Text | None, language: str) -> Became:
    """Nothing is held of that day: what can be said all the same."""
    if after is None:
        return Became("not-held", language=language)
    begun = after.since if after.since and after.since > rest.on else None
    if begun is None and (then is None or then.valid_from is None):
        return Became("not-held", language=language, eid=after.passage.eid)
    return Became("newer", begun, language, after.passage.eid)


def _compared(rest: Rest, before: Wording, after: Wording, since: date | None) -> Became:
    inside = rest.eid.removeprefix(before.passage.eid)
    old = _told_at(before, inside)
    new = _told_at(after, inside) if old is not None else told(after)
    language, eid = after.text.language, after.passage.eid
    if new is None or (after.status in ENDED and before.status not in ENDED):
        return Became("gone", since, language, eid, comparable=True)
    reworded = (old or told(before)) != new
    if before.passage_id != after.passage_id:
        return Became("moved", since, language, eid, reworded=reworded, comparable=True)
    if reworded:
        return Became("changed", since, language, eid, reworded=True, comparable=True)
    if _undated(before) and not (before.since and before.since <= rest.on):
        return Became("unknown", language=language, eid=eid)
    return Became("same", language=language, eid=eid, comparable=True)


def _told_at(row: Wording, inside: str) -> tuple[str, ...] | None:
    """What a reader sees of a wording, or of the part of it; None where it has no such part."""
    if not inside:
        return told(row)
    part = fragment(row.html, row.passage.eid + inside) if row.html else None
    return None if part is None else tuple(plain_text(part).split())


def _whole(then: Text | None, now: Text, rest: Rest) -> Became:
    if then is None:
        return Became("not-held", language=now.language)
    if then.pk == now.pk:
        return Became("unknown" if then.valid_from is None else "same", language=now.language)
    since = _first_day(rest, then, now, None)
    return Became("changed", since, now.language, reworded=True, comparable=True)


def _first_day(rest: Rest, then: Text | None, now: Text, after: Wording | None) -> date | None:
    """The first day of what is new: by its publisher, or because one version follows the other."""
    if after is not None and after.since and after.since > rest.on:
        return after.since
    follows = then is not None and then.valid_to and day_after(then.valid_to) == now.valid_from
    return now.valid_from if follows else None


def _undated(row: Wording) -> bool:
    return row.text.valid_from is None
