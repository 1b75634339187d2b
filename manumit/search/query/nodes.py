"""From what a query says to what is looked for: terms, phrases, and how they stand together."""

from collections.abc import Callable, Iterable
from itertools import zip_longest

from manumit.search import analysis
from manumit.search.days import EARLIEST, LATEST, span
from manumit.search.plan import (
    NOTHING,
    AllOf,
    AnyOf,
    Days,
    Filter,
    Fuzzy,
    Named,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Stream,
    Term,
    Together,
    Widened,
)
from manumit.search.query import tree
from manumit.search.query.fields import FIELDS, range_of

LONGEST_PHRASE = 64  # terms
# What may follow the beginning of a word and be taken off again by stemming.
_ENDINGS = ("", "e", "s", "d", "ed", "ing", "on", "ion", "ions", "ation", "al", "ment", "er", "y")


def node(said: tree.Expression) -> Node:
    """What is looked for."""
    match said:
        case tree.InField(field, part):
            return _in_field(field, part)
        case tree.Near(left, right, within):
            return _near(left, right, within)
        case tree.Some(parts):
            return any_of(map(node, parts))
        case tree.Every(parts):
            return all_of(map(node, parts))
        case tree.Without(part):
            return Not(node(part))
        case tree.Widened(part, others):
            return Widened(node(part), tuple(map(phrase_of, others)))
        case _:
            return _leaf(said)


def _leaf(said: tree.Leaf) -> Node:
    match said:
        case tree.Words(text) | tree.Quoted(text):
            return phrase_of(text)
        case tree.Beginning(text):
            return _beginning(text)
        case tree.Spelt(text, edits):
            return any_of(map(_fuzzy(edits), _stems(text)))
        case tree.Between(_, first, last):
            return _days(first, last)


def loose(said: tree.Expression) -> list[Node]:
    """What a part of the query comes down to where not all of it can be had together."""
    if isinstance(said, tree.Widened):
        return loose(said.part)
    if isinstance(said, tree.Every):
        return [found for part in said.parts for found in loose(part)]
    if isinstance(said, tree.Words):
        tokens = analysis.sought(analysis.without_questions(said.text))
        telling = [token for token in tokens if token.term not in analysis.FUNCTIONAL]
        return [Term(token.term) for token in telling or tokens]
    return [node(said)]


def phrase_of(text: str) -> Node:
    """The words in a row; in scripts without spaces, by its words or by its syllables."""
    words = as_phrase(analysis.sought(text), "words")
    if not analysis.is_southeast(text):
        return words
    pairs = _side_by_side(analysis.clusters(text))
    return AnyOf((words, as_phrase(pairs, "clusters"))) if pairs else words


def _side_by_side(pairs: list[analysis.Token]) -> list[analysis.Token]:
    """Of pairs that overlap no more than tell of every syllable: each second one, and the last of a row.

    What an engine has to hold against one another is half as much.
    """
    kept: list[analysis.Token] = []
    for token, following in zip_longest(pairs, pairs[1:]):
        is_told = bool(kept) and kept[-1].position == token.position - 1
        is_last = following is None or following.position != token.position + 1
        if is_last or not is_told:
            kept.append(token)
    return kept


def as_phrase(tokens: list[analysis.Token], stream: Stream) -> Term | Phrase:
    """The tokens, one or more, each at its distance from the first."""
    first = tokens[0].position
    terms = tuple((token.position - first, token.term) for token in tokens[:LONGEST_PHRASE])
    return Phrase(terms, stream) if len(terms) > 1 else Term(terms[0][1], stream)


def all_of(parts: Iterable[Node]) -> Node:
    """Every part, each once."""
    distinct = tuple(dict.fromkeys(parts))
    if not distinct:
        return NOTHING
    alone = len(distinct) == 1 and not isinstance(distinct[0], Not)
    return distinct[0] if alone else AllOf(distinct)


def any_of(parts: Iterable[Node]) -> Node:
    """One part at least. What is excluded is so from everything."""
    distinct = tuple(
        dict.fromkeys(AllOf((part,)) if isinstance(part, Not) else part for part in parts)
    )
    return distinct[0] if len(distinct) == 1 else AnyOf(distinct)


def _fuzzy(edits: int) -> Callable[[str], Node]:
    return lambda term: Fuzzy(term, edits)


