"""What the boxes of the editors' forms are called, and what to write in them."""

from functools import cache
from typing import get_args

from manumit.records import ALL_RELATION_KINDS, Act
from manumit.reference import kept_with_concepts, party_codes, party_name, systems, topics

LABELS = {
    "for": "facts it supports",
    "on": "day",
    "up_to": "up to the day",
    "of": "parties it lists",
    "over": "territories it lists",
    "id": "short name",
    "cite": "citation",
    "identifiers.name": "kind of number",
    "identifiers.value": "number",
    "Translation.of": "translated from",
    "Translation.by": "translated by",
    "Translation.on": "translated on",
    "Question.asks": "question",
    "Question.why": "why it is so",
    "Option.says": "answer",
    "Option.right": "this one is right",
    "at": "provision",
    "valid_from": "from",
    "valid_to": "last day",
    "penalty": "greatest penalty",
    "amended_by": "amended by",
    "Version.url": "official text",
    "opens": "opens at",
    "closes": "closes at",
}

HELP = {
    "titles": "The title in other languages.",
    "short_titles": "A name people use, with its language; several in one language are welcome.",
    "identifiers": "Numbers by which others know it, such as app-no, ecli, doi, isbn.",
    "sources": "Where the facts come from. What readers see needs at least one.",
    "publisher": "Who publishes it.",
    "for": "Which facts, with commas: title, dates, provisions.",
    "on": "The day on which somebody looked, or on which it happened.",
    "basis": "Read: somebody had it before them. Knowledge: nobody could look it up yet.",
    "id": "Small letters; other facts of the record point at the source by it.",
    "panel": "The judges, one a line.",
    "reports": "Law reports, as they are cited.",
    "docket_nos": "Numbers of the case at the court.",
    "procedural_history": "What happened before this judgment, the earliest first.",
    "remedies": "What the court gave, to whom and on what ground.",
    "anonymity": "Who decided that persons stay anonymous. Empty where nobody did.",
    "joining": "How states come to be bound and get rid of it.",
    "takes_effect": "From the deposit of an instrument to its effect: days or months.",
    "ends_after": "From the notice of denunciation to its effect: days or months.",
    "depends_on": "The key of the instrument by which a party must be bound as well.",
    "rolls": "Lists of parties that somebody read whole, so that a silence means something.",
    "authentic_languages": "Tags such as en, fr, zh-Hant.",
    "press_contact": "Whom journalists ask; readers see it.",
    "coverage": "The jurisdictions it is about.",
    "authors": "One a line, as they sign.",
    "confirmed_by": "Short names of other sources that say the same, with commas.",
    "covers": "Where it works. Empty: where the organisation is.",
    "channels": "Numbers as they are dialled, +852… with the country; addresses with https://.",
    "hours": "In local time. An hour of closing before that of opening is of the next day.",
    "translation": "Only where this page was made from one in another language.",
    "Translation.of": "The tag of that language. Empty: en.",
    "reviewed_by": "Who has read it beside the original. Until then readers are told that a machine wrote it.",
    "questions": "By which readers test themselves. Nothing that they answer is sent or kept.",
    "Question.why": "Shown with the answer. Markdown, with links as in the text.",
    "options": "Mark those that are right, and leave one that is not.",
    "versions": "The law as it stood from a day on, also where its text is not held here.",
    "valid_from": "The first day: 2018-06-21, or only 2018 where no more is known.",
    "valid_to": "Only where no other version follows on it.",
    "amended_by": "The key of the law that made this version, such as hk/law/cap-579.",
    "topics": "Those that the provision itself bears on. Several: hold Ctrl (⌘ on a Mac) and click.",
    "Version.url": "Where its official text is: https://…",
    "provisions": "What each provision says, in plain words of our own. Never the words of the law.",
    "at": "Section 129(1), article 3(a), Schedule 1; or as its page is called: sec_129__subsec_1.",
    "gist": "In a sentence or two, for somebody who is no lawyer.",
    "penalty": "As the law has it, with the section that says so.",
    "archived_copy": "Where a copy is kept should the page go away.",
}

# Lists that are long: their rows are folded up, and told apart by this.
FOLDED = {"provisions": "{at} {heading}", "versions": "{valid_from} {amended_by}"}

# Numbers of which a record always holds a list, of one as well.
SEVERAL = frozenset(["app-no"])

_PLACES = frozenset(["coverage", "covers", "of", "over"])
_CODES = {
    "mo": "Monday",
    "tu": "Tuesday",
    "we": "Wednesday",
    "th": "Thursday",
    "fr": "Friday",
    "sa": "Saturday",
    "su": "Sunday",
}


def called(part: str, name: str) -> str:
    """What a field is looked up by: its name, after that of its part where it means something else there."""
    within = f"{part}.{name}"
    return within if within in LABELS else name


@cache
def _places() -> tuple[tuple[str, str], ...]:
    rows = ((code, system.name()) for code, system in systems().items())
    return tuple(sorted(rows, key=lambda row: row[1]))


@kept_with_concepts
def _topics() -> tuple[tuple[str, str], ...]:
    return tuple((code, concept.label()) for code, concept in topics().items())


def told_code(code: str) -> str:
    """A code of a record as a word."""
    return _CODES.get(code, code.replace("-", " ").replace("_", " "))


def choices_for(name: str) -> list[tuple[str, str]]:
    """The codes that a field of this name may hold, each with its name; none where it is free."""
    if name == "topics":
        return list(_topics())
    if name not in _PLACES:
        return []
    every = [("all", "every party")] if name == "of" else []
    return [*every, *_places()]


def relation_choices() -> list[tuple[str, str]]:
    """Every kind of relation, as a word between two works."""
    return [(kind, told_code(kind)) for kind in sorted(ALL_RELATION_KINDS)]


def act_choices() -> list[tuple[str, str]]:
    """Every act of a state that a record knows."""
    return [(act, told_code(act)) for act in get_args(Act)]


@cache
def party_choices() -> list[tuple[str, str]]:
    """Every state and territory by its name, after an empty line."""
    named = ((code, party_name(code)) for code in party_codes())
    return [("", ""), *sorted(named, key=lambda pair: pair[1])]
