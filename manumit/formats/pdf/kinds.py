"""What a print is: a law, a judgment or a report; its title and what else it says of itself."""

import re
from dataclasses import dataclass
from datetime import date

from manumit.formats.dates import read_day
from manumit.formats.neutral import Neutral, find_neutral, name_before_citation
from manumit.formats.pdf.layout import Layout
from manumit.formats.pdf.paragraphs import Paragraph

_FRONT = 40
_COURT = re.compile(
    r"(?:in the )?(?:[\w'’.-]{2,20} ){0,6}(?:court|tribunal|mahkamah|appeals board)\b[^.;:]{0,80}",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"(?:^|\s)(?:v\.?|vs\.?|lwn\.?)(?:\s|$)")
# The day is read only right after words that say what it is the day of.
_DECIDED = re.compile(
    r"\b(?:Decided|DECIDED|Date of (?:Judgment|Decision|judgment|decision)|Handed down|"
    r"Judgment (?:delivered|given)|Tarikh (?:Keputusan|Penghakiman))(?: on)?\s*:?\s*"
)
_DAY_WITHIN = 40
_SHORT_TITLES = (
    re.compile(
        r"may be cited as the (?P<title>.{3,200}?\b(?:Act|Ordinance|Order|Regulations|Rules)"
        r"(?:,? \d{4})?)(?=[.,;]|\s|$)"
    ),
    re.compile(r"(?:bolehlah|boleh) dinamakan (?P<title>.{3,200}?\b\d{4})(?=[.,;]|\s|$)"),
)
_LONG_TITLE = re.compile(r"(?:An Act|Suatu Akta) .{3,600}", re.DOTALL)
_NO_TITLE = re.compile(
    r"\.(?:docx?|tmp|indd|cef|pdf|rtf|wpd|qxd)$|^Microsoft |^untitled|^Layout ?\d|_", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_]{2}")
_LONGEST_TITLE = 300
_LARGER = 1.1
_FEWEST_LETTERS = 10


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the front of a judgment says; empty or None where it does not."""

    neutral: Neutral | None = None
    court: str = ""
    decided_on: date | None = None
    parties: str = ""

    @property
    def is_judgment(self) -> bool:
        """Whether the print is a court's."""
        return bool(self.neutral or (self.court and self.parties))


def case_facts(layout: Layout) -> CaseFacts:
    """What the beginning says of court, parties and day."""
    front = layout.paragraphs[:_FRONT]
    courts = (one.text for one in front if _COURT.fullmatch(one.text))
    against = (one.text for one in front if _AGAINST.search(one.text))
    said = ((one.text, found.end()) for one in front for found in _DECIDED.finditer(one.text))
    days = (read_day(text[end : end + _DAY_WITHIN]) for text, end in said)
    return CaseFacts(
        neutral=find_neutral(" ".join(one.text for one in front[: _FRONT // 2])),
        court=next(courts, ""),
        decided_on=next((day for day in days if day), None),
        parties=next(against, ""),
    )


def title_of(layout: Layout, metadata_title: str, case: CaseFacts) -> str:
    """The title: parties of a case, short title of a law, what the file says, the largest line."""
    named = name_before_citation(_between_parties(case.parties))
    declared = "" if _NO_TITLE.search(metadata_title) else metadata_title
    found = named or declared or _largest(layout) or _first_words(layout)
    return " ".join(found.split())[:_LONGEST_TITLE]


def short_title_of(layout: Layout) -> str:
    """The title by which a law says it may be cited; empty where it does not say."""
    words = " ".join(one.text for one in layout.paragraphs)
    found = (pattern.search(words) for pattern in _SHORT_TITLES)
    return next((one["title"] for one in found if one), "")


def long_title_of(layout: Layout) -> str:
    """``An Act to …`` or ``Suatu Akta …``; empty where there is none."""
    found = (one.text for one in layout.paragraphs if _LONG_TITLE.fullmatch(one.text))
    return next(found, "")


def _between_parties(text: str) -> str:
    """The text if it names parties on both sides of its ``v.``, in one line of a title's length."""
    found = _AGAINST.search(text)
    if found is None or len(text) > _LONGEST_TITLE:
        return ""
    named = _NAME.search(text[: found.start()]) and _NAME.search(text[found.end() :])
    return text if named else ""


def _largest(layout: Layout) -> str:
    """The largest line of some words on the first page, if one is larger than the text."""
    first = [one for one in layout.paragraphs if one.page == 1 and _is_worded(one.text)]
    largest: Paragraph | None = max(first, key=lambda one: one.size, default=None)
    if largest is None or largest.size < _LARGER * layout.size:
        largest = next((one for one in first if one.bold or one.text.isupper()), None)
    return largest.text if largest else ""


def _is_worded(text: str) -> bool:
    """Whether a line is words and not a stamp, a number or a stroke."""
    letters = sum(one.isalpha() for one in text)
    return letters >= _FEWEST_LETTERS and letters > 4 * sum(one.isdigit() for one in text)


def _first_words(layout: Layout) -> str:
    return next((one.text for one in layout.paragraphs if one.text), "")