def _stems(word: str) -> list[str]:
    """The word's terms; of a long one also its beginning, for what is misspelt is stemmed amiss."""
    terms = [token.term for token in analysis.sought(word)]
    plain = word.lower()
    if plain.isalpha() and len(plain) >= len("prisoners"):
        terms.append(plain[: -len("ion")])
    return list(dict.fromkeys(terms))


def _beginning(text: str) -> Node:
    """Terms are stems: ``exploitati*`` is met by the stem "exploit", which does not begin so."""
    tokens = analysis.sought(text)
    last = tokens[-1]
    written = text[last.start : last.end].lower()
    plain = last.term if len(tokens) > 1 or not written.isascii() else written
    stems = {analysis.sought(plain + ending)[0].term for ending in _ENDINGS}
    shorter = sorted(stem for stem in stems if not stem.startswith(plain))
    whole: list[Node] = [Prefix(plain), *map(Term, shorter)]
    if len(tokens) == 1:
        return any_of(whole)
    return all_of([as_phrase(tokens[:-1], "words"), any_of(whole)])


def _days(first: str, last: str) -> Days:
    begin, end = span(first), span(last)
    return Days(begin.first if begin else EARLIEST, end.last if end else LATEST)


def _in_field(field: str, part: tree.Expression) -> Node:
    way, name = FIELDS[field]
    if way == "text":
        return Named("citation" if name == "citation" else "title", node(part))
    if way == "date":
        return _each(part, lambda text: _dated(field, text))
    return _each(part, lambda text: _value(name, text))


def _dated(field: str, text: str) -> Node:
    """A day in brackets or quotation marks; what is no day finds nothing."""
    found = range_of(field, text.strip())
    return _days(found.first, found.last) if found else NOTHING


def _value(facet: str, text: str) -> Node:
    return Filter(facet, (text.strip().lower(), text.strip()))


def _each(said: tree.Expression, make: Callable[[str], Node]) -> Node:
    """The same expression with every word in it made into a node of another kind."""
    match said:
        case tree.Words(text) | tree.Quoted(text) | tree.Beginning(text) | tree.Spelt(text):
            return make(text)
        case tree.Some(parts):
            return any_of(_each(part, make) for part in parts)
        case tree.Every(parts):
            return all_of(_each(part, make) for part in parts)
        case tree.Without(part):
            return Not(_each(part, make))
        case _:
            return node(said)


def _near(left: tree.Expression, right: tree.Expression, within: int | tree.Unit) -> Node:
    """Alternatives and lists in brackets are near when each of them is."""
    if within == "passage":
        both = (node(left), node(right))
        return Together(both, within) if all(map(_has_a_place, both)) else all_of(both)
    for one, other in ((left, right), (right, left)):
        match one:
            case tree.Some(parts):
                return any_of(_near(part, other, within) for part in parts)
            case tree.Every(parts):
                return all_of(_near(part, other, within) for part in parts)
            case tree.Near(_, last, _):
                return all_of([node(one), _near(last, other, within)])
    return _beside(left, right, within)


def _has_field(said: tree.Expression) -> bool:
    """Whether a field or a range stands anywhere in it."""
    match said:
        case tree.InField() | tree.Between():
            return True
        case tree.Near(left, right):
            return _has_field(left) or _has_field(right)
        case tree.Every(parts) | tree.Some(parts):
            return any(map(_has_field, parts))
        case tree.Without(part):
            return _has_field(part)
        case _:
            return False


def _beside(left: tree.Expression, right: tree.Expression, within: int | tree.Unit) -> Node:
    first, second = _in_a_row(left), _in_a_row(right)
    if first is None or second is None:  # a field or a range has no place in a text
        return all_of([node(left), node(right)])
    if isinstance(within, int):
        return Near(first, second, within)
    return Together((first, second), within)


def _has_a_place(part: Node) -> bool:
    """Whether it is about what stands in a text: a field or a range has no place there."""
    match part:
        case AllOf(parts) | AnyOf(parts) | Together(parts):
            return all(map(_has_a_place, parts))
        case Not(excluded):
            return _has_a_place(excluded)
        case _:
            return not isinstance(part, Named | Filter | Days)


def _in_a_row(said: tree.Expression) -> Term | Phrase | None:
    if isinstance(said, tree.Words | tree.Quoted):
        return as_phrase(analysis.sought(said.text), "words")
    return None
