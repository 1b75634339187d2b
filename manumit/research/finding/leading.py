"""Works that were made for a matter, as those who know the field name them."""

from collections import defaultdict
from collections.abc import Iterator

from manumit.reference import kind_of, system_of, systems
from manumit.research.finding.asking import Rarity, weight_of
from manumit.research.finding.rankings import Candidate, Ranking
from manumit.research.types import Reading, Why
from manumit.research.words import words

_WEIGHT, _K = 3.0, 10
_OWN_ACT = 2.0
_TRAFFICKING = "trafficking"


def led(reading: Reading, rarity: Rarity) -> Ranking:
    """Those of the matters told of, worth more the more of these they were made for."""
    worth: dict[str, float] = defaultdict(float)
    told: dict[str, str] = {}
    for spoken in reading.matters:
        for key in _made_for(spoken.code, reading):
            worth[key] += weight_of(spoken, rarity)
            told.setdefault(key, spoken.words)
    rows = [Candidate(key, each, None, Why("matter", told[key])) for key, each in worth.items()]
    return Ranking(_WEIGHT, _K, rows)


def own_act(reading: Reading) -> Ranking:
    """The law that the land made against trafficking: wanted there whatever is told, and seldom named by who asks."""
    rows = [
        Candidate(key, 1.0, None, Why("own", ""))
        for key in _listed("leading", _TRAFFICKING)
        if system_of(key) == reading.place.code
    ]
    return Ranking(_OWN_ACT, _K, rows)


def reaching(reading: Reading) -> frozenset[str]:
    """Law of other lands that reaches whoever deals with them, in a matter that is told of."""
    return frozenset(key for one in reading.matters for key in _listed("reaching", one.code))


def _made_for(matter: str, reading: Reading) -> Iterator[str]:
    yield from _listed("reaching", matter)
    near = {reading.place.code, *reading.elsewhere}
    for key in _listed("leading", matter):
        code = system_of(key)
        # A judgment may persuade anywhere; the law of a land is for that land.
        if code in near or systems()[code].kind == "system" or kind_of(key) == "judgment":
            yield key


def _listed(part: str, matter: str) -> tuple[str, ...]:
    return tuple(words("leading")[part].get(matter, ()))
