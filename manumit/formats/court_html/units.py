"""From the blocks of a page to its units in reading order."""

import re
from dataclasses import replace
from itertools import groupby

from manumit.formats.chains import Candidate, leading_number, longest_chain, missing_numbers
from manumit.formats.court_html.blocks import Block
from manumit.formats.eids import EidMaker
from manumit.formats.markup import numbered, paragraph, tag
from manumit.formats.runs import without_start
from manumit.formats.types import Unit

_SEPARATOR = re.compile(r"[*_\-–—=•.\s]+|[oO0\s]{5,}")
_CLOSING_CLASSES = frozenset({"disclaimer", "lastupdate"})
_ENDS_A_SENTENCE = (".", ";", ",")
_LONGEST_HEADING = 200
_LONGEST_HEADLINE = 480
_WIDEST_FRONT = 0.5
_LONG_FRONT = 5_000
_LONGEST_MEAN = 4_000
_EMPHASISED_LEVEL = 7
_FEWEST_UNKNOWN = 10


class UnitReader:
    """Reads the blocks of one page; ``units`` fills in reading order."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.missing: list[int] = []
        self.numbered = False
        self._eids = EidMaker()
        self._above: list[tuple[int, str]] = []
        self._headings = 0
        self._passages = 0

    def read(self, blocks: list[Block], *, is_judgment: bool) -> None:
        """Take all blocks; only a judgment has paragraphs that a short list of numbers makes."""
        body = [block for block in blocks if not block.setting.note]
        notes = [block for block in blocks if block.setting.note]
        chain = _chain(body)
        if not is_judgment and len(chain) < _FEWEST_UNKNOWN:
            chain = []
        self.numbered = bool(chain)
        if chain:
            self.missing = missing_numbers([one.number for one in chain])
            self._paragraphs(body, chain)
        else:
            self._passages_of(body)
        if notes:
            self._add("annex", "footnotes", "notes", notes)

    def _paragraphs(self, body: list[Block], chain: list[Candidate]) -> None:
        start = _front_end(body, chain[0].at)
        if start:
            self._add("front", "", "front", body[:start])
        self._passages_of(body[start : chain[0].at])
        ends = [one.at for one in chain[1:]] + [_closing_start(body, chain[-1].at)]
        for one, end in zip(chain, ends, strict=True):
            self._paragraph(body[one.at : end], one.number)
        if body[ends[-1] :]:
            self._add("unit", "closing", "closing", body[ends[-1] :])

    def _paragraph(self, blocks: list[Block], number: int) -> None:
        """A paragraph runs to the next heading; what stands below one without a number is its own."""
        first, printed = _without_number(blocks[0])
        cut = next((at for at, one in enumerate(blocks) if at and _is_heading(one)), len(blocks))
        html = blocks_html([first, *blocks[1:cut]])
        eid = self._eids.make(None, "para", str(number))
        parent = self._above[-1][1] if self._above else None
        self.units.append(Unit(eid, "paragraph", printed, html=html, parent=parent))
        self._passages_of(blocks[cut:])

    def _passages_of(self, blocks: list[Block]) -> None:
        for kind, group in groupby(blocks, key=_passage_kind):
            if kind == "fields":
                self._passage(list(group))
                continue
            for block in group:
                if kind == "heading":
                    self._heading(block)
                else:
                    self._passage([block])

    def _heading(self, block: Block) -> None:
        level = block.setting.level or _EMPHASISED_LEVEL
        self._above = [one for one in self._above if one[0] < level]
        parent = self._above[-1][1] if self._above else None
        self._headings += 1
        eid = self._eids.make(None, "hdg", str(self._headings))
        self.units.append(Unit(eid, "heading", block.number, block.text, parent=parent))
        self._above.append((level, eid))

    def _passage(self, blocks: list[Block]) -> None:
        self._passages += 1
        parent = self._above[-1][1] if self._above else None
        self._add("unit", str(self._passages), "passage", blocks, parent)

    def _add(
        self, step: str, number: str, kind: str, blocks: list[Block], parent: str | None = None
    ) -> None:
        eid = self._eids.make(None, step, number)
        self.units.append(Unit(eid, kind, html=blocks_html(blocks), parent=parent))


def blocks_html(blocks: list[Block]) -> str:
    """Blocks one after another, quotations and fields held together."""
    return "".join(_group_html(kind, list(group)) for kind, group in groupby(blocks, key=_group))


def _group(block: Block) -> str:
    if block.setting.field:
        return "fields"
    return "quotation" if block.setting.quoted else ""


def _group_html(kind: str, blocks: list[Block]) -> str:
    if kind == "fields":
        return tag("dl", "".join(_field(block) for block in blocks))
    html = "".join(_block_html(block) for block in blocks)
    return tag("div", html, class_=kind) if kind else html


def _field(block: Block) -> str:
    content = numbered(block.number, block.html)
    return tag("dt" if block.setting.field == "label" else "dd", content)


def _block_html(block: Block) -> str:
    if block.table:
        return block.table
    in_list = block.setting.listed > 1 or (block.setting.listed and block.number)
    class_ = "heading" if _is_heading(block) else "item" if in_list else ""
    return paragraph(numbered(block.number, block.html), class_)


def _chain(body: list[Block]) -> list[Candidate]:
    """The blocks that begin the judgment's own paragraphs."""
    found = longest_chain(
        candidate for at, block in enumerate(body) if (candidate := _candidate(at, block))
    )
    if not found:
        return []
    before = sum(len(block.text) for block in body[: found[0].at])
    after = sum(len(block.text) for block in body[found[0].at :])
    # Numbers that begin so late, or are so few, number a list in something else.
    late = before > _LONG_FRONT and before > _WIDEST_FRONT * (before + after)
    return [] if late or after > _LONGEST_MEAN * len(found) else found


def _candidate(at: int, block: Block) -> Candidate | None:
    if block.table or block.setting.quoted or block.setting.field:
        return None
    printed = leading_number(block.number or block.text)
    if printed is None or (block.setting.listed and not block.number):
        return None
    style = block.style or f"text {printed.style}"
    return Candidate(at, printed.number, style, len(block.text))


def _without_number(block: Block) -> tuple[Block, str]:
    """The block without its number, and the number as printed."""
    if block.number:
        return replace(block, number=""), block.number
    printed = leading_number(block.text)
    if printed is None:
        return block, ""
    rest = without_start(block.runs, printed.end)
    return replace(block, text=block.text[printed.end :], runs=rest), printed.printed


def _front_end(body: list[Block], first: int) -> int:
    """Where the front ends: headings right before the first paragraph are the judgment's."""
    while first and body[first - 1].setting.level:
        first -= 1
    return first


def _closing_start(body: list[Block], last: int) -> int:
    ends = (
        at
        for at in range(last + 1, len(body))
        if _SEPARATOR.fullmatch(body[at].text)
        or not _CLOSING_CLASSES.isdisjoint(body[at].setting.classes)
    )
    return next(ends, len(body))


def _is_heading(block: Block) -> bool:
    setting = block.setting
    if setting.level:
        return len(block.text) <= _LONGEST_HEADLINE
    if block.table or setting.quoted or setting.listed or setting.field or block.number:
        return False
    return (
        block.emphasised
        and not block.text[0].islower()
        and len(block.text) <= _LONGEST_HEADING
        and not block.text.endswith(_ENDS_A_SENTENCE)
    )


def _passage_kind(block: Block) -> str:
    if block.setting.field:
        return "fields"
    return "heading" if _is_heading(block) else "passage"
