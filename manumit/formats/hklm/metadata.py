"""What a file of the Hong Kong Legislation Model says about itself."""

import re
from datetime import date

from lxml import etree

from manumit.formats.hklm.names import DC, HKLM, XML_LANG, child, text_of
from manumit.formats.types import LegislationFacts, UnreadableDocument
from manumit.reference import slugify_segment

_CHAPTER = re.compile(r"/hk/cap([0-9]{1,5}[A-Za-z]{0,4})(?:!|@|$)")
_SITE = "https://www.elegislation.gov.hk"
_LANGUAGES = {
    "en": "en",
    "zh-hant-hk": "zh-Hant",
    "zh-hant": "zh-Hant",
    "zh-hans": "zh-Hans",
}
_PUBLISHERS = {"DoJ": "Department of Justice, Hong Kong"}
_TITLE_MARKS = "《》"


def facts_of(root: etree._Element, main: etree._Element) -> LegislationFacts:
    """The facts of the law, as the file has them."""
    meta = _meta(root)
    return LegislationFacts(
        identifier=_own(meta, DC, "identifier"),
        doc_type=_own(meta, HKLM, "docType"),
        doc_number=_own(meta, HKLM, "docNumber"),
        doc_status=_own(meta, HKLM, "docStatus"),
        long_title=text_of(child(main, "longTitle")),
        commencement=text_of(child(main, "commencementNote")),
    )


def key_of(facts: LegislationFacts) -> str | None:
    """``hk/law/cap-486`` from the official identifier; None where it names no chapter."""
    found = _CHAPTER.match(facts.identifier)
    return f"hk/law/cap-{slugify_segment(found[1])}" if found else None


def language_of(root: etree._Element) -> str:
    """BCP 47, region left out where our languages do not tell regions apart."""
    written = _own(_meta(root), DC, "language") or root.get(XML_LANG) or ""
    if not written:
        raise UnreadableDocument("the file does not say its language (dc:language)")
    return _LANGUAGES.get(written.lower(), written)


def title_of(root: etree._Element, main: etree._Element) -> str:
    """The short title; the printed number (``Cap. 486``) where the text gives none."""
    printed = text_of(child(main, "docTitle")) or text_of(
        next(main.iter(f"{{{HKLM}}}shortTitle"), None)
    )
    return printed.strip(_TITLE_MARKS) or number_of(root)


def number_of(root: etree._Element) -> str:
    """The printed number: ``Cap. 486``."""
    return _own(_meta(root), HKLM, "docName")


def valid_from(root: etree._Element) -> date | None:
    """The day this version of the text holds from."""
    return read_date(_own(_meta(root), DC, "date"))


def official_url(facts: LegislationFacts) -> str:
    """The page of the text on Hong Kong e-Legislation."""
    return f"{_SITE}{facts.identifier}" if facts.identifier.startswith("/hk/") else ""


def publisher_of(root: etree._Element) -> str:
    """The publisher, written out."""
    printed = _own(_meta(root), DC, "publisher")
    return _PUBLISHERS.get(printed, printed)


def rights_of(root: etree._Element) -> str:
    """Whose the rights are, as printed."""
    return _own(_meta(root), DC, "rights")


def read_date(written: str | None) -> date | None:
    """A date from ``2022-10-01``; None when there is none or it is no date."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _meta(root: etree._Element) -> etree._Element | None:
    return child(root, "meta")


def _own(meta: etree._Element | None, namespace: str, name: str) -> str:
    return "" if meta is None else text_of(meta.find(f"{{{namespace}}}{name}"))
