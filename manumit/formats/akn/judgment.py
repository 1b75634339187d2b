"""The facts of a judgment, out of its metadata and its header."""

from datetime import date
from typing import Literal

from lxml import etree

from manumit.formats.akn.citing import Cited, cited_as, judgment_names
from manumit.formats.akn.identification import Identification
from manumit.formats.akn.names import words
from manumit.formats.akn.times import read_date
from manumit.formats.types import JudgmentFacts

_GIVEN = ("judgment", "decision", "delivery", "handdown", "")


def cited(identification: Identification) -> Cited | None:
    """The judgment by its neutral citation, printed or in the publisher's address."""
    printed = identification.printed("neutralCitation", "cite")
    names = [*printed, *judgment_names(identification.uri())]
    return cited_as(names, "judgment", identification.country())


def facts_of(identification: Identification, known: Cited | None) -> JudgmentFacts:
    """The facts as the file has them."""
    docket = identification.printed("docketNumber") or identification.printed("caseNumber")
    return JudgmentFacts(
        forum=known.forum if known else "",
        decided_on=_decided_on(identification),
        decision_type=_decision_type(identification),
        doc_type=identification.subtype(),
        panel=tuple(_people(identification, "judge")),
        court=_court(identification),
        neutral_citation=known.cite if known else printed_citation(identification),
        docket_nos=tuple(docket),
        parties=tuple(_people(identification, "party")),
    )


def printed_citation(identification: Identification) -> str:
    """The neutral citation in the header; empty where there is none."""
    return next(iter(identification.printed("neutralCitation")), "")


def _decided_on(identification: Identification) -> date | None:
    named = identification.dated(identification.work)
    day = next((named[name] for name in _GIVEN if name in named), None)
    return day or _printed_day(identification.document)


def _printed_day(document: etree._Element) -> date | None:
    """The day in the header that is said to be the judgment's."""
    for element in document.iter("{*}docDate"):
        if (element.get("refersTo") or "").lstrip("#") in ("judgment", "decision"):
            return read_date(element.get("date"))
    return None


def _decision_type(identification: Identification) -> Literal["judgment", "decision"]:
    return "decision" if identification.subtype().lower() == "decision" else "judgment"


def _court(identification: Identification) -> str:
    for element in identification.work if identification.work is not None else ():
        if name := identification.shown(element.get("href")):
            return name
    return ", ".join(identification.printed("courtType"))


def _people(identification: Identification, role: str) -> list[str]:
    """Those whom the header marks with the role, in its order, each once."""
    elements = identification.document.iter(f"{{*}}{role}")
    names = (identification.shown(one.get("refersTo")) or words(one) for one in elements)
    return list(dict.fromkeys(name for name in names if name))
