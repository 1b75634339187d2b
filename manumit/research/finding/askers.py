"""Works that answer people who write in such words: records speak of law, and people of what happened to them."""

from functools import cache

from manumit.research.finding.asking import without_sums
from manumit.research.finding.rankings import Candidate, Ranking
from manumit.research.reading.places import lands
from manumit.research.types import Why
from manumit.research.words import written_for
from manumit.search.selectors import Likeness

_WEIGHT, _K = 4.5, 10


def answering(text: str) -> Ranking:
    """Works by how like the text is to what people write who need them."""
    found = _lines().to(without_sums(text))
    return Ranking(
        _WEIGHT, _K, [Candidate(one.key, one.worth, None, Why("asker", one.line)) for one in found]
    )


@cache
def _lines() -> Likeness:
    # Two people of one land need not tell the same: whose law is asked for is read elsewhere.
    return Likeness(written_for(), but=lands())
