"""A pasted text or list held against the shelves: which of its citations the Centre knows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from manumit.citations import Citation, Register, asked_for, recognise
from manumit.library.models import Work
from manumit.library.selectors.register import register_for_readers

# held: known, under this name; other-name: the number is known, the case has another name here;
# ambiguous: it fits several works; not-held: the Centre does not have it; open: nothing in the
# text says what it refers to.
State = Literal["held", "other-name", "ambiguous", "not-held", "open"]

_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_NAMES = frozenset(
    {
        "the", "and", "others", "another", "state", "republic", "kingdom", "united", "secretary",
        "justice", "director", "people", "hksar", "department", "public", "prosecutor", "attorney",
        "general", "government", "minister", "commissioner", "board", "queen", "king", "regina",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """One citation and what is known of it: ``works`` are those held that it can mean."""

    citation: Citation
    state: State
    works: Sequence[Work]


def check_text(text: str) -> list[Checked]:
    """Every citation of the text, in order, with what the Centre knows of it.

    Only published works count as held. Nothing is said of citations that are not held but that.
    """
    known = register_for_readers()
    return _check(recognise(text, known), known)


def check_query(query: str) -> list[Checked]:
    """The same for what was typed into a search box, where nobody writes capitals."""
    known = register_for_readers()
    return _check(asked_for(query, known), known)


def _check(citations: Sequence[Citation], known: Register) -> list[Checked]:
    if not citations:
        return []
    keys = {key for each in citations for key in _keys(each, known)}
    works = Work.objects.published().select_related("system").in_bulk(keys, field_name="key")
    return [_checked(each, known, works) for each in citations]


def _keys(citation: Citation, known: Register) -> list[str]:
    keys = [citation.key] if citation.key else list(citation.candidates)
    return [key for key in keys if key in known]


def _checked(citation: Citation, known: Register, works: dict[str, Work]) -> Checked:
    held = [works[key] for key in _keys(citation, known) if key in works]
    return Checked(citation, _state(citation, held, known), held)


def _state(citation: Citation, held: Sequence[Work], known: Register) -> State:
    if len(held) > 1:
        return "ambiguous"
    if held:
        return "held" if _has_its_name(citation, known[held[0].key].names) else "other-name"
    names_nothing = citation.how == "short" and not (citation.key or citation.stem)
    return "open" if names_nothing and not citation.candidates else "not-held"


def _has_its_name(citation: Citation, names: Sequence[str]) -> bool:
    """Whether the name beside the number shares a word of a party with a name of the work."""
    said = _parties(citation.case_name)
    return not said or any(said & _parties(name) for name in names)


def _parties(name: str) -> set[str]:
    return set(_WORD.findall(name.casefold())) - _NO_NAMES
