"""Citations as people type them into a box: in small letters, without stops, a bare number.

What stands in a judgment is recognised as it is written there; a reader on a phone writes neither
capitals nor full stops. The same recogniser reads what was typed, then what was most likely meant.
"""

import re
from collections.abc import Iterator

from manumit.citations.recognising import recognise
from manumit.citations.register import Register
from manumit.citations.types import Citation
from manumit.reference import fold

# "hkcfa 53" is HKCFA 53; "art 3" is no court.
_BEFORE_NUMBER = re.compile(r"(?<![^\W\d_])[a-z]{2,8}(?=\.?\s{0,3}(?:nos?\.?\s{0,3})?\d)")
_NO_SERIES = frozenset(
    {
        "art", "arts", "article", "articles", "part", "para", "paras", "paragraph", "paragraphs",
        "no", "nos", "section", "sections", "sec", "secs", "sched", "schedule", "rule", "rules",
        "reg", "regs", "chapter", "ch", "of", "in", "on", "and",
    }
)  # fmt: skip


def asked_for(query: str, register: Register) -> list[Citation]:
    """The citations of a query; where they lead to nothing held, those that were likely meant.

    A query that is nothing but the number of a work held is a citation of it.
    """
    first: list[Citation] = []
    for reading in _readings(query, register):
        found = recognise(reading, register)
        if any(_leads_somewhere(each, register) for each in found):
            return found
        first = first or found
    return _bare_number(query, register) or first


def _readings(query: str, register: Register) -> Iterator[str]:
    """What may have been meant, the most literal first; each once."""
    folded = fold(query)
    names = register.in_their_letters(folded)
    yield from dict.fromkeys([folded, names, _capitals(folded), _capitals(names), folded.upper()])


def _capitals(text: str) -> str:
    return _BEFORE_NUMBER.sub(
        lambda found: found[0] if found[0] in _NO_SERIES else found[0].upper(), text
    )


def _leads_somewhere(citation: Citation, register: Register) -> bool:
    keys = [citation.key] if citation.key else citation.candidates
    return any(key in register for key in keys)


def _bare_number(query: str, register: Register) -> list[Citation]:
    typed = query.strip()
    keys = register.with_number(typed) if any(char.isdigit() for char in typed) else []
    if not keys:
        return []
    alone = keys[0] if len(keys) == 1 else None
    return [
        Citation(
            start=0,
            end=len(query),
            text=typed,
            kind=register.kind(keys[0]),
            cite=typed,
            key=alone,
            candidates=() if alone else tuple(keys),
        )
    ]
