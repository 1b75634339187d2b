"""What pages need to offer citations: the item of a work, and the styles a reader can ask for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from manumit.base import citing
from manumit.base.addresses import absolute, of_work
from manumit.library import selectors as library
from manumit.web.languages import without_language


@dataclass(frozen=True, slots=True)
class Form:
    """One way to be given a citation. ``extension`` is empty where it is read, not downloaded."""

    code: str
    name: str | Promise
    media_type: str
    extension: str
    write: Callable[[citing.Item], str]


IN_TIME = ("instrument", "legislation")  # what is law on one day and not on another


def _oscola(item: citing.Item) -> str:
    return citing.plain(citing.cite(item, citing.OSCOLA)) + "\n"


def _hong_kong(item: citing.Item) -> str:
    return citing.plain(citing.cite(item, citing.HONG_KONG)) + "\n"


FORMS = (
    Form("oscola", "OSCOLA", "text/plain", "", _oscola),
    Form("hong-kong", gettext_lazy("Hong Kong style"), "text/plain", "", _hong_kong),
    Form("bibtex", "BibTeX", "application/x-bibtex", "bib", citing.bibtex),
    Form("ris", "RIS", "application/x-research-info-systems", "ris", citing.ris),
    Form(
        "csl-json", "CSL-JSON", "application/vnd.citationstyles.csl+json", "json", citing.csl_json
    ),
)


def item_of(
    request: HttpRequest, work: Any, eid: str = "", language: str = "", on: str = ""
) -> citing.Item:
    """The work, or its passage, as an item that bears the address of its page, in no language.

    ``on`` is the day as of which a law is cited; the address leads to its text of that day.
    """
    address = absolute(request, without_language(page_address(work, eid, on)))
    return library.citation_item(work, url=address, eid=eid, language=language)


def page_address(work: Any, eid: str = "", on: str = "") -> str:
    """The page in the reader's language, on the day where that can make a difference."""
    path = of_work(work.key, eid)
    return f"{path}?on={on}" if on and work.kind in IN_TIME else path


def file_name(item: citing.Item, form: Form) -> str:
    """``hk-law-cap-200-sec_129.bib``."""
    return f"{re.sub(r'[^A-Za-z0-9._-]+', '-', item['id'])}.{form.extension}"
