"""Where sentences end: so that two words can be asked for in one of them.

By their punctuation, in every script that has any. An abbreviation ends none: legal prose is full of
"v.", "No." and "art.". Thai, Lao, Khmer and Burmese text without a full stop is one sentence.
"""

import re

_SHORT = [
    "v",
    "vs",
    "c",
    "no",
    "nos",
    "art",
    "arts",
    "para",
    "paras",
    "s",
    "ss",
    "sec",
    "secs",
    "reg",
    "regs",
    "sch",
    "cl",
    "cap",
    "p",
    "pp",
    "vol",
    "ch",
    "pt",
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "hon",
    "lj",
    "jj",
    "j",
    "inc",
    "ltd",
    "co",
    "corp",
    "st",
    "cf",
    "eg",
    "ie",
    "etc",
    "al",
    "viz",
    "ibid",
    "op",
    "cit",
    "ed",
    "eds",
    "approx",
]
_END = re.compile(
    r"(?<=[.!?;])[\"”’)\]]*\s+(?=[\"“‘(\[]?[^\W_a-z])|(?<=[。！？；។၊။])[」』”’）]*\s*|\n+"
)
_ABBREVIATED = re.compile(rf"(?:^|[\s(\[])(?:{'|'.join(_SHORT)}|[A-Z]|\d{{1,3}})\.$", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of a text in order, without what is between them."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        before = text[max(start, end.start() - 12) : end.start()]
        if "\n" not in end.group() and _ABBREVIATED.search(before):
            continue
        found.append(text[start : end.end()].rstrip())
        start = end.end()
    found.append(text[start:])
    return [sentence for sentence in found if sentence.strip()]
