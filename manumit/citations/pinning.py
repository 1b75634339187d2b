"""Provisions and paragraphs joined to the work they are of."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from manumit.citations.drafts import Draft
from manumit.citations.finding import Strings
from manumit.citations.numbering import system_of_draft
from manumit.citations.paragraphs import PAGES, PARAGRAPHS, eids_of
from manumit.citations.provisions import GRAMMARS, Grammar, Phrase
from manumit.citations.provisions.eids import eid_of
from manumit.reference import is_eid

_ASIDE = (
    r"(?:\s?\((?:CA|CFA|CFI|HL|PC|UKPC|UKSC|HCA|Ch|Fam|Admin|GC|dec\.|extracts|[A-Z][A-Za-z ]{1,28})\)|\s?\[GC\]"
    r"|,?\s\d{1,2}\s[A-Z][a-zé]{2,8}\s\d{4}|,?\sECHR\s\d{4}(?:-[IVX]{1,4})?(?:\s\(extracts\))?"
    r"|,?\sper\s[A-Z][\w.' ]{2,40}?(?=\sat\s)|,?\s\(?(?:as\s)?(?:cited\sabove|supra|above|précité)\)?){0,3}"
)
_PINNED = re.compile(rf"(?P<aside>{_ASIDE})\s?[,:;]?\s?(?P<words>{PARAGRAPHS}|{PAGES})", re.ASCII)
_OPENINGS = [(grammar, Strings(grammar.openings)) for grammar in GRAMMARS.values()]
_LINK = re.compile(
    r"\s?(?:,|and|or|&|,\sand|read\s(?:together\s)?with|及|和|และ|dan|và)\s?", re.ASCII
)
# Kinds of law that call their provisions paragraphs of a section, not paragraphs of a judgment.
_BY_PARAGRAPH = ("judgment",)


def phrases_in(folded: str) -> list[tuple[Phrase, Grammar]]:
    """Every phrase of every language that names provisions, in order, the longest first."""
    found = [
        (phrase, grammar)
        for grammar, openings in _OPENINGS
        for phrase in _of_grammar(grammar, openings, folded)
    ]
    return sorted(found, key=lambda pair: pair[0].start)


def _of_grammar(grammar: Grammar, openings: Strings, folded: str) -> Iterator[Phrase]:
    end = 0
    for start in openings.starts_in(folded):
        match = grammar.pattern.match(folded, start) if start >= end else None
        pins = tuple(grammar.read(match[0])) if match else ()
        if match and pins:
            yield Phrase(start, match.end(), pins)
            end = match.end()


def pin(drafts: Sequence[Draft], folded: str) -> list[tuple[Phrase, Grammar]]:
    """Join each citation with its provisions; returns the phrases that belong to none of them."""
    phrases = phrases_in(folded)
    free = [pair for pair in phrases if not _inside(pair[0], drafts)]
    for draft in drafts:
        if draft.kind in _BY_PARAGRAPH:
            _pin_paragraphs(draft, folded)
    pin_provisions([each for each in drafts if each.kind not in _BY_PARAGRAPH], free, folded)
    return [pair for pair in free if not _inside(pair[0], drafts)]


def pin_provisions(
    drafts: Sequence[Draft], free: list[tuple[Phrase, Grammar]], folded: str
) -> None:
    """Join works with the phrases that lead up to them, then with those that follow.

    What is joined is taken out of ``free``.
    """
    for before, draft in zip([None, *drafts], drafts, strict=False):
        _pin_before(draft, before, free, folded)
    for draft, after in zip_longest(drafts, drafts[1:]):
        _pin_after(draft, free, folded, after.start if after else len(folded))


def _inside(phrase: Phrase, drafts: Sequence[Draft]) -> bool:
    return any(draft.start <= phrase.start < draft.end for draft in drafts)


def _pin_paragraphs(draft: Draft, folded: str) -> None:
    match = _PINNED.match(folded, draft.end)
    if match:
        draft.end = match.end()
        draft.eids = [eid for eid in eids_of(match["words"]) if is_eid(eid)]


def _pin_before(
    draft: Draft, before: Draft | None, free: list[tuple[Phrase, Grammar]], folded: str
) -> None:
    """Take in the phrases that lead up to a work: section 5 and Schedule 1 of …"""
    for pair in reversed([each for each in free if each[0].end <= draft.start]):
        phrase, grammar = pair
        joint = _LINK if draft.pins else grammar.before
        if not joint.fullmatch(folded, phrase.end, draft.start):
            break
        if draft.pins and before and grammar.after.fullmatch(folded, before.end, phrase.start):
            break  # it follows another work at once: Cap. 115, s 38AA, s 5 of …
        draft.start = phrase.start
        draft.pins = [*phrase.pins, *draft.pins]
        free.remove(pair)


def _pin_after(draft: Draft, free: list[tuple[Phrase, Grammar]], folded: str, limit: int) -> None:
    """Take in the phrases that follow a work: Cap. 115, s 38AA."""
    for pair in [each for each in free if draft.end <= each[0].start < limit]:
        phrase, grammar = pair
        joint = grammar.after if not draft.pins else _LINK
        if not joint.fullmatch(folded, draft.end, phrase.start):
            break
        draft.pins = [*draft.pins, *phrase.pins]
        draft.end = phrase.end
        free.remove(pair)
        inside = folded[draft.start : draft.end]
        if inside.count("(") > inside.count(")") and folded[draft.end : draft.end + 1] == ")":
            draft.end += 1


def eids(draft: Draft) -> tuple[str, ...]:
    """The passages the citation points at, each once, in its order."""
    system = system_of_draft(draft)
    named = [eid_of(each, draft.kind, system) for each in draft.pins]
    return tuple(dict.fromkeys(filter(None, [*draft.eids, *named])))
