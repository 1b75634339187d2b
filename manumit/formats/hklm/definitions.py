"""Definitions: which words are the term, which its meaning."""

import re

from lxml import etree

from manumit.formats.hklm.names import XML_LANG, child, local, text_of

# The term with what stands before it, and the other language's term in brackets after it.
_TERM = re.compile(
    r"<p>(?P<term>[^<]*<dfn>(?:[^<]|<(?!/dfn>))*</dfn>[”」]?"
    r"(?:\s*[(（]<dfn lang=[^>]*>(?:[^<]|<(?!/dfn>))*</dfn>[)）]?)?)(?P<rest>[^\n]*)"
)


def english_term(element: etree._Element) -> str:
    """The English term a definition defines, whichever language the law is in.

    So a definition has one eid in both languages, though they print them in another order.
    The name the file gives stands in where no English term is marked.
    """
    first = child(element, "leadIn")
    terms = [one for one in (element if first is None else first) if local(one) == "term"]
    english = [one for one in terms if one.get(XML_LANG) == "en"]
    own = [one for one in terms if one.get(XML_LANG) is None]
    written = (text_of(one) for one in english + own)
    return next((one for one in written if one.isascii()), element.get("name") or "")


def split_term(html: str) -> tuple[str, str]:
    """Part a definition's HTML into term and meaning; the term is empty where none is marked.

    No word is lost or moved: read one after the other, the two are the definition.
    """
    found = _TERM.match(html)
    if not found:
        return "", html
    return found["term"], _reopen(found["rest"])


def _reopen(rest: str) -> str:
    """The meaning begins in the paragraph the term began: give it its own.

    A space before it stays: where term and meaning are shown in one line it parts them, and a
    comma has none.
    """
    first, closing, after = rest.partition("</p>")
    return (f"<p>{first.rstrip()}{closing}" if first.strip() else "") + after
