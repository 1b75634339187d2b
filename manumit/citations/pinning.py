"""Provisions and paragraphs joined to the work they are of."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from manumit.citations.drafts import Draft
from manumit.citations.finding import Openings, Taken
from manumit.citations.numbering import system_of_draft
from manumit.citations.paragraphs import AFTER_PAGES, BARE_PAGES, PAGES, PARAGRAPHS, eids_of
from manumit.citations.provisions import GRAMMARS, Grammar, Phrase
from manumit.citations.provisions.eids import eid_of
from manumit.reference import is_eid

# What may stand between a judgment's number and its pinpoint.
_ASIDE = (
    r"(?:\s?\([^()]{1,60}\)|\s?\[GC\]|,?[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}|\sand\s\d{1,3}\s[Oo]thers"
    r"|,?\s\d{1,2}\s[A-Z][a-z\u00e9]{2,8}\s\d{4}|,?\sECHR\s\d{4}(?:-[IVX]{1,4})?(?:\s\(extracts\))?"
    r"|,?\sJudge?ment|,?\spp?\.\s\d{1,4}(?:-\d{1,4})?|,?\sper\s[A-Z][\w.' ]{2,40}?(?=\sat\s)"
    r"|,?\s\(?(?:as\s)?(?:cited\sabove|supra|above|précité)\)?){0,4}"
)
_PINNED = re.compile(rf"(?P<aside>{_ASIDE})\s?[,:;]?\s?(?P<words>{PARAGRAPHS}|{PAGES})", re.ASCII)
_PAGED = re.compile(rf",\s(?P<words>{AFTER_PAGES}|{BARE_PAGES})", re.ASCII)
# Paragraph 1 *of the letter* is no paragraph of the work before it, nor section 5 *of the Act*.
_OF_SOMETHING = re.compile(
    r"\sof\s(?:the|that|this|his|her|their|its|our|an?)\s(?!judgment|decision|ruling|same)"
)
_PAGE = re.compile(r",?\s(?:at\s)?pp?\.\s?\d{1,4}(?:-\d{1,4})?", re.ASCII)
_COURT = re.compile(r"\s\((?:[A-Z][A-Za-z]{1,4})\)")  # (CA), (HL) after a report
_OPENINGS = Openings({name: grammar.openings for name, grammar in GRAMMARS.items()})
_LEADS = re.compile(r"\b(?:of|to|in|under)\b|แห่ง|ของ|ตาม|của|ng\b")
_LINK = re.compile(
    r"\s?(?:,|and|or|&|,\sand|(?:,\s)?(?:read\s(?:together\s)?|in\sconjunction\s)with|in\srelation\sto"
    r"|(?:of|to|in),?\s(?:and|or)|、|及|和|至|และ|dan|và)\s?",
    re.ASCII,
)
Phrases = list[tuple[Phrase, Grammar]]

# Only judgments are cited by paragraphs that stand after the number with a sign of their own.
_BY_PARAGRAPH = ("judgment",)


def phrases_in(folded: str) -> Phrases:
    """Every phrase of every language that names provisions, in order, the longest first."""
    found = [
        (phrase, GRAMMARS[name])
        for name, places in _OPENINGS.places_in(folded).items()
        for phrase in _of_grammar(GRAMMARS[name], places, folded)
    ]
    return sorted(found, key=lambda pair: pair[0].start)


def _of_grammar(grammar: Grammar, places: Sequence[int], folded: str) -> Iterator[Phrase]:
    end = 0
    for start in places:
        match = grammar.pattern.match(folded, start) if start >= end else None
        pins = tuple(grammar.read(match[0])) if match else ()
        if match and pins:
            yield Phrase(start, match.end(), pins)
            end = match.end()


def pin(drafts: list[Draft], folded: str) -> Phrases:
    """Join each citation with its provisions; returns the phrases that belong to none of them.

    A report between a number and its pinpoint becomes part of that citation and leaves the list.
    """
    drafts[:] = list(_with_paragraphs(drafts, folded))
    free = _outside(phrases_in(folded), drafts)
    pin_provisions([each for each in drafts if each.kind not in _BY_PARAGRAPH], free, folded)
    return _outside(free, drafts)


def pin_provisions(drafts: Sequence[Draft], free: Phrases, folded: str) -> None:
    """Join works with the phrases that lead up to them, then with those that follow.

    What is joined is taken out of ``free``.
    """
    for before, draft in zip([None, *drafts], drafts, strict=False):
        _pin_before(draft, before, free, folded)
    for draft, after in zip_longest(drafts, drafts[1:]):
        _pin_after(draft, free, folded, after.start if after else len(folded))
        _page(draft, folded)


def _outside(phrases: Phrases, drafts: Sequence[Draft]) -> Phrases:
    if not drafts or not phrases:
        return phrases
    taken = Taken((draft.start, draft.end) for draft in drafts)
    return [pair for pair in phrases if not taken.holds(pair[0].start, pair[0].start + 1)]


def _page(draft: Draft, folded: str) -> None:
    """A page of a publication belongs to its citation."""
    if draft.kind == "publication" and (match := _PAGE.match(folded, draft.end)):
        draft.end = match.end()


def _with_paragraphs(drafts: Sequence[Draft], folded: str) -> Iterator[Draft]:
    """The citations in order, judgments with their paragraphs; what those take in is left out."""
    end = 0
    for draft in drafts:
        if draft.start >= end:
            if draft.kind in _BY_PARAGRAPH:
                _pin_paragraphs(draft, folded)
            end = draft.end
            yield draft


def _pin_paragraphs(draft: Draft, folded: str) -> None:
    is_report = draft.format_kind == "report"
    match = _PINNED.match(folded, draft.end) or (is_report and _PAGED.match(folded, draft.end))
    if match and not _OF_SOMETHING.match(folded, match.end()):
        draft.end = match.end()
        draft.eids = [eid for eid in eids_of(match["words"]) if is_eid(eid)]
    elif is_report and (court := _COURT.match(folded, draft.end)):
        draft.end = court.end()


def _pin_before(draft: Draft, before: Draft | None, free: Phrases, folded: str) -> None:
    """Take in the phrases that lead up to a work: section 5 and Schedule 1 of …"""
    for pair in reversed([each for each in free if each[0].end <= draft.start]):
        phrase, grammar = pair
        joint = _LINK if draft.pins else grammar.before
        if not joint.fullmatch(folded, phrase.end, draft.start):
            break
        follows = before and grammar.after.fullmatch(folded, before.end, phrase.start)
        leads = _LEADS.search(folded, phrase.end, draft.start)
        if follows and not leads:
            break  # it belongs to the work before: Cap. 115, s 38AA, s 5 of …; ICCPR ข้อ 8 CEDAW
        draft.start = phrase.start
        draft.pins = [*phrase.pins, *draft.pins]
        free.remove(pair)


def _pin_after(draft: Draft, free: Phrases, folded: str, limit: int) -> None:
    """Take in the phrases that follow a work: Cap. 115, s 38AA."""
    for pair in [each for each in free if draft.end <= each[0].start < limit]:
        phrase, grammar = pair
        joint = grammar.after if not draft.pins else _LINK
        if not joint.fullmatch(folded, draft.end, phrase.start):
            break
        if _OF_SOMETHING.match(folded, phrase.end):
            break
        draft.pins = [*draft.pins, *phrase.pins]
        draft.end = phrase.end
        free.remove(pair)
        inside = folded[draft.start : draft.end]
        if inside.count("(") > inside.count(")") and folded[draft.end : draft.end + 1] == ")":
            draft.end += 1


def eids(draft: Draft, unit: str) -> tuple[str, ...]:
    """The passages the citation points at, each once, in its order; ``unit`` as for eid_of."""
    system = system_of_draft(draft)
    named = [eid_of(each, draft.kind, system, unit) for each in draft.pins]
    return tuple(dict.fromkeys(filter(None, [*draft.eids, *named])))
