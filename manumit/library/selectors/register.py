"""What is on the shelves by name and by number, for the recogniser of citations."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from manumit.base.kept import Kept
from manumit.citations import KnownWork, Register, names_of, numbers_of, recognise
from manumit.journal import selectors as journal
from manumit.library.models import Instrument, Judgment, Kind, Legislation, Passage, Text, Work


def register() -> Register:
    """Every work, published or not, as the recogniser knows it."""
    return REGISTER.now()


def register_for_readers() -> Register:
    """The same, as it was lately: nobody waits long for a page because the library has changed."""
    return REGISTER.lately()


def known_works(works: Any) -> Iterator[KnownWork]:
    """The works of a queryset with all their names and numbers, in the order of keys."""
    own, in_texts, units = _own_numbers(works), _titles_of_texts(works), _units(works)
    rows = works.order_by("key").values_list(
        "pk", "key", "kind", "title", "titles", "short_titles", "identifiers"
    )
    for pk, key, kind, title, titles, short_titles, identifiers in rows:
        forum, numbers = own.get(pk, ("", {}))
        yield KnownWork(
            key=key,
            kind=kind,
            names=names_of(title, titles, short_titles, in_texts[pk]),
            numbers=numbers_of(identifiers, **numbers),
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


def _own_numbers(works: Any) -> dict[int, tuple[str, dict[str, Any]]]:
    """By work, the forum and the numbers that only one kind of work has, as ``numbers_of`` has them."""
    judgments = Judgment.objects.filter(pk__in=works.values("pk")).values_list(
        "pk", "forum_id", "neutral_citation", "reports", "docket_nos"
    )
    laws = Legislation.objects.filter(pk__in=works.values("pk")).values_list("pk", "number")
    treaties = Instrument.objects.filter(pk__in=works.values("pk")).values_list(
        "pk", "registration"
    )
    return {
        **{
            pk: (forum, {"own": [neutral, *dockets], "reports": reports})
            for pk, forum, neutral, reports, dockets in judgments
        },
        **{pk: ("", {"own": [number]}) for pk, number in laws},
        **{pk: ("", {"registered": registered}) for pk, registered in treaties},
    }


def _units(works: Any) -> dict[int, str]:
    """The step by which a law is divided (sec, art, reg): that of most provisions it notes."""
    steps: dict[int, Counter[str]] = defaultdict(Counter)
    laws = works.filter(kind=Kind.LEGISLATION).values("pk")
    rows = Passage.objects.standing().filter(noted=True, work__in=laws)
    for work, eid in rows.values_list("work_id", "eid"):
        steps[work][eid.split("_", maxsplit=1)[0]] += 1
    return {work: counted.most_common(1)[0][0] for work, counted in steps.items()}


def _titles_of_texts(works: Any) -> dict[int, list[str]]:
    titles: dict[int, list[str]] = defaultdict(list)
    rows = Text.objects.filter(work__in=works.values("pk")).values_list("work_id", "title")
    for pk, title in rows:
        titles[pk].append(title)
    return titles


REGISTER = Kept(lambda: Register(known_works(Work.objects.all())), journal.last_number)
