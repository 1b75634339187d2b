"""From what was found to what is shown: titles, passages with their excerpts, reasons."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from manumit.base.day_words import day_text
from manumit.library.types import SearchPassage
from manumit.research.finding.fitness import Fitness
from manumit.research.finding.rankings import Fused
from manumit.research.reading.places import lands
from manumit.research.types import Authority, Pinned, Why
from manumit.search import selectors as search
from manumit.search.types import Fragment
from manumit.treaties import selectors as treaties

_MOST_WHYS = 3
_MOST_WORDS = 6
_WORDLESS = frozenset({"applied", "applying", "own"})
_FORCES = {
    "in-force": "in force since {begins}",
    "ended": "no longer in force: ended {ends}",
    "not-begun": "not in force before {begins}",
    "perhaps": "perhaps in force: began {begins}",
    "unknown": "",
}


def authorities(found: Iterable[Fused], fitness: Fitness, text: str) -> list[Authority]:
    """What was found, in its order."""
    shown = list(found)
    best = shown[0].score if shown else 1.0
    return [_authority(one, fitness, text, one.score / best) for one in shown]


def _authority(one: Fused, fitness: Fitness, text: str, score: float) -> Authority:
    work = fitness.works[one.key]
    passages = [_pinned(each, text) for each in one.best_passages()]
    return Authority(
        key=one.key,
        kind=work.kind,
        title=work.title,
        language=work.language,
        score=round(score, 4),
        passages=passages,
        why=[*_told(one.best_whys(_MOST_WHYS), passages), *_force(one.key, fitness)],
    )


def _pinned(passage: SearchPassage, text: str) -> Pinned:
    excerpt: Sequence[Fragment] = search.excerpt(passage.text, text) if passage.text else ()
    return Pinned(passage.eid, passage.label, passage.heading, passage.language, excerpt)


def _told(whys: Iterable[Why], passages: Sequence[Pinned]) -> Iterator[Why]:
    """The reasons, with the words that the best passage shares with the text."""
    for why in whys:
        words = _shared(passages) if why.kind == "words" else why.words
        if words or why.kind in _WORDLESS:
            yield Why(why.kind, words)


def _shared(passages: Sequence[Pinned]) -> str:
    marked = [
        part.text.casefold() for each in passages for part in each.excerpt if part.highlighted
    ]
    telling = [word for word in marked if word not in _words_of_lands()]
    return ", ".join(list(dict.fromkeys(telling))[:_MOST_WORDS])


@cache
def _words_of_lands() -> set[str]:
    """What every law of a land has in it is no reason."""
    return {word for name in lands() for word in (name.casefold(), *name.casefold().split())}


def _force(key: str, fitness: Fitness) -> Iterator[Why]:
    """Where a law or a treaty stands on the day."""
    work = fitness.works[key]
    if work.kind == "legislation":
        days = {"begins": day_text(work.commenced_on), "ends": day_text(work.repealed_on)}
        said = _FORCES[fitness.force(work)].format(**days)
        if said:
            yield Why("force", said)
    elif position := fitness.position(key):
        yield Why("force", treaties.reason(position))
