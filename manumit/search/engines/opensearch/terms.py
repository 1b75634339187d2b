"""Our terms as one text that OpenSearch takes apart again, each at its own position.

Terms have no blanks and no bars in them. A blank leads to the next position, a bar stands between
terms of one position (``人|人口``), and a bar alone is a position that has none.
"""

from collections.abc import Iterable
from typing import Any

from manumit.search.analysis import Token

BAR = "|"
ANALYSIS: dict[str, Any] = {
    "filter": {
        "each_of_a_position": {
            "type": "pattern_capture",
            "preserve_original": False,
            "patterns": ["([^|]+)"],
        },
        "gaps": {"type": "stop", "stopwords": [BAR]},
    },
    "analyzer": {
        "terms": {
            "type": "custom",
            "tokenizer": "whitespace",
            "filter": ["each_of_a_position", "gaps"],
        }
    },
}


def written(terms: Iterable[tuple[int, str]]) -> str:
    """Terms with their positions, in the order of these, as one text."""
    places: list[str] = []
    for position, term in terms:
        if position < len(places):
            places[position] += BAR + term
        else:
            places += [BAR] * (position - len(places))
            places.append(term)
    return " ".join(places)


def of_tokens(tokens: Iterable[Token]) -> str:
    """Tokens of a text as one text."""
    return written((token.position, token.term) for token in tokens)
