"""What is on the shelves by name and by number, for the recogniser of citations."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from manumit.citations import KnownWork, Register, recognise
from manumit.journal import selectors as journal
from manumit.library.models import Judgment, Kind, Legislation, Passage, Text, Work

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_FIGURES = re.compile(r"\d")


def register() -> Register:
    """Every work, published or not, as the recogniser knows it; built once a journal number."""
    return _register_at(journal.last_number())


@lru_cache(maxsize=1)
def _register_at(number: int) -> Register:
    return Register(known_works(Work.objects.all()))


def known_works(works: Any) -> Iterator[KnownWork]:
    """The works of a queryset with all their names and numbers, in the order of keys."""
    own, in_texts, units = _own_numbers(works), _titles_of_texts(works), _units(works)
    rows = works.order_by("key").values_list(
        "pk", "key", "kind", "title", "titles", "short_titles", "identifiers"
    )
    for pk, key, kind, title, titles, short_titles, identifiers in rows:
        forum, numbers = own.get(pk, ("", []))
        short = [name for names in short_titles.values() for name in names]
        yield KnownWork(
            key=key,
            kind=kind,
            names=_each_once([title, *titles.values(), *short, *in_texts[pk]]),
            numbers=_each_once([*_flat(identifiers.values()), *numbers]),
            forum=forum,
            unit=units.get(pk, ""),
        )


def cites_of(works: Any) -> dict[str, set[str]]:
    """By key, every number of a work as its record writes it and as citations are written here."""
    return {
        work.key: {form for number in work.numbers for form in _forms(number)}
        for work in known_works(works)
    }


def _forms(number: str) -> Iterator[str]:
    yield number
    for citation in recognise(number):
        if citation.text == number:
            yield citation.cite


def _own_numbers(works: Any) -> dict[int, tuple[str, list[str]]]:
    """The forum and numbers that only a judgment or a law has, by work."""
    judgments = Judgment.objects.filter(pk__in=works.values("pk")).values_list(
        "pk", "forum_id", "neutral_citation", "reports", "docket_nos"
    )
    laws = Legislation.objects.filter(pk__in=works.values("pk")).values_list("pk", "number")
    found = {
        pk: (forum, [neutral, *filter(_names_a_place, reports), *dockets])
        for pk, forum, neutral, reports, dockets in judgments
    }
    return found | {pk: ("", [number]) for pk, number in laws}


def _units(works: Any) -> dict[int, str]:
    """The step by which a law is divided (sec, art, reg): that of most provisions it notes."""
    steps: dict[int, Counter[str]] = defaultdict(Counter)
    laws = works.filter(kind=Kind.LEGISLATION).values("pk")
    rows = Passage.objects.standing().filter(noted=True, work__in=laws)
    for work, eid in rows.values_list("work_id", "eid"):
        steps[work][eid.split("_", maxsplit=1)[0]] += 1
    return {work: counted.most_common(1)[0][0] for work, counted in steps.items()}


def _names_a_place(report: str) -> bool:
    """Whether a report gives more than a year and a volume (ECHR 2005-VII), which hold many cases."""
    return bool(_FIGURES.search(_YEAR.sub("", report)))


def _titles_of_texts(works: Any) -> dict[int, list[str]]:
    titles: dict[int, list[str]] = defaultdict(list)
    rows = Text.objects.filter(work__in=works.values("pk")).values_list("work_id", "title")
    for pk, title in rows:
        titles[pk].append(title)
    return titles


def _flat(values: Iterable[str | list[str]]) -> Iterator[str]:
    for value in values:
        yield from value if isinstance(value, list) else [value]


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, words)))
