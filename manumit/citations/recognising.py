"""A text read from beginning to end, paragraph by paragraph."""

import re
from collections.abc import Iterator

from manumit.citations.american import reported
from manumit.citations.drafts import Draft
from manumit.citations.joining import join
from manumit.citations.naming import named
from manumit.citations.numbering import numbered
from manumit.citations.pinning import eids, pin
from manumit.citations.register import Register
from manumit.citations.shortforms import Memory
from manumit.citations.types import Citation, Context
from manumit.reference import fold

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LONGEST = 4_000  # characters read at once; a longer paragraph is cut at a sentence
_SENTENCE = re.compile(r"(?<=[a-z)\]]{3})[.;]\s(?=[A-Z(\"])|。")


def recognise(
    text: str, register: Register | None = None, context: Context | None = None
) -> list[Citation]:
    """Every citation in the text, in order, with offsets in characters of the text as given.

    Reads in time linear to the text. A citation of the work whose text it is (``context.key``)
    is left out. Nothing is guessed: what fits two works has both as candidates.
    """
    register, context = register or Register(), context or Context()
    memory = Memory(register, context)
    folded = fold(text)
    return [
        citation
        for start, end in _paragraphs(folded)
        for citation in _read(text, folded[start:end].replace("\n", " "), start, memory)
        if not _is_itself(citation, context.key)
    ]


def _is_itself(citation: Citation, key: str) -> bool:
    """Whether a text cites itself, or gives the number of its own case."""
    if not key or (citation.key and citation.key != key):
        return False
    own_case = bool(citation.stem) and key.startswith(f"{citation.stem}/")
    return citation.key == key or key in citation.candidates or own_case


def _read(text: str, folded: str, offset: int, memory: Memory) -> Iterator[Citation]:
    register, context = memory.register, memory.context
    numbers = numbered(folded, register, context)
    numbers += reported(folded, numbers, register)
    drafts = join(numbers, named(folded, register, context), folded, register)
    free = pin(drafts, folded)
    drafts = memory.read_on(drafts, free, folded)
    for draft in drafts:
        if draft.format_kind == "abbreviation" and not _is_meant(draft, folded):
            continue
        yield _citation(text, draft, offset, register.unit(draft.key))


def _citation(text: str, draft: Draft, offset: int, unit: str) -> Citation:
    start, end = offset + draft.start, offset + draft.end
    return Citation(
        start=start,
        end=end,
        text=text[start:end],
        kind=draft.kind,
        cite=draft.cite,
        key=draft.key,
        stem=draft.stem,
        pinpoints=eids(draft, unit),
        candidates=draft.candidates,
        how=draft.how,
        case_name=draft.case_name,
    )


def _is_meant(draft: Draft, folded: str) -> bool:
    """Whether three capital letters are a treaty here: with a provision, or called *the*."""
    beside = folded[max(0, draft.start - 4) : draft.end]
    return bool(draft.pins) or (beside.lower().startswith("the "))


def _paragraphs(folded: str) -> Iterator[tuple[int, int]]:
    start = 0
    for blank in _BLANK_LINE.finditer(folded):
        yield from _pieces(folded, start, blank.start())
        start = blank.end()
    yield from _pieces(folded, start, len(folded))


def _pieces(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = _cut(folded, start + _LONGEST // 2, start + _LONGEST)
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def _cut(folded: str, first: int, last: int) -> int:
    """Where to part what is too long: after a sentence, else a line, else a word."""
    if stop := _SENTENCE.search(folded, first, last):
        return stop.end()
    for sign in "\n ":
        place = folded.rfind(sign, first, last)
        if place >= 0:
            return place + 1
    return last
