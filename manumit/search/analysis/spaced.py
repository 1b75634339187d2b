"""Terms of words written with spaces: lower case, without accents, stemmed as English."""

import unicodedata
from functools import lru_cache

import Stemmer

from manumit.search.analysis.tokens import LONGEST_TERM

_ENGLISH = Stemmer.Stemmer("english", 0)
# Letters that Unicode does not take apart into a base and an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


@lru_cache(maxsize=200_000)
def term(word: str) -> str:
    """The term of one word; the same word gives the same term in any text."""
    folded = word.lower() if word.isascii() else _fold(word)
    folded = folded[:LONGEST_TERM]
    return str(_ENGLISH.stemWord(folded)) if folded.isascii() and folded.isalpha() else folded


def forget() -> None:
    """Keep no word that was read."""
    term.cache_clear()


def _fold(word: str) -> str:
    """Without case and accents, with the digits 0 to 9, whatever script they were written in."""
    apart = unicodedata.normalize("NFKD", word.casefold()).translate(_PLAIN)
    kept = "".join(_digit(char) for char in apart if not _dropped(char))
    return unicodedata.normalize("NFC", kept) or word


def _dropped(char: str) -> bool:
    """Accents, spaces and format characters; the vowel signs of Indic and Arabic letters stay."""
    return (
        "\u0300" <= char <= "\u036f" or char.isspace() or unicodedata.category(char) in ("Cf", "Cc")
    )


def _digit(char: str) -> str:
    return str(unicodedata.digit(char)) if char.isdecimal() and not char.isascii() else char
