"""What analysis yields."""

from typing import NamedTuple

LONGEST_TERM = 100  # characters; what is longer is cut, on both sides alike


class Token(NamedTuple):
    """A term, where it stands among the terms, and the characters of the given text it is from.

    ``text[start:end]`` is what a highlight would mark.
    """

    term: str
    position: int
    start: int
    end: int
