"""Terms: one-line conditions on the answers, in three values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from manumit.guide.types import Answers, Truth

_OPPOSITE = {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.UNKNOWN: Truth.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Term:
    """A term taken apart: what it asks of, and whether of its opposite."""

    code: str
    option: str
    of_indication: bool
    negated: bool


def parse(text: str) -> Term:
    """Take a term apart; the guide's types have seen to its form."""
    bare = text.removeprefix("not ")
    code, _, option = bare.removeprefix("@").partition(".")
    return Term(code, option, bare.startswith("@"), bare != text)


def truth(text: str, answers: Answers, indicated: Callable[[str], Truth]) -> Truth:
    """What the answers say of a term; ``indicated`` answers for indications."""
    term = parse(text)
    if term.of_indication:
        found = indicated(term.code)
    elif term.option:
        found = _of_option(answers.get(term.code, frozenset()), term.option)
    else:
        found = answer_to(term.code, answers)
    return _OPPOSITE[found] if term.negated else found


def answer_to(question: str, answers: Answers) -> Truth:
    """The answer to a question: any option that is ticked is a yes."""
    given = answers.get(question, frozenset())
    if given - {Truth.NO, Truth.UNKNOWN}:
        return Truth.YES
    return Truth.NO if Truth.NO in given else Truth.UNKNOWN


def any_of(truths: Iterable[Truth]) -> Truth:
    """Yes if one is yes, no if all are no."""
    found = set(truths)
    if Truth.YES in found:
        return Truth.YES
    return Truth.UNKNOWN if Truth.UNKNOWN in found else Truth.NO


def _of_option(given: frozenset[str], option: str) -> Truth:
    """An option that stands unticked beside others is not known, not denied."""
    if option in given:
        return Truth.YES
    return Truth.NO if given == {Truth.NO} else Truth.UNKNOWN
