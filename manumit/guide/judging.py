"""From answers to an outcome. Pure: no database, no clock, nothing kept."""

from collections.abc import Iterable, Iterator

from manumit.guide import terms
from manumit.guide.types import (
    Answers,
    Element,
    ElementOutcome,
    Guide,
    Indication,
    IndicationOutcome,
    Outcome,
    Question,
    State,
    Statement,
    Truth,
    View,
    ViewOutcome,
)

_FURTHEST = (State.INDICATED, State.OPEN, State.UNANSWERED, State.RULED_OUT)
_AS_TRUTH = {State.INDICATED: Truth.YES, State.RULED_OUT: Truth.NO}


def judge(guide: Guide, answers: Answers) -> Outcome:
    """What these answers are indications of, what is missing, and what follows."""
    return _Bench(guide, answers).outcome()


class _Bench:
    """One guide and one set of answers; remembers each indication once it is worked out."""

    def __init__(self, guide: Guide, answers: Answers) -> None:
        self._guide = guide
        self._answers = answers
        self._named = {each.code: each for each in guide.indications}
        self._states: dict[str, State] = {}

    def outcome(self) -> Outcome:
        indications = tuple(self._indication(each) for each in self._guide.indications)
        return Outcome(
            indications=indications,
            follows=tuple(self._holding(self._guide.consequences)),
            would_follow=tuple(self._pending(self._guide.consequences)),
            laws=tuple(
                each
                for each in self._guide.laws
                if self._holds(each) is Truth.YES or self._may_hold(each)
            ),
            ask_next=tuple(self._ask_next(indications)),
        )

    def _indication(self, indication: Indication) -> IndicationOutcome:
        views = tuple(self._view(view) for view in indication.views)
        notes = tuple(self._holding(indication.notes))
        return IndicationOutcome(indication, self._state(indication.code), views, notes)

    def _state(self, code: str) -> State:
        if code not in self._states:
            reached = {self._view(view).state for view in self._named[code].views}
            self._states[code] = next(state for state in _FURTHEST if state in reached)
        return self._states[code]

    def _view(self, view: View) -> ViewOutcome:
        elements = tuple(self._element(each) for each in view.elements)
        taken_away = terms.any_of(map(self._truth, view.unless)) is Truth.YES
        return ViewOutcome(view, _state_of(elements, taken_away=taken_away), elements)

    def _element(self, element: Element) -> ElementOutcome:
        found = terms.any_of(map(self._truth, element.any))
        shown = tuple(self._shown_by(element)) if found is Truth.YES else ()
        return ElementOutcome(element, found, shown)

    def _shown_by(self, element: Element) -> Iterator[str]:
        """In words: the options that were ticked, the indications that it rests on."""
        for text in element.any:
            term = terms.parse(text)
            if self._truth(text) is not Truth.YES or term.negated:
                continue
            if term.of_indication:
                yield self._named[term.code].name
            else:
                yield from self._ticked(self._guide.question(term.code), term.option)

    def _ticked(self, question: Question, only: str) -> Iterator[str]:
        given = self._answers.get(question.code, frozenset())
        wanted = given & {only} if only else given
        yield from (option.says for option in question.options if option.code in wanted)

    def _truth(self, text: str) -> Truth:
        return terms.truth(text, self._answers, self._indicated)

    def _indicated(self, code: str) -> Truth:
        return _AS_TRUTH.get(self._state(code), Truth.UNKNOWN)

    def _holds(self, statement: Statement) -> Truth:
        if terms.any_of(map(self._truth, statement.unless)) is Truth.YES:
            return Truth.NO
        return terms.any_of(map(self._truth, statement.when))

    def _holding(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        return (each for each in statements if self._holds(each) is Truth.YES)

    def _pending(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        return (each for each in statements if self._may_hold(each))

    def _may_hold(self, statement: Statement) -> bool:
        """Whether it waits for an indication that some answers already point to."""
        named = [terms.parse(text) for text in statement.when]
        open_ones = [one for one in named if one.of_indication and self._is_open(one.code)]
        return self._holds(statement) is Truth.UNKNOWN and bool(open_ones)

    def _is_open(self, code: str) -> bool:
        return self._state(code) is State.OPEN

    def _ask_next(self, indications: Iterable[IndicationOutcome]) -> Iterator[Question]:
        wanted = set[str]()
        for each in indications:
            if each.state in {State.OPEN, State.INDICATED}:
                wanted |= self._unknown_in(each)
        return (each for each in self._guide.questions if each.code in wanted)

    def _unknown_in(self, outcome: IndicationOutcome) -> set[str]:
        """Questions without an answer that a test still depends on."""
        texts = [text for view in outcome.views for text in view.view.unless]
        for view in outcome.views:
            if view.state is not State.RULED_OUT:
                texts += [text for element in view.open_elements for text in element.any]
        asked = {term.code for term in map(terms.parse, texts) if not term.of_indication}
        return {code for code in asked if terms.answer_to(code, self._answers) is Truth.UNKNOWN}


def _state_of(elements: Iterable[ElementOutcome], *, taken_away: bool) -> State:
    found = {each.truth for each in elements}
    if taken_away or Truth.NO in found:
        return State.RULED_OUT
    if found == {Truth.YES}:
        return State.INDICATED
    return State.OPEN if Truth.YES in found else State.UNANSWERED
