"""The doors: authorities suggested for a situation told in prose, and packs of those picked.

Nothing of the prose is kept.
"""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from manumit.library import selectors as library
from manumit.research.finding import askers, citing, leading, tagging
from manumit.research.finding.asking import Rarity, asked
from manumit.research.finding.authorities import authorities
from manumit.research.finding.calling import services
from manumit.research.finding.fitness import Fitness
from manumit.research.finding.rankings import Fused, Ranking, fuse
from manumit.research.packing import pack
from manumit.research.reading.situation import LONGEST, read
from manumit.research.types import Reading, Suggestions
from manumit.research.wording import known_day, known_place, said
from manumit.search import selectors as search
from manumit.search.errors import SearchElsewhere

MOST = 100
__all__ = ["MOST", "known_day", "known_place", "pack", "said", "suggest"]


def suggest(
    text: str,
    *,
    today: date,
    where: str = "",
    jurisdiction: str = "",
    on: date | None = None,
    limit: int = 20,
) -> Suggestions:
    """Authorities for the situation, best first, and services to call.

    The text is read as a whole up to 20,000 characters, in memory, and forgotten: no word of it is
    logged, stored, put into a query of the database, or kept for the next time. ``jurisdiction`` and ``on``
    are read in it where they are not given; the place in ``where`` before all else, a part of the text that
    answers which place it is about. Raises NothingTold, UnknownJurisdiction and SearchUnavailable.
    """
    with search.forgetting():
        told = _readable(text)
        usual = settings.MANUMIT_HOME_JURISDICTIONS
        reading = read(
            told,
            where=_readable(where),
            jurisdiction=jurisdiction,
            on=on,
            today=today,
            usual=usual,
        )
        fitness = Fitness(reading)
        found, remarks = _found(told, reading, fitness)
        if len(text) > LONGEST:
            remarks.append(f"Only the first {LONGEST:,} characters were read.")
        return Suggestions(
            reading=reading,
            authorities=authorities(found[: min(limit, MOST)], fitness, told),
            services=services(reading, told, today),
            remarks=remarks,
        )


def _readable(text: str) -> str:
    """As much of it as is read, without half characters, which a terminal may hand over."""
    return text[:LONGEST].encode("utf-8", "replace").decode()


def _found(text: str, reading: Reading, fitness: Fitness) -> tuple[list[Fused], list[str]]:
    """Works in their order, and remarks on what could not be done."""
    rarity = Rarity(*library.tag_counts())
    remarks: list[str] = []
    rankings = [
        citing.cited(text),
        tagging.named(reading, rarity),
        leading.led(reading, rarity),
        leading.own_act(reading),
        askers.answering(text),
    ]
    try:
        rankings += asked(text, reading, rarity)
    except SearchElsewhere:
        remarks.append("The search engine runs elsewhere and was not asked: no text is sent there.")
    first = _fused(rankings, fitness)
    return _fused([*rankings, citing.applied(first), citing.applying(first)], fitness), remarks


def _fused(rankings: Sequence[Ranking], fitness: Fitness) -> list[Fused]:
    fitness.read({one.key for ranking in rankings for one in ranking.candidates})
    return [one for one in fuse(rankings, fitness) if fitness(one.key)]
