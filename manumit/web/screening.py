"""What a visitor's own request says to the screening guide, and what a page needs to show for it.

Answers come with each request and go back with the page, for the browser to send again. Nothing here
writes them anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict

from manumit.directory import selectors as directory
from manumit.guide import selectors as guides
from manumit.guide.types import Answers, Cite, Guide, Outcome, Question, State, Statement, Truth
from manumit.library import selectors as library
from manumit.treaties import selectors as treaties
from manumit.treaties.types import Position
from manumit.web.answers import ANSWERS, SIGNS, answer_of

CODE = "screening"
_SHOWN = (State.INDICATED, State.OPEN)
_ALWAYS = ("emergency", "identification", "helpline", "legal-advice", "legal-aid")
_EACH = 3  # services of one type, beside an outcome; the rest are a click away
_RIGHT = {"yes", "no", "unknown"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: the guide with its place, the answers so far, and the questions already shown."""

    guide: Guide
    answers: Answers
    shown: tuple[str, ...]

    @classmethod
    def read(cls, post: QueryDict) -> "Asked":
        """What was sent; anything that the guide does not know is left out."""
        place = post.get("in", "")
        known = place if place in guides.jurisdictions(CODE) else ""
        guide = guides.guide(CODE, known)
        answers = {each.code: _given(each, post.getlist(each.code)) for each in guide.questions}
        codes = set(answers)
        return cls(
            guide,
            {code: given for code, given in answers.items() if given},
            tuple(code for code in post.getlist("shown") if code in codes),
        )

    def carried(self, *, without: str = "") -> Iterator[tuple[str, str]]:
        """Name and value of each field that goes back with the page."""
        yield "in", self.guide.jurisdiction
        yield from (("shown", code) for code in self.shown)
        for code, given in self.answers.items():
            if code != without:
                yield from ((code, value) for value in sorted(given))

    @property
    def in_danger(self) -> bool:
        """Whether someone was said to be in danger now."""
        return "yes" in self.answers.get("danger", ())

    def stepped_back(self) -> "Asked":
        """As it was one question before: the last that was shown is shown again."""
        return Asked(self.guide, self.answers, self.shown[:-2])


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as a page shows it, with what was answered before."""

    question: Question
    given: frozenset[str]

    @property
    def answer(self) -> str:
        """yes, no or unknown."""
        if self.given & {"no"} and len(self.given) == 1:
            return "no"
        return "yes" if self.given else "unknown"

    @property
    def ticked(self) -> list[str]:
        """The options that were ticked, in words."""
        return [option.says for option in self.question.options if option.code in self.given]


@dataclass(frozen=True, slots=True)
class Bound:
    """Whether an instrument that was cited binds the place."""

    work: Any
    position: Position

    @property
    def words(self) -> str:
        """The answer, with a sign so that it can be found at a glance."""
        answer = answer_of(self.position)
        return f"{SIGNS[answer]} {ANSWERS[answer]}"


def outcome_of(asked: Asked, today: date) -> dict[str, Any]:
    """What the answers point to, by the names that the pages of an outcome have for it."""
    outcome = guides.judge(asked.guide, asked.answers)
    works, place = cited_works(statements_of(outcome)), asked.guide.jurisdiction
    return {
        "guide": asked.guide,
        "asked": asked,
        "outcome": outcome,
        "indicated": outcome.having(State.INDICATED),
        "open": outcome.having(State.OPEN),
        "ruled_out": outcome.having(State.RULED_OUT),
        "answered": shown(asked, asked.guide.questions),
        "works": works,
        "carried": list(asked.carried()),
        "danger": asked.in_danger,
        "bound": bound(outcome, works, place, today) if place else [],
        "services": services(outcome, asked.answers, place, today) if place else [],
        "today": today,
    }


def shown(asked: Asked, questions: Iterable[Question]) -> list[Shown]:
    """Questions with what was answered to them."""
    return [Shown(each, asked.answers.get(each.code, frozenset())) for each in questions]


def cited_works(parts: Iterable[Any]) -> Mapping[str, Any]:
    """The works that parts of a guide cite, by key."""
    return library.works_with_keys({cite.work for part in parts for cite in part.cites})


def statements_of(outcome: Outcome) -> list[Any]:
    """Every part of an outcome that cites something."""
    told: list[Any] = [*outcome.follows, *outcome.would_follow, *outcome.laws]
    for each in outcome.indications:
        told += [view.view for view in each.views] + list(each.notes)
    return told


def bound(outcome: Outcome, works: Mapping[str, Any], place: str, on: date) -> list[Bound]:
    """Where the place stands under each treaty that the outcome rests on."""
    keys = list(dict.fromkeys(cite.work for cite in _rests_on(outcome)))
    treaty_keys = [key for key in keys if getattr(works.get(key), "binding", False)]
    return [Bound(works[key], treaties.position_of(key, place, on)) for key in treaty_keys]


def services(outcome: Outcome, answers: Answers, place: str, on: date) -> list[Any]:
    """Services to call in the place: a few of each type that these answers ask for."""
    wanted = [*_ALWAYS, *_more(outcome, answers)]
    found: dict[str, list[Any]] = {}
    for service in directory.services_in(place):
        if service.expires_on >= on:
            found.setdefault(service.service_type, []).append(service)
    return [service for kind in wanted for service in found.get(kind, [])[:_EACH]]


def _more(outcome: Outcome, answers: Answers) -> Iterator[str]:
    codes = {each.indication.code for each in outcome.indications if each.state in _SHOWN}
    if "yes" in answers.get("child", ()):
        yield "child-protection"
    if codes & {"labour-breach", "forced-labour", "servitude"}:
        yield "labour-complaints"
    yield from ("police", "immigration")


def _rests_on(outcome: Outcome) -> Iterator[Cite]:
    for each in outcome.indications:
        if each.state in _SHOWN:
            yield from (cite for view in each.views for cite in view.view.cites)
    told: Sequence[Statement] = [*outcome.follows, *outcome.would_follow]
    yield from (cite for statement in told for cite in statement.cites)


def _given(question: Question, values: Iterable[str]) -> frozenset[str]:
    """What was answered, as the guide takes it: a plain answer, or the options that were ticked."""
    codes = {option.code for option in question.options}
    given = frozenset(values) & (codes or _RIGHT)
    if given:
        return given - {Truth.UNKNOWN}
    return frozenset({"no"}) if "no" in set(values) else frozenset()
