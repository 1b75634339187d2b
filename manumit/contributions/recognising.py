"""What the Centre has already of what is forwarded: by number, by address, by file, by title."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from manumit.contributions.models import Contribution
from manumit.contributions.reading import Reading
from manumit.contributions.types import Match
from manumit.formats import JudgmentFacts
from manumit.harvest import selectors as harvest
from manumit.harvest.types import Notice
from manumit.library import selectors as library

_MOST = 12
_SYSTEM = "int"  # a notice needs one; twins are told without it


def matches(one: Contribution, reading: Reading, *, drafts: bool) -> list[Match]:
    """The works it may be or speaks of, the surest first; with ``drafts`` those of editors too."""
    found: dict[str, str] = {}
    for key, why in _keys(one, reading):
        found.setdefault(key, why)
    shown = _any_works(found) if drafts else library.works_with_keys(found)
    return [Match(shown[key], why) for key, why in found.items() if key in shown][:_MOST]


def _any_works(keys: dict[str, str]) -> dict[str, Any]:
    return {key: library.any_work(key) for key in keys if library.is_held(key)}


def _keys(one: Contribution, reading: Reading) -> Iterator[tuple[str, str]]:
    if reading.document:
        yield from ((key, _("your file is of this")) for key in _of_document(reading))
    yield from ((key, _("found by its citation")) for key in _cited(one.citation))
    if one.address:
        yield from ((key, _("at the same address")) for key in library.works_at(one.address))
    if twin := _twin(one, reading):
        yield twin, _("the same title or address")
    yield from ((key, _("named in the text")) for key in _named(one.text))


def _of_document(reading: Reading) -> Iterator[str]:
    document = reading.document
    if document is None:
        return
    if document.key:
        yield document.key
    if isinstance(document.facts, JudgmentFacts):
        for number in (document.facts.neutral_citation, *document.facts.docket_nos):
            yield from _cited(number)


def _cited(words: str) -> list[str]:
    """The works meant by a citation, written in whatever letters."""
    if not words.strip():
        return []
    checked = library.check_text(words) or library.check_query(words)
    return [work.key for each in checked for work in each.works]


def _named(words: str) -> list[str]:
    return [work.key for each in library.check_text(words) for work in each.works]


def _twin(one: Contribution, reading: Reading) -> str:
    title = reading.document.title if reading.document else one.citation
    if not (title or one.address):
        return ""
    return harvest.twin_of(Notice(title, one.address, "", _SYSTEM))
