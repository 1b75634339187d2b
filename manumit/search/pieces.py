"""Cutting a long passage into parts that can be quoted.

A judgment without paragraphs is one passage of a hundred pages; its parts are ranked each on its
own, and only a part is read again to highlight it.
"""

import re
from collections.abc import Iterator

LENGTH = 2_000  # characters that a part has at most
_ENDS = (re.compile(r"\n\s*"), re.compile(r"[.;:?!]\s+|[。；！？။៕។]\s*"), re.compile(r"\s+"))


def pieces(text: str) -> Iterator[str]:
    """The text in order and complete, cut after a paragraph, else a sentence, else a word."""
    start = 0
    while len(text) - start > LENGTH:
        end = _cut(text, start)
        yield text[start:end]
        start = end
    yield text[start:]


def _cut(text: str, start: int) -> int:
    """Where the next part ends: as late as can be in the second half of the longest."""
    for end in _ENDS:
        cuts = [found.end() for found in end.finditer(text, start + LENGTH // 2, start + LENGTH)]
        if cuts:
            return cuts[-1]
    return start + LENGTH
