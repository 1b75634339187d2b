"""Making eids: every name in a document once, well formed, no longer than allowed."""

import re

from manumit.reference import is_eid

_NOT_IN_A_NUMBER = re.compile(r"[^0-9A-Za-z.-]+")
_EDGES = re.compile(r"^[.-]+|[.-]+$|[.-](?=[.-])")
_LONGEST_NUMBER = 40


def clean_number(printed: str) -> str:
    """The number of an eid from a printed one: ``26A.`` gives ``26A``, ``(iv)`` gives ``iv``.

    Empty when no ASCII letter or digit is in it.
    """
    joined = _NOT_IN_A_NUMBER.sub("-", printed)
    return _EDGES.sub("", joined)[:_LONGEST_NUMBER].rstrip(".-")


class EidMaker:
    """Hands out eids for one document, each only once.

    Where a source repeats a number, the second gets ``-2``; ``repeated`` lists those.
    """

    def __init__(self) -> None:
        self._given: dict[str, int] = {}
        self.repeated: list[str] = []

    def make(self, parent: str | None, kind: str, printed_number: str) -> str:
        """A fresh eid for a provision of this kind and printed number under ``parent``."""
        number = clean_number(printed_number)
        step = f"{kind}_{number}" if number else kind
        wanted = f"{parent}__{step}" if parent else step
        if not is_eid(wanted):
            # Too deep or too long to be an address of its own: name it from the top.
            wanted = f"{kind}_x"
        times = self._given.get(wanted, 0) + 1
        self._given[wanted] = times
        if times == 1:
            return wanted
        self.repeated.append(wanted)
        joiner = "-" if number else "_x"
        return self.make_unique(f"{wanted}{joiner}", times)

    def make_unique(self, stem: str, start: int) -> str:
        """The first ``stem`` + count not yet given out, counting from ``start``."""
        count = start
        while f"{stem}{count}" in self._given:
            count += 1
        name = f"{stem}{count}"
        self._given[name] = 1
        return name
