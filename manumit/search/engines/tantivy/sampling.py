"""Samples of the works, one inside the other: half of them, a quarter, and so on.

A work is in them by its key alone, so a sample stays as the library grows, and no kind or country
is nearer to it than another. Counting what a quarter of a million works share takes longer than
finding them; of three thousand or more, a share of one in a hundred is right to a fifth.
"""

from collections.abc import Iterable, Iterator

import tantivy

_SMALLEST = 8  # one work in 256
_ENOUGH = 3_000  # works to count among, at least
_FEW = 12_000  # works are all counted
_TELLING = 2_000  # works among which it can be told whether there are few


def samples_of(number: int) -> Iterator[str]:
    """The samples that a work with this number for a key is in, as the index has them."""
    for halvings in range(1, _SMALLEST + 1):
        if number % 2**halvings:
            return
        yield str(halvings)


def in_sample(numbers: Iterable[int], halvings: int) -> list[int]:
    """Those of the numbers whose works are in the sample; all of them for no halvings."""
    return [number for number in numbers if not number % 2**halvings]


def halvings_for(works: int) -> int:
    """How often so many works can be halved and there are enough to count among; 0 is all of them."""
    if works < _FEW:
        return 0
    return min(_SMALLEST, (works // _ENOUGH).bit_length() - 1)


def halvings_to_tell(works: int) -> int:
    """How often so many works can be halved and it can be told about how many there are of some of them."""
    if works < _FEW:
        return 0
    return min(_SMALLEST, (works // _TELLING).bit_length() - 1)


def among(query: tantivy.Query, halvings: int, schema: tantivy.Schema) -> tantivy.Query:
    """What the query matches in the sample; of all works for no halvings."""
    if not halvings:
        return query
    sampled = tantivy.Query.term_query(schema, "sample", str(halvings))
    both = [(tantivy.Occur.Must, sampled), (tantivy.Occur.Must, query)]
    return tantivy.Query.boolean_query(both)


def estimate(count: int, halvings: int) -> int:
    """What a count in the sample stands for, to two digits: it is no more exact than that."""
    return int(float(f"{count << halvings:.2g}"))
