"""The streams of tokens that are indexed, looked for and highlighted."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from manumit.search.analysis import han, southeast, spaced
from manumit.search.analysis.scripts import SPACED, has_unspaced, runs
from manumit.search.analysis.sighting import is_plain, sighted
from manumit.search.analysis.tokens import LONGEST_TERM, Token


class Wanted(NamedTuple):
    """Which terms are asked for, and whether a run of text may hold any of them.

    A run without spaces between its words is only cut into them where it may. ``beginnings`` are those
    (:func:`~manumit.search.analysis.sighting.beginning`) of all terms asked for; None: any.
    """

    term: Callable[[str], bool]
    within: Callable[[str], bool]
    beginnings: tuple[str, ...] | None = None


_ALL = Wanted(term=lambda _: True, within=lambda _: True)


def analyse(text: str) -> list[Token]:
    """Every word of the text in order, with none left out; Han as single characters and pairs.

    Offsets are characters of ``text`` as given. A pair stands at the position of its first
    character.
    """
    return _words(text, singles=True)


def sought(text: str) -> list[Token]:
    """The words to look for: as ``analyse``, but Han only as pairs wherever there are two."""
    return _words(text, singles=False)


def clusters(text: str, wanted: Wanted = _ALL) -> list[Token]:
    """Pairs of neighbouring grapheme clusters of Thai, Lao, Burmese and Khmer, in order.

    Positions count clusters, so a part of a phrase cut anywhere between clusters is a phrase; between
    two runs one is left out, so that pairs two places apart stand side by side. Only the ``wanted``
    ones are given, and then positions tell no more than what follows on what.
    """
    tokens: list[Token] = []
    if not has_unspaced(text):
        return tokens
    position = 0
    for kind, start, end in runs(text):
        if kind == "southeast":
            run = southeast.fold(text[start:end])
            if not wanted.within(run.text):
                position += len(run.text)  # whatever comes next does not follow on what was before
                continue
            spans = southeast.syllables(run)
            pairs = ((one[0], two[1]) for one, two in pairwise(spans))
            tokens += _southeast(run, pairs, start, position, wanted)
            position += len(spans) + 1
        else:
            position += 1
    return tokens


def spotted(text: str, wanted: Wanted) -> list[Token]:
    """Those tokens of ``analyse`` whose term is wanted: far quicker where they are few.

    Their positions tell what follows on what, and not how many words there are between.
    """
    if wanted.beginnings is not None and is_plain(text):
        return sighted(text, wanted.beginnings, wanted.term)
    return _words(text, singles=True, wanted=wanted)


def spaced_terms(text: str) -> list[str] | None:
    """The terms of ``analyse``, faster, when they stand one after the other; else None."""
    if has_unspaced(text):
        return None
    return [spaced.term(word) for word in SPACED.findall(text)]


def _words(text: str, *, singles: bool, wanted: Wanted = _ALL) -> list[Token]:
    if not has_unspaced(text):
        term_of = spaced.term
        return [
            Token(term_of(word[1]), number, *word.span(1))
            for number, word in enumerate(SPACED.finditer(text))
            if wanted.term(term_of(word[1]))
        ]
    tokens: list[Token] = []
    position = 0
    for kind, start, end in runs(text):
        if kind == "spaced":
            term = spaced.term(text[start:end])
            if wanted.term(term):
                tokens.append(Token(term, position, start, end))
            position += 1
        elif kind == "han":
            characters = han.characters(text[start:end])
            alone = singles or len(characters) == 1
            tokens += _han(characters, start, position, singles=alone, wanted=wanted)
            position += len(characters)
        else:
            run = southeast.fold(text[start:end])
            if not wanted.within(run.text) and any(map(str.isalpha, run.text)):
                position += len(run.text)
                continue
            spans = southeast.words(run)
            tokens += _southeast(run, spans, start, position, wanted)
            position += len(spans)
    return tokens


def _han(
    characters: list[tuple[str, int]],
    start: int,
    position: int,
    *,
    singles: bool,
    wanted: Wanted,
) -> Iterator[Token]:
    last = len(characters) - 1
    for number, (char, offset) in enumerate(characters):
        at = start + offset
        if singles and wanted.term(char):
            yield Token(char, position + number, at, at + 1)
        if number < last:
            following, further = characters[number + 1]
            if wanted.term(char + following):
                yield Token(char + following, position + number, at, start + further + 1)


def _southeast(
    run: southeast.Run, spans: Iterable[southeast.Span], start: int, position: int, wanted: Wanted
) -> Iterator[Token]:
    """A token for each span of a run that begins at ``start``."""
    for number, (first, last) in enumerate(spans):
        term = run.text[first:last][:LONGEST_TERM]
        if wanted.term(term):
            begin, end = run.back(first, last)
            yield Token(term, position + number, start + begin, start + end)
