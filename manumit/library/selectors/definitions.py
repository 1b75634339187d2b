"""The terms that a law defines, in every language of its text: its own glossary."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from lxml import html

from manumit.base.markup import parsed, pieces
from manumit.library.models import Text, Wording, Work
from manumit.library.selectors.holding import texts_on

_TERM = "descendant-or-self::dfn"


@dataclass(slots=True)
class Definition:
    """One term as the law defines it.

    ``terms`` and ``meanings`` are by language; a language whose text only names the term (in
    brackets after the other) has no meaning. ``eid`` is where it is defined, ``unit`` the passage
    that is read as one.
    """

    eid: str
    unit: str
    terms: dict[str, str] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)


def definitions(work: Work, on: date) -> list[Definition]:
    """Every term defined in the texts that hold on the day, by the alphabet of the work's language.

    The same definition in two languages is one, for it stands at one address.
    """
    found: dict[str, Definition] = {}
    for text in texts_on(work, on):
        for unit, element in _defined_in(text):
            _add(found, unit, element, text.language)
    return sorted(_joined(found.values()), key=lambda one: _sort_key(one, work.language))


def defines_terms(work: Work, on: date) -> bool:
    """Whether any text that holds on the day marks a term it defines."""
    texts = texts_on(work, on)
    return Wording.objects.filter(text__in=texts, html__contains="<dt><dfn").exists()


def _defined_in(text: Text) -> Iterator[tuple[str, html.HtmlElement]]:
    rows = text.wordings.filter(html__contains="<dfn").select_related("passage")
    for row in rows.order_by("position"):
        for element in parsed(row.html).iter("dt"):
            yield row.passage.eid, element


def _add(found: dict[str, Definition], unit: str, element: html.HtmlElement, language: str) -> None:
    terms = {
        str(term.get("lang") or language): " ".join(term.text_content().split())
        for term in reversed(element.xpath(_TERM))
    }
    if not any(terms.values()):
        return
    eid = next((str(one.get("id")) for one in element.iterancestors() if one.get("id")), unit)
    # Without an address of its own a definition is known by its term.
    name = eid if eid != unit else f"{unit} {terms.get(language)}"
    definition = found.setdefault(name, Definition(eid, unit))
    definition.terms = {**terms, **definition.terms}
    meaning = element.getnext()
    if meaning is not None and meaning.tag == "dd":
        words = " ".join("".join(text for _, _, text in pieces(meaning)).split())
        definition.meanings.setdefault(language, words.lstrip(",， "))


def _joined(found: Iterable[Definition]) -> list[Definition]:
    """A term that its text names in one language only joins the definition that names its pair."""
    whole: dict[tuple[str, str, str], Definition] = {}
    kept: list[Definition] = []
    for one in sorted(found, key=lambda each: -len(each.terms)):
        names = [(one.unit, language, term) for language, term in one.terms.items()]
        pair = whole.get(names[0]) if len(names) == 1 else None
        if pair is None:
            kept.append(one)
            whole |= dict.fromkeys(names, one)
        else:
            pair.meanings = {**one.meanings, **pair.meanings}
    return kept


def _sort_key(definition: Definition, language: str) -> tuple[bool, str]:
    term = definition.terms.get(language, "")
    return not term, term.casefold()
