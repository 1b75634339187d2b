"""Answering a request with an engine: plan, execute, loosen if need be, quote."""

from dataclasses import replace

from manumit.library.types import SearchPassage
from manumit.search.plan import Plan
from manumit.search.port import Engine, Found, FoundWork
from manumit.search.query import LOOSENED, plan, vocabulary
from manumit.search.snippets import snippet
from manumit.search.types import Hit, PassageHit, SearchRequest, SearchResult


def answer(engine: Engine, request: SearchRequest) -> SearchResult:
    """What the engine's index has for the request. Raises SearchUnavailable without an index."""
    intent = plan(request, None if request.exact else vocabulary())
    made, found, remarks = intent.plan, engine.execute(intent.plan), intent.remarks
    if not found.total and intent.looser:
        loosely = engine.execute(intent.looser)
        if loosely.total:
            made, found, remarks = intent.looser, loosely, (*remarks, LOOSENED)
    return replace(_result(request, made, found, remarks), widened=intent.widened)


def _result(
    request: SearchRequest, made: Plan, found: Found, remarks: tuple[str, ...]
) -> SearchResult:
    return SearchResult(
        query=request.query,
        total=found.total,
        hits=tuple(_hit(made, work) for work in found.works),
        facets=found.facets,
        hint=" ".join(remarks),
    )


def _hit(made: Plan, work: FoundWork) -> Hit:
    return Hit(
        key=work.key,
        kind=work.kind,
        title=work.title,
        language=work.language,
        score=work.score,
        passage=_quoted(made, work.passage) if work.passage else None,
    )


def _quoted(made: Plan, passage: SearchPassage) -> PassageHit:
    return PassageHit(
        eid=passage.eid,
        label=passage.label,
        heading=passage.heading,
        language=passage.language,
        snippet=snippet(passage.text, made.match),
        valid_from=passage.valid_from,
        valid_to=passage.valid_to,
    )
