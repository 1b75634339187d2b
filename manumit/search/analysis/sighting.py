"""Finding a few terms in a text without cutting all of it into words.

Cutting a page of law into words takes Python a tenth of a millisecond, and a page of hits quotes twenty
of them. Where a text is written with spaces and without accents, a word can only have a wanted term
where it begins like it, and that is found at the speed of memory.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from manumit.search.analysis import spaced
from manumit.search.analysis.scripts import SPACED
from manumit.search.analysis.tokens import Token

_PLAIN = re.compile(r"[\x00-\x7f\u00a0§¶©®°·–—‘’“”•…€£]*")
_FROM_YING = re.compile("[a-z]ie")  # dying has the stem die, and vying would have vie
_QUOTES = "'’"
_AFTER_QUOTE = re.compile(r"s(?!\w)")


def is_plain(text: str) -> bool:
    """Whether the text's letters are all of ASCII: such a word begins as its term does."""
    return text.isascii() or _PLAIN.fullmatch(text) is not None


def beginning(term: str) -> str:
    """With what every word in a plain text begins that has this term, or one that goes on like it.

    English stems keep all but their last letter of the word; numbers and the like are no stems.
    """
    if not (term.isascii() and term.isalpha()):
        return term
    return term[:1] if _FROM_YING.fullmatch(term) else term[:-1] or term


def sighted(text: str, beginnings: Iterable[str], wanted: Callable[[str], bool]) -> list[Token]:
    """The wanted terms among those that begin so, in a plain text and in order.

    Their positions tell what follows on what, and not how many words there are between.
    """
    tokens: list[Token] = []
    folded = text.lower()
    position = end = 0
    for start in sorted({at for each in beginnings for at in _words_with(each, folded)}):
        word = SPACED.match(text, start)
        if word is None or _is_possessive(text, start):
            continue
        term = spaced.term(word[1])
        if wanted(term):
            position += 2 if SPACED.search(text, end, start) else 1
            tokens.append(Token(term, position, *word.span(1)))
            end = word.end()
    return tokens


def _words_with(first: str, folded: str) -> Iterator[int]:
    """Where words begin that begin so."""
    at = folded.find(first)
    while at >= 0:
        if not at or not folded[at - 1].isalnum():
            yield at
        at = folded.find(first, at + 1)


def _is_possessive(text: str, start: int) -> bool:
    """Whether the s here is the end of the word before its quote, as in court's."""
    if not _AFTER_QUOTE.match(text, start) or start < 2:
        return False
    after_a_word = text[start - 1] in _QUOTES and text[start - 2].isalnum()
    return after_a_word and not _is_possessive(text, start - 2)
