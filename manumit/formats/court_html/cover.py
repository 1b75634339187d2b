"""What a page says about its judgment: cover-sheet fields, lines that name court and day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from manumit.formats.court_html.blocks import Block
from manumit.formats.dates import read_day
from manumit.formats.neutral import Neutral, find_neutral, name_before_citation

_FIELDS = {
    "citation": "citation",
    "medium neutral citation": "citation",
    "neutral citation": "citation",
    "neutral citation number": "citation",
    "cite as": "citation",
    "case_cite": "citation",
    "decision date": "decided",
    "judgment date": "decided",
    "date of judgment": "decided",
    "date of decision": "decided",
    "decided": "decided",
    "decided on": "decided",
    "date": "decided",
    "before": "judges",
    "judgment of": "judges",
    "coram": "judges",
    "judge": "judges",
    "judges": "judges",
    "catchwords": "catchwords",
    "court": "court",
    "parties": "parties",
    "file number": "docket",
    "file numbers": "docket",
    "case number": "docket",
    "docket number": "docket",
    "docket": "docket",
}
_LABEL_END = re.compile(r"\(s\)|\s*[:：]?\s*$")
_DECIDED_LINE = re.compile(
    r"(?:Decided(?: on)?|(?:Date of|Judgment|Decision) (?:judgment|decision|date|delivered|given))\b[ :]",
    re.IGNORECASE,
)
_COURT_LINE = re.compile(
    r"(?:in the )?(?:[\w'’.-]{2,20} ){0,5}(?:court|tribunal)\b[^.;:]{0,80}", re.IGNORECASE
)
_JUDGE_LINE = re.compile(r"[A-Z][\w'’. -]{1,60}, (?:C\.?J|J|P|JA|LJ|Ch\.?J)\.?")
_JUDGES_APART = re.compile(r"\s*(?:;|, (?=[A-Z])|\band\b|\n)\s*")
# Which paragraphs a judge wrote: ``Flint JA at [1]``.
_PINPOINT = re.compile(r"\s+at \[[^\n]{1,80}$")
_LONGEST_LINE = 120
_FRONT_LINES = 40


@dataclass
class Cover:
    """What was found; every field is empty or None where the page does not say."""

    title: str = ""
    court: str = ""
    decided_on: date | None = None
    neutral: Neutral | None = None
    printed_citation: str = ""
    judges: tuple[str, ...] = ()
    catchwords: tuple[str, ...] = ()
    docket_nos: tuple[str, ...] = ()
    parties: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_judgment(self) -> bool:
        """Whether the page has what only a court's decision has."""
        return bool(self.neutral or self.judges or self.decided_on)

    @property
    def is_sure(self) -> bool:
        """Whether nobody could take the page for something else."""
        return bool(self.neutral or (self.judges and self.decided_on))


def read_cover(blocks: list[Block], page_title: str) -> Cover:
    """What the page says of itself; ``page_title`` is the title it gives the browser."""
    fields: dict[str, list[str]] = {}
    for name, lines in (*_pairs(blocks), *_rows(blocks), *_classed(blocks)):
        fields.setdefault(name, lines)
    cover = Cover(fields=fields)
    _take_citation(cover, page_title)
    _take_people(cover)
    front = [block for block in blocks[:_FRONT_LINES] if not block.table]
    cover.decided_on = _decided(fields, front)
    cover.court = _court(fields, front)
    if not cover.judges:
        signed = (block.text for block in front if _JUDGE_LINE.fullmatch(block.text))
        cover.judges = tuple(signed)[:1]
    return cover


def _take_citation(cover: Cover, page_title: str) -> None:
    written = " ".join(cover.fields.get("citation", []))
    cover.neutral = find_neutral(written) or find_neutral(page_title)
    cover.printed_citation = written or page_title
    parties = " ".join(cover.fields.get("parties", []))
    name = name_before_citation(written)
    # A citation without a name, and a name that is only parties one under the other.
    if name and " v " in f" {name} ":
        cover.title = name
    else:
        cover.title = parties if " v" in parties else name_before_citation(page_title) or name


def _take_people(cover: Cover) -> None:
    names = [one for line in cover.fields.get("judges", []) for one in _JUDGES_APART.split(line)]
    cover.judges = tuple(bare for one in names if (bare := _PINPOINT.sub("", one).strip()))
    cover.catchwords = tuple(cover.fields.get("catchwords", []))
    cover.docket_nos = tuple(cover.fields.get("docket", []))


def _decided(fields: dict[str, list[str]], front: list[Block]) -> date | None:
    written = " ".join(fields.get("decided", []))
    lines = (block.text for block in front if _DECIDED_LINE.match(block.text))
    days = (read_day(line) for line in (written, *lines))
    return next((day for day in days if day), None)


def _court(fields: dict[str, list[str]], front: list[Block]) -> str:
    lines = (block.text for block in front)
    named = (line for line in lines if len(line) <= _LONGEST_LINE and _COURT_LINE.fullmatch(line))
    return " ".join(fields.get("court", [])) or next(named, "")


def _pairs(blocks: list[Block]) -> Iterable[tuple[str, list[str]]]:
    """Fields printed as a list of terms: each label with the lines of its value."""
    label = ""
    values: list[str] = []
    for block in blocks:
        if block.setting.field == "label":
            if label:
                yield label, values
            label, values = _name(block.text), []
        elif block.setting.field == "value":
            values += _lines(block)
    if label:
        yield label, values


def _rows(blocks: list[Block]) -> Iterable[tuple[str, list[str]]]:
    """Fields printed as a table: a label, then its value."""
    for block in blocks[:_FRONT_LINES]:
        for row in block.rows:
            cells = [cell for cell in row if cell]
            if len(cells) == 2 and (name := _name(cells[0])):
                yield name, [cells[1]]


def _classed(blocks: list[Block]) -> Iterable[tuple[str, list[str]]]:
    """Lines whose class says what they are."""
    for block in blocks[:_FRONT_LINES]:
        for class_ in sorted(block.setting.classes):
            if (name := _FIELDS.get(class_.lower())) is not None and not block.setting.field:
                yield name, [block.text]


def _name(label: str) -> str:
    """Our name of a field from its printed label; empty for one that is not used here."""
    return _FIELDS.get(_LABEL_END.sub("", label.lower()).strip(), "")


def _lines(block: Block) -> list[str]:
    pieces = "".join(run.text for run in block.runs).split("\n")
    return [" ".join(piece.split()) for piece in pieces if piece.strip()]
