"""The JSON object of a HUDOC document, checked."""

import re
from dataclasses import dataclass
from datetime import date

from manumit.formats.safe_json import parse_object, texts_of
from manumit.formats.types import UnreadableDocument

_NEEDED = ("title", "app_no", "date", "doc_type", "language", "full_text")
_APP_NO = re.compile(r"\d{1,6}/\d{2}")

FORUMS = {
    "GRANDCHAMBER": ("ecthr-gc", "judgment"),
    "CHAMBER": ("ecthr", "judgment"),
    "COMMITTEE": ("ecthr", "judgment"),
    "DECGRANDCHAMBER": ("ecthr-gc", "decision"),
    "ADMISSIBILITY": ("ecthr", "decision"),
    "ADMISSIBILITYCOM": ("ecthr", "decision"),
    "DECCOMMISSION": ("ecomhr", "decision"),
}
_NO_DECISIONS = {
    "COMMUNICATEDCASES": "a communicated case: questions to the parties, nothing is decided yet",
    "CLIN": "a legal summary by the Registry, not the text of a decision",
    "RESOLUTIONS": "a resolution of the Committee of Ministers, not a decision of the Court",
    "ADVISORYOPINIONS": "an advisory opinion, not a decision in a case",
    "REPORTS": "a report of the former Commission, not a decision",
}
_LANGUAGES = {"ENG": "en", "FRE": "fr", "TUR": "tr", "RUS": "ru", "GER": "de", "SPA": "es"}


@dataclass(frozen=True, slots=True)
class Source:
    """What the file says about its document; ``values`` are the fields as they stand."""

    values: dict[str, str]
    decided_on: date
    app_nos: tuple[str, ...]
    forum: str
    decision_type: str
    language: str

    def listed(self, name: str) -> tuple[str, ...]:
        """The parts of a field that HUDOC separates by semicolons."""
        parts = (part.strip() for part in self.values.get(name, "").split(";"))
        return tuple(part for part in parts if part)


def read_source(data: bytes) -> Source:
    """Read and check the object. Raises UnreadableDocument."""
    values = texts_of(parse_object(data, "a HUDOC document"))
    missing = [name for name in _NEEDED if not values.get(name)]
    if missing:
        raise UnreadableDocument(f"not a HUDOC document: no {', '.join(missing)}")
    app_nos = tuple(dict.fromkeys(_APP_NO.findall(values["app_no"])))
    if not app_nos:
        raise UnreadableDocument(f"no application number in {values['app_no'][:60]!r}")
    forum, decision_type = _forum(values["doc_type"])
    return Source(
        values=values,
        decided_on=_date(values["date"]),
        app_nos=app_nos,
        forum=forum,
        decision_type=decision_type,
        language=_language(values["language"]),
    )


def _forum(doc_type: str) -> tuple[str, str]:
    if doc_type in FORUMS:
        return FORUMS[doc_type]
    reason = _NO_DECISIONS.get(doc_type, f"a document of the unknown type {doc_type[:40]}")
    raise UnreadableDocument(f"not a judgment: {reason}")


def _date(written: str) -> date:
    try:
        return date.fromisoformat(written[:10])
    except ValueError as error:
        raise UnreadableDocument(f"{written[:40]!r} is no date") from error


def _language(code: str) -> str:
    if code not in _LANGUAGES:
        raise UnreadableDocument(f"unknown language {code[:20]!r}")
    return _LANGUAGES[code]
