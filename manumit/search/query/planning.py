"""From a request to a plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.search import analysis
from manumit.search.days import EARLIEST, LATEST, span
from manumit.search.names import whole_name
from manumit.search.plan import (
    NOTHING,
    AllOf,
    AnyOf,
    Days,
    Everything,
    Filter,
    Most,
    Node,
    Phrase,
    Plan,
    leaves,
)
from manumit.search.query import tree
from manumit.search.query.everywhere import is_functional
from manumit.search.query.homes import homes
from manumit.search.query.nodes import as_phrase, loose, node
from manumit.search.query.parsing import read
from manumit.search.query.spelling import can_be_misspelt, edits_of
from manumit.search.query.thesaurus import Thesaurus
from manumit.search.types import DEEPEST, FACETS, MOST_HITS, SearchRequest, Widening

LOOSENED = gettext_lazy("No work has all of these words; these have some of them.")
MOST = gettext_lazy(
    "Few works have all of these words: after them come those that have most of them."
)
_MOST_ON_A_DAY = 6  # words, each of which is looked for in the texts of that day
_FEWEST = 3  # things asked for, from which on most of them can be enough


@dataclass(frozen=True, slots=True)
class Intent:
    """The plan; a looser one for when it finds nothing, if there is one; remarks for the reader.

    ``most`` asks for half of what is asked for, ``respelt`` allows each word to be spelt otherwise.
    ``widened`` is what was looked for by its other names too, ``dropped`` the words that were not
    asked of a work since every text has them.
    """

    plan: Plan
    looser: Plan | None
    respelt: Plan | None
    most: Plan | None
    remarks: tuple[str, ...]
    widened: tuple[Widening, ...] = ()
    dropped: tuple[str, ...] = ()


def plan(request: SearchRequest, thesaurus: Thesaurus | None = None) -> Intent:
    """What the request means. Whatever cannot be understood is left out with a remark.

    With a thesaurus, what stands side by side is looked for by its other names too.
    """
    reading = read(request.query)
    side_by_side = _side_by_side(reading.expression)
    widened = thesaurus.widened(side_by_side) if thesaurus else side_by_side
    if shortened := _too_many(request, widened):
        widened = _telling(widened)[:_MOST_ON_A_DAY]
    said = _together(_telling(widened)) if side_by_side else reading.expression
    strict = _plan(request, _match(request, said), side_by_side)
    strict = replace(strict, homes=_homes(request.query, side_by_side, thesaurus))
    looser = _any_of(widened, thesaurus)
    return Intent(
        plan=strict,
        looser=replace(strict, match=looser) if looser else None,
        respelt=_respelt(strict, side_by_side),
        most=_most(strict, _telling(widened)),
        remarks=(*reading.remarks, *shortened, *_oddities(request)),
        widened=tuple(_others(part) for part in widened if isinstance(part, tree.Widened)),
        dropped=_dropped(widened),
    )


def _too_many(request: SearchRequest, said: Sequence[tree.Expression]) -> list[str]:
    """That more is asked for than is looked for on a day; nothing where it is not."""
    if not request.on or len(_telling(said)) <= _MOST_ON_A_DAY:
        return []
    told = _("As the law stood on a day, only the first %(most)s words were looked for.")
    return [told % {"most": _MOST_ON_A_DAY}]


def _homes(
    query: str, said: Sequence[tree.Expression], thesaurus: Thesaurus | None
) -> tuple[str, ...]:
    return homes(query, thesaurus.languages_in(said)) if said and thesaurus else ()


def _telling(parts: Sequence[tree.Expression]) -> Sequence[tree.Expression]:
    """Without the words that every text has, unless there are no others."""
    return [part for part in parts if not is_functional(part)] or parts


def _dropped(parts: Sequence[tree.Expression]) -> tuple[str, ...]:
    """What ``_telling`` leaves out, as it was typed."""
    told = _telling(parts)
    left_out = [part.text for part in parts if isinstance(part, tree.Words) and part not in told]
    return tuple(dict.fromkeys(left_out))


def _most(strict: Plan, said: Sequence[tree.Expression]) -> Plan | None:
    """Half of the words asked for, all else as it was; None where that is too little to go by.

    Text without spaces is not counted in words: of it, any part is looked for in the end.
    """
    words = [part for part in said if isinstance(part, tree.Words | tree.Quoted | tree.Widened)]
    wanted = tuple(dict.fromkeys(map(node, words)))
    if len(wanted) < _FEWEST or any(map(_is_unspaced, words)):
        return None
    others = tuple(node(part) for part in said if part not in words)
    return replace(strict, match=AllOf((Most(wanted, -(-len(wanted) // 2), strict.match), *others)))


def _is_unspaced(part: tree.Expression) -> bool:
    return isinstance(part, tree.Words) and analysis.has_unspaced(part.text)


def _together(parts: Sequence[tree.Expression]) -> tree.Expression:
    return parts[0] if len(parts) == 1 else tree.Every(tuple(parts))


def _others(widened: tree.Widened) -> Widening:
    run = widened.part.parts if isinstance(widened.part, tree.Every) else (widened.part,)
    typed = " ".join(part.text for part in run if isinstance(part, tree.Words))
    return Widening(typed, widened.others)


def _match(request: SearchRequest, said: tree.Expression | None) -> Node:
    if said is not None:
        found = node(said)
        return AllOf((found,)) if isinstance(said, tree.Without) else found
    return NOTHING if request.query.strip() else Everything()


def _plan(request: SearchRequest, match: Node, said: Sequence[tree.Expression]) -> Plan:
    by_date = request.sort == "relevance" and not any(leaves(match))
    return Plan(
        match=match,
        whole=_whole(said),
        name=whole_name(request.query) if said else "",
        filters=_filters(request),
        days=_days(request),
        on=request.on,
        sort="newest" if by_date else request.sort,
        limit=max(0, min(request.limit, MOST_HITS)),
        offset=max(0, min(request.offset, DEEPEST)),
    )


def _side_by_side(said: tree.Expression | None) -> Sequence[tree.Expression]:
    """What stands in the query without a word between; nothing where operators were written."""
    if isinstance(said, tree.Every):
        return () if said.said else said.parts
    return () if said is None else (said,)


def _any_of(said: Sequence[tree.Expression], thesaurus: Thesaurus | None) -> Node | None:
    """Any word of those asked for, all else as it was; None if that is no looser.

    What is known by other names counts under those too, in text without spaces wherever it stands.
    """
    words = [
        part
        for part in said
        if isinstance(part, tree.Words | tree.Quoted | tree.Spelt | tree.Widened)
    ]
    wanted = tuple(dict.fromkeys(found for part in words for found in loose(part)))
    if len(wanted) <= 1:
        return None
    if thesaurus:
        wanted += tuple(map(node, _named_in(words, thesaurus)))
    others = tuple(node(part) for part in said if part not in words)
    return AllOf((AnyOf(wanted), *others))


def _named_in(words: Sequence[tree.Expression], thesaurus: Thesaurus) -> Iterator[tree.Widened]:
    """What among these words, or within them, has other names."""
    for part in words:
        if isinstance(part, tree.Widened):
            yield part
        elif isinstance(part, tree.Words) and analysis.has_unspaced(part.text):
            yield from thesaurus.within(analysis.without_questions(part.text))


def _respelt(strict: Plan, said: Sequence[tree.Expression]) -> Plan | None:
    """The same with each word allowed another spelling; None where no word can be misspelt."""
    parts = list(map(_otherwise, said))
    if parts == list(said):
        return None
    return replace(strict, match=node(_together(parts)), whole=None)


def _otherwise(part: tree.Expression) -> tree.Expression:
    if isinstance(part, tree.Words) and can_be_misspelt(part):
        return tree.Spelt(part.text, edits_of(part.text))
    return part


def _whole(said: Sequence[tree.Expression]) -> Phrase | None:
    """The words of the query in a row."""
    texts = [part.text for part in said if isinstance(part, tree.Words | tree.Quoted)]
    tokens = analysis.sought(" ".join(texts))
    phrase = as_phrase(tokens, "words") if tokens else None
    return phrase if isinstance(phrase, Phrase) else None


def _filters(request: SearchRequest) -> tuple[Filter, ...]:
    return tuple(
        Filter(facet, tuple(_clean(value) for value in request.filters[facet]))
        for facet in FACETS
        if request.filters.get(facet)
    )


def _clean(value: str) -> str:
    """Without what no engine can encode."""
    return value.encode("utf-8", "replace").decode()


def _days(request: SearchRequest) -> Days | None:
    first, last = span(request.date_from), span(request.date_to)
    if first is None and last is None:
        return None
    return Days(first.first if first else EARLIEST, last.last if last else LATEST)


def _oddities(request: SearchRequest) -> list[str]:
    """What in the request, apart from the query, is ignored."""
    remarks = [
        _("“%(facet)s” cannot be filtered by.") % {"facet": facet}
        for facet in request.filters
        if facet not in FACETS
    ]
    remarks += [
        _("“%(typed)s” is not a date such as 2019, 2019-05 or 2019-05-31.") % {"typed": dated}
        for dated in (request.date_from, request.date_to)
        if dated.strip() and span(dated) is None
    ]
    if request.offset > DEEPEST:
        remarks.append(
            _("Only the first %(most)s hits can be paged through.") % {"most": f"{DEEPEST:,}"}
        )
    return remarks
