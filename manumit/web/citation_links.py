"""The citations in a wording as links."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from manumit.base.marking import Mark, mark


def linked(wording: Any) -> str:
    """The wording's HTML with its citations as links.

    A citation whose words do not stand where it says is left out: the text has changed since.
    """
    marks = [_mark(row) for row in wording.citations.all() if _stands(row, wording.plain)]
    return mark(wording.html, [each for each in marks if each])


def address_of(citation: Any) -> str:
    """Where a citation of a work that readers may see leads: its first passage, as far as held."""
    key = citation.target.key
    for pin in citation.pins.all()[:1]:
        if pin.passage:
            url = reverse("web:work", args=[f"{key}/{pin.passage.eid}"])
            return url if pin.eid == pin.passage.eid else f"{url}#{pin.eid}"
    return reverse("web:work", args=[key])


def _stands(citation: Any, plain: str) -> bool:
    return bool(plain[citation.start : citation.end] == citation.words)


def _mark(citation: Any) -> Mark | None:
    """A link, a link to the choice, or a word that nothing is held; none for a vague short form."""
    if citation.target and citation.target.live:
        return _as(citation, "a", {"class": "cites", "href": address_of(citation)})
    if citation.candidates:
        query = urlencode({"key": citation.candidates}, doseq=True)
        title = gettext("One of several works")
        href = f"{reverse('web:which')}?{query}"
        return _as(citation, "a", {"class": "cites", "href": href, "title": title})
    if citation.how == "short" and not (citation.target_key or citation.stem):
        return None
    return _as(citation, "span", {"class": "not-held", "title": gettext("Not held here")})


def _as(citation: Any, tag: str, attributes: Mapping[str, str]) -> Mark:
    return Mark(citation.start, citation.end, tag, attributes)
