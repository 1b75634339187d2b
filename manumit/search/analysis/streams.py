"""The streams of tokens that are indexed, looked for and highlighted."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from manumit.search.analysis import han, southeast, spaced
from manumit.search.analysis.scripts import SPACED, has_unspaced, runs
from manumit.search.analysis.tokens import LONGEST_TERM, Token


def analyse(text: str) -> list[Token]:
    """Every word of the text in order, with none left out; Han as single characters and pairs.

    Offsets are characters of ``text`` as given. A pair stands at the position of its first
    character.
    """
    return _words(text, singles=True)


def sought(text: str) -> list[Token]:
    """The words to look for: as ``analyse``, but Han only as pairs wherever there are two."""
    return _words(text, singles=False)


def clusters(text: str) -> list[Token]:
    """Pairs of neighbouring grapheme clusters of Thai, Lao, Burmese and Khmer, in order.

    Positions count clusters, so a part of a phrase cut anywhere between clusters is a phrase.
    """
    tokens: list[Token] = []
    if not has_unspaced(text):
        return tokens
    position = 0
    for kind, start, end in runs(text):
        if kind == "southeast":
            run = southeast.fold(text[start:end])
            spans = southeast.syllables(run)
            tokens += _pairs(run, spans, start, position)
            position += len(spans)
        else:
            position += 1
    return tokens


def spotted(text: str, wanted: Callable[[str], bool]) -> list[Token]:
    """Those tokens of ``analyse`` whose term is wanted: far quicker where they are few."""
    if has_unspaced(text):
        return [token for token in analyse(text) if wanted(token.term)]
    term = spaced.term
    return [
        Token(term(word[1]), number, *word.span(1))
        for number, word in enumerate(SPACED.finditer(text))
        if wanted(term(word[1]))
    ]


def spaced_terms(text: str) -> list[str] | None:
    """The terms of ``analyse``, faster, when they stand one after the other; else None."""
    if has_unspaced(text):
        return None
    return [spaced.term(word) for word in SPACED.findall(text)]


def _words(text: str, *, singles: bool) -> list[Token]:
    if not has_unspaced(text):
        found = enumerate(SPACED.finditer(text))
        return [Token(spaced.term(word[1]), number, *word.span(1)) for number, word in found]
    tokens: list[Token] = []
    position = 0
    for kind, start, end in runs(text):
        if kind == "spaced":
            tokens.append(Token(spaced.term(text[start:end]), position, start, end))
            position += 1
        elif kind == "han":
            characters = han.characters(text[start:end])
            tokens += _han(characters, start, position, singles=singles or len(characters) == 1)
            position += len(characters)
        else:
            words = _southeast(text[start:end], start, position)
            tokens += words
            position += len(words)
    return tokens


def _han(
    characters: list[tuple[str, int]], start: int, position: int, *, singles: bool
) -> Iterable[Token]:
    last = len(characters) - 1
    for number, (char, offset) in enumerate(characters):
        at = start + offset
        if singles:
            yield Token(char, position + number, at, at + 1)
        if number < last:
            following, further = characters[number + 1]
            yield Token(char + following, position + number, at, start + further + 1)


def _southeast(written: str, start: int, position: int) -> list[Token]:
    run = southeast.fold(written)
    return [
        _token(run, run.text[first:last], (first, last), start, position + number)
        for number, (first, last) in enumerate(southeast.words(run))
    ]


def _pairs(
    run: southeast.Run, spans: list[southeast.Span], start: int, position: int
) -> Iterable[Token]:
    for number, (one, two) in enumerate(pairwise(spans)):
        term = run.text[one[0] : two[1]]
        yield _token(run, term, (one[0], two[1]), start, position + number)


def _token(run: southeast.Run, term: str, span: southeast.Span, start: int, position: int) -> Token:
    first, last = run.back(*span)
    return Token(term[:LONGEST_TERM], position, start + first, start + last)
