"""What in a text may tell who a person is: found and shown, never decided on by a program."""

from collections.abc import Iterator

from manumit.contributions.personal.names import names_in
from manumit.contributions.personal.numbers import numbers_in
from manumit.contributions.personal.rare import rare_combinations
from manumit.contributions.personal.types import Detail

__all__ = ["Detail", "names_in", "numbers_in", "personal_details", "rare_combinations"]


def personal_details(text: str) -> list[Detail]:
    """Names, identity numbers, telephone numbers and e-mail addresses, in their order.

    Where two overlap, the one that begins first stands, the longer one first.
    """
    found = sorted(_all(text), key=lambda one: (one.start, -one.end))
    kept: list[Detail] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _all(text: str) -> Iterator[Detail]:
    yield from numbers_in(text)
    yield from names_in(text)
