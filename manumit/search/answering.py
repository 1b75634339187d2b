"""Answering a request with an engine: plan, execute, respell or loosen if need be, quote."""

from dataclasses import replace

from django.utils.translation import gettext as _

from manumit.library.types import SearchPassage
from manumit.search.plan import Plan
from manumit.search.port import Engine, Found, FoundWork
from manumit.search.query import LOOSENED, MOST, Intent, as_spelt, plan, vocabulary
from manumit.search.snippets import snippet
from manumit.search.types import Hit, PassageHit, SearchRequest, SearchResult, Widening

_FEW = 5  # works with all of the words: then a reader wants to see those with most of them too


def answer(engine: Engine, request: SearchRequest) -> SearchResult:
    """What the engine's index has for the request. Raises SearchUnavailable without an index.

    Where nothing has all of the words as they were typed, works with words spelt nearly so are
    given, else works with some of the words; the hint says which.
    """
    intent = plan(request, None if request.exact else vocabulary())
    return replace(_answer(engine, request, intent), dropped=intent.dropped)


def _answer(engine: Engine, request: SearchRequest, intent: Intent) -> SearchResult:
    found = engine.execute(intent.plan)
    if not found.total and intent.respelt:
        nearly = engine.execute(intent.respelt)
        if nearly.total:
            return _respelt(request, intent, nearly)
    if found.total < _FEW and intent.most:
        most = engine.execute(intent.most)
        if most.total > found.total:
            told = (*intent.remarks, str(MOST if found.total else LOOSENED))
            return replace(
                _result(request, intent.most, most, told), widened=_widened(intent, most)
            )
    if not found.total and intent.looser:
        loosely = engine.execute(intent.looser)
        if loosely.total:
            return _result(request, intent.looser, loosely, (*intent.remarks, str(LOOSENED)))
    result = _result(request, intent.plan, found, intent.remarks)
    return replace(result, widened=_widened(intent, found))


def _widened(intent: Intent, found: Found) -> tuple[Widening, ...]:
    """What was looked for by its other names too."""
    return () if found.as_typed else intent.widened


def _respelt(request: SearchRequest, intent: Intent, nearly: Found) -> SearchResult:
    """The works with words spelt nearly so, and the query as they spell it."""
    assert intent.respelt
    result = _result(request, intent.respelt, nearly, intent.remarks)
    meant = as_spelt(request.query, [_words_of(hit) for hit in result.hits])
    told = _("Nothing here has “%(typed)s” as it was typed.") % {"typed": request.query.strip()}
    return replace(result, hint=" ".join([*intent.remarks, told]), meant=meant)


def _words_of(hit: Hit) -> list[str]:
    """What was marked in a hit, and its title."""
    marked = (
        [piece.text for piece in hit.passage.snippet if piece.highlighted] if hit.passage else []
    )
    return [*marked, *hit.title.split()]


def _result(
    request: SearchRequest, made: Plan, found: Found, remarks: tuple[str, ...]
) -> SearchResult:
    return SearchResult(
        query=request.query,
        total=found.total,
        hits=tuple(_hit(made, work) for work in found.works),
        facets=found.facets(),  # after the quotations: meanwhile they are counted
        hint=" ".join(remarks),
    )


def _hit(made: Plan, work: FoundWork) -> Hit:
    return Hit(
        key=work.key,
        kind=work.kind,
        title=work.title,
        language=work.language,
        cited=work.cited,
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
