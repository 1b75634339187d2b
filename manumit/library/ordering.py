"""The order in which passages of a work are read."""

from collections.abc import Iterable, Sequence

from manumit.reference import natural_key, parent_of


def reading_order(eids: Iterable[str], printed: Sequence[str]) -> list[str]:
    """Every eid once, in reading order.

    ``printed`` is the order of an imported text, which is followed. What the text does not list
    on its own (a paragraph of an article) follows its nearest ancestor that it does list; the
    rest counts up naturally at the end; what counts alike (``art_1``, ``chp_1``) goes by its letters.
    """
    rank = {eid: number for number, eid in enumerate(printed)}
    wanted = {*eids, *printed}
    return sorted(wanted, key=lambda eid: (_place(eid, rank), natural_key(eid), eid))


def _place(eid: str, rank: dict[str, int]) -> float:
    """The rank of the eid or its nearest listed ancestor; after everything when there is none."""
    step: str | None = eid
    while step is not None:
        if step in rank:
            return rank[step]
        step = parent_of(step)
    return float("inf")
