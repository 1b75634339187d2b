"""What others find in the same text. They are no part of Manumit: the extra ``bench`` brings them."""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from manumit.cli.bench.marked import Paragraph
from manumit.cli.bench.scoring import Score

Span = tuple[int, int]
PEERS = ("hkeyecite", "eyecite", "citeurl")


def spans_of(peer: str) -> Callable[[str], list[Span]] | None:
    """A function that gives the spans a peer finds in a text; None where it is not installed."""
    if find_spec(peer) is None:
        return None
    module = import_module(peer)
    if peer == "citeurl":
        citator = module.Citator()
        return lambda text: [cite.span for cite in citator.list_cites(text)]
    return lambda text: [_span(cite) for cite in module.get_citations(text)]


def _span(cite: Any) -> Span:
    return cite.span if isinstance(cite.span, tuple) else cite.span()


def score(samples: Iterable[Paragraph], found: Sequence[Sequence[Span]]) -> Score:
    """How many marked citations were touched at all, and how many findings touch one.

    Peers mark other stretches of a citation than we do, so touching is enough for them; and for
    us in the same line.
    """
    total = Score()
    for sample, spans in zip(samples, found, strict=True):
        total.there += len(sample.marks)
        total.found += len(spans)
        total.right += sum(
            any(mark.start < end and start < mark.end for start, end in spans)
            for mark in sample.marks
        )
    return total
