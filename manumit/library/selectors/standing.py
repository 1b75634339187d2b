"""Where a law stands on a day: in force or not, and in which text, as far as the Centre can tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from manumit.base.days import bounds, day_before
from manumit.library.models import Text, Work
from manumit.library.selectors.holding import (
    began,
    by_language,
    first_after,
    holding,
    last_before,
)
from manumit.library.selectors.recorded import RecordedVersion, recorded_on

Force = Literal["unknown", "not-begun", "perhaps", "in-force", "ended"]


@dataclass(frozen=True, slots=True)
class Held:
    """What is held for a day in ``languages``, whose texts around it have the same days.

    ``text`` holds on the day; ``before`` ended last before it, ``after`` begins first after it;
    ``current`` holds today. Each is a text of the first of the languages, or None.
    """

    languages: Sequence[str]
    today: date
    text: Text | None
    before: Text | None
    after: Text | None
    current: Text | None

    @property
    def superseded(self) -> bool:
        """Whether another text holds today that began after the one of the day."""
        current, text = self.current, self.text
        return current is not None and text is not None and began(current) > began(text)

    @property
    def ahead(self) -> bool:
        """Whether the text of the day is one that does not hold yet."""
        return self.text is not None and began(self.text) > self.today


@dataclass(frozen=True, slots=True)
class Standing:
    """A law on the day ``on``, seen from ``today``.

    ``begins`` and ``ends`` are the days of commencement and repeal as far as the record knows them
    (2012, 2012-04 or 2012-04-05). ``force`` is what follows for the day: ``perhaps`` where only a
    month or year is known and the day lies in it. ``last_day`` is the last day on which a repealed
    law was surely in force. ``recorded`` is the version that held, as the record knows it.
    """

    on: date
    today: date
    begins: str
    ends: str
    force: Force
    last_day: date | None
    held: Sequence[Held]
    recorded: RecordedVersion | None = None

    @property
    def mixed(self) -> bool:
        """Whether the texts of the day, in several languages, began on different days."""
        return len({each.text.valid_from for each in self.held if each.text}) > 1


def standing(work: Any, on: date, today: date) -> Standing:
    """Where an instrument or a law stands on the day."""
    begins, ends = _begins(work), _ends(work)
    return Standing(
        on=on,
        today=today,
        begins=begins,
        ends=ends,
        force=force_on(begins, ends, on),
        last_day=day_before(bounds(ends)[0]) if ends else None,
        held=_held(work, on, today),
        recorded=recorded_on(work, on),
    )


def force_on(begins: str, ends: str, day: date) -> Force:
    """Whether a law with these days of commencement and repeal is in force on the day.

    On the day of repeal it is in force no more. An unknown commencement leaves it unknown.
    """
    if ends and day >= bounds(ends)[1]:
        return "ended"
    if begins and day < bounds(begins)[0]:
        return "not-begun"
    if (begins and day < bounds(begins)[1]) or (ends and day >= bounds(ends)[0]):
        return "perhaps"
    return "in-force" if begins else "unknown"


def _begins(work: Any) -> str:
    return str(getattr(work, "commenced_on", "") or getattr(work, "in_force_on", "") or "")


def _ends(work: Any) -> str:
    return str(getattr(work, "repealed_on", ""))


def _held(work: Work, on: date, today: date) -> list[Held]:
    """One for each group of languages of which the same is to be said."""
    found: dict[object, Held] = {}
    for language, texts in by_language(work.texts.all(), work.language).items():
        held = _held_in([language], texts, on, today)
        shown = (held.text, held.before, held.after, held.current)
        same = found.get(days := tuple(_days(text) for text in shown))
        found[days] = replace(same, languages=[*same.languages, language]) if same else held
    return list(found.values())


def _days(text: Text | None) -> tuple[date | None, date | None] | None:
    return (text.valid_from, text.valid_to) if text else None


def _held_in(languages: Sequence[str], texts: Sequence[Text], on: date, today: date) -> Held:
    return Held(
        languages=languages,
        today=today,
        text=holding(texts, on),
        before=last_before(texts, on),
        after=first_after(texts, on),
        current=holding(texts, today),
    )
