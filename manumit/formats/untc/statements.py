"""A page of reservations and declarations: each participant's words under its name."""

import re
from collections.abc import Iterator

from manumit.formats.types import Participation
from manumit.formats.untc.participants import read_participant

HEADING = "Declarations and reservations"
_NAME = re.compile(r"^#[ \t]*(?P<name>[^\n#]{1,200})$", re.MULTILINE)
_KIND = re.compile(r"\W{0,3}(?P<kind>declaration|reservation)s?\b[^:\n]{0,60}:", re.IGNORECASE)
_LOST = "the file holds the name alone, not what was said"
_OPEN = "the file does not say when it was made"


def read_statements(text: str) -> Iterator[Participation]:
    """Every participant with what it said, in order."""
    names = list(_NAME.finditer(text))
    ends = [found.start() for found in names[1:]] + [len(text)]
    for found, end in zip(names, ends, strict=True):
        yield _statement(found["name"], text[found.end() : end].strip())


def before_the_first(text: str) -> str:
    """What stands above the first name."""
    found = _NAME.search(text)
    return text[: found.start()].strip() if found else text.strip()


def _statement(name: str, words: str) -> Participation:
    party = read_participant(name)
    kind = _KIND.match(words)
    doubts = (party.doubt, _OPEN if words else _LOST)
    return Participation(
        party=party.name,
        code=party.code,
        column=HEADING,
        act=kind["kind"].lower() if kind else "",
        footnotes=party.footnotes,
        statement=words,
        doubt="; ".join(filter(None, doubts)),
    )
