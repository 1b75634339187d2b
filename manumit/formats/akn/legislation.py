"""The facts of a law, out of its metadata and its first page."""

from manumit.formats.akn.citing import Cited, cited_as, statute_names
from manumit.formats.akn.identification import Identification
from manumit.formats.types import LegislationFacts


def cited(identification: Identification) -> Cited | None:
    """The law by its official number, printed or in the publisher's address."""
    names = [*statute_names(identification.uri()), *identification.printed("docNumber")]
    names += [*identification.titles().values(), identification.number()]
    return cited_as(names, "legislation", identification.country())


def facts_of(identification: Identification) -> LegislationFacts:
    """The facts as the file has them."""
    return LegislationFacts(
        identifier=identification.uri(),
        doc_type=identification.subtype(),
        doc_number=official_number(identification),
        doc_status=identification.document.get("contains") or "",
        long_title=next(iter(identification.printed("longTitle")), ""),
    )


def official_number(identification: Identification) -> str:
    """The number as printed; else as the publisher has it."""
    return next(iter(identification.printed("docNumber")), "") or identification.number()
