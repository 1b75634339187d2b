"""Walking through a guide one question at a time."""

from collections.abc import Collection, Iterator

from manumit.guide import terms
from manumit.guide.types import END, Answers, Guide, Question


def next_question(guide: Guide, answers: Answers, asked: Collection[str]) -> Question | None:
    """The first question on the path of these answers that was not asked; None at its end."""
    return next((each for each in path(guide, answers) if each.code not in asked), None)


def path(guide: Guide, answers: Answers) -> Iterator[Question]:
    """The questions that these answers lead through, first to last."""
    code = guide.questions[0].code
    while code != END:
        question = guide.question(code)
        yield question
        code = question.following(terms.answer_to(code, answers))
