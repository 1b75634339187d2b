"""The screening guide on paper: its questions, and each test with what shows its elements, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from manumit.guide import selectors as guides
from manumit.guide.types import Cite, Guide, Indication, Statement, View
from manumit.web import screening
from manumit.web.guide_words import guide_words

_Told = tuple[Statement, list[str], list[str]]
"""A statement, the answers for which it holds, and those for which it does not."""


@dataclass(frozen=True, slots=True)
class PrintedView:
    """A legal test: each element with the answers that show it, any of them."""

    name: str
    test: str
    elements: list[tuple[str, list[str]]]
    unless: list[str]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class PrintedIndication:
    """What answers may be indications of."""

    code: str
    name: str
    gist: str
    views: list[PrintedView]
    notes: list[_Told]


def whole_guide() -> dict[str, Any]:
    """The context of its page."""
    guide = guides.guide(screening.CODE)
    laws = {
        code: guides.guide(screening.CODE, code).laws
        for code in guides.jurisdictions(screening.CODE)
    }
    cited: list[Any] = [*guide.questions, *guide.consequences]
    cited += [part for one in guide.indications for part in (*one.views, *one.notes)]
    cited += [told for statements in laws.values() for told in statements]
    return {
        "guide": guide,
        "sections": [
            (part, [one for one in guide.questions if one.section == part.code])
            for part in guide.sections
        ],
        "indications": [_indication(guide, one) for one in guide.indications],
        "consequences": _told(guide, guide.consequences),
        "laws": [(code, _told(guide, statements)) for code, statements in laws.items()],
        "works": screening.cited_works(cited),
    }


def _indication(guide: Guide, one: Indication) -> PrintedIndication:
    views = [_view(guide, view) for view in one.views]
    return PrintedIndication(one.code, one.name, one.gist, views, _told(guide, one.notes))


def _view(guide: Guide, view: View) -> PrintedView:
    elements = [(element.name, _in_words(guide, element.any)) for element in view.elements]
    return PrintedView(view.name, view.test, elements, _in_words(guide, view.unless), view.cites)


def _told(guide: Guide, statements: Iterable[Statement]) -> list[_Told]:
    return [(one, _in_words(guide, one.when), _in_words(guide, one.unless)) for one in statements]


def _in_words(guide: Guide, texts: Iterable[str]) -> list[str]:
    """Conditions on the answers as a reader would put them."""
    return [_term(guide, text) for text in texts]


def _term(guide: Guide, text: str) -> str:
    term = guides.parse_term(text)
    if term.of_indication:
        name = next(one.name for one in guide.indications if one.code == term.code)
        words = (
            gettext("no indications of %(name)s")
            if term.negated
            else gettext("indications of %(name)s")
        )
        return words % {"name": guide_words(name).plain}
    question = guide.question(term.code)
    said = next((one.says for one in question.options if one.code == term.option), question.ask)
    words = gettext("no to “%(said)s”") if term.negated else gettext("yes to “%(said)s”")
    return words % {"said": guide_words(said).plain}
