"""Acts of Singapore from Singapore Statutes Online: each section in one line."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from manumit.formats.statutes.source import Law, Provision, Publisher, dates_note, host_of

_PATH = re.compile(r"/Act/([A-Z]{1,20})(\d{4})")
_FLOWS = (
    "The file has each section in one line: words that come after a list stand with its last item."
)
_REPEATED = "The file's own list of definitions is left out: it repeats words of the sections."


def _owns(values: Mapping[str, str]) -> bool:
    return host_of(values) == "sso.agc.gov.sg"


def _law(values: Mapping[str, str], provisions: tuple[Provision, ...]) -> Law:
    found = _PATH.fullmatch(urlsplit(values["url"]).path)
    return Law(
        key=f"sg/law/{found[1].lower()}-{found[2]}" if found else None,
        titles={"en": values.get("title_en") or values.get("title", "")},
        number=values.get("title", ""),
        doc_type="act",
        status=values.get("status", ""),
        url=values["url"],
        publisher="a collection made from Singapore Statutes Online",
        language="en",
        layout="running",
        provisions=provisions,
        notes=(_FLOWS, _REPEATED, *dates_note(values)),
    )


SINGAPORE = Publisher("singapore", _owns, _law)
