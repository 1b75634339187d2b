"""What every engine reads from a work: the values of its facets, and the days it is of and holds."""

from manumit.library.types import SearchDocument, SearchPassage
from manumit.search.days import EARLIEST, LATEST, number
from manumit.search.names import whole_name
from manumit.search.plan import Days


def facets_of(document: SearchDocument) -> dict[str, list[str]]:
    """The values of the work under each facet, each once; facets without values are left out."""
    values = {
        "kind": (document.kind,),
        "jurisdiction": (document.system,),
        "forum": (document.forum,),
        "topic": document.topics,
        "year": (document.dated[:4],),
        "language": document.languages,
        "practice_area": document.practice_areas,
        "act": document.acts,
        "means": document.means,
        "purpose": document.purposes,
        "outcome": document.outcomes,
    }
    distinct = {
        facet: [code for code in dict.fromkeys(codes) if code] for facet, codes in values.items()
    }
    return {facet: codes for facet, codes in distinct.items() if codes}


def whole_names(document: SearchDocument) -> list[str]:
    """The names by which the whole of a query can mean the work.

    A name that two laws had is that of the one that holds.
    """
    titles = () if document.ended else (document.title, *document.titles)
    return list(dict.fromkeys(map(whole_name, titles)))


def is_dated(passage: SearchPassage) -> bool:
    """Whether the passage holds for some days only."""
    return passage.valid_from is not None or passage.valid_to is not None


def held(passage: SearchPassage) -> Days:
    """The days on which the passage holds: all, where it has no dates."""
    return Days(
        number(passage.valid_from) if passage.valid_from else EARLIEST,
        number(passage.valid_to) if passage.valid_to else LATEST,
    )


def all_held(document: SearchDocument) -> Days:
    """From the first to the last day on which any dated passage holds; all days without one."""
    spans = [held(passage) for passage in document.passages if is_dated(passage)]
    return Days(
        min((each.first for each in spans), default=EARLIEST),
        max((each.last for each in spans), default=LATEST),
    )
