"""Reading one file of the UN Treaty Collection."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from manumit.formats.text import decode_utf8
from manumit.formats.types import InstrumentFacts, ParsedDocument, Participation, UnreadableDocument
from manumit.formats.untc.statements import before_the_first, read_statements
from manumit.formats.untc.tables import FIRST, read_table

_TABLE = re.compile(rf'\ufeff?"?{FIRST}"?[,\r\n]')
_STATEMENTS = re.compile(r"\ufeff?\s{0,9}#[^\W\d_][^\n#]{1,100}\n")
_LIST = re.compile(r"\ufeff?chapter_no,treaty_no,")
_CHAPTER = re.compile(r"(?P<chapter>\d{1,2}|[IVX]{1,6})-(?P<rest>\d{1,3}(?:-[0-9a-z]{1,3}){0,3})")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_NAMED = 8
_PAGE = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={}&clang=_en"


def sniff(start: bytes) -> bool:
    """Whether the first line is that of a status table, or names a participant."""
    text = start.decode("utf-8", "ignore")
    return bool(_TABLE.match(text) or _STATEMENTS.match(text))


def read(data: bytes, filename: str) -> list[ParsedDocument]:
    """Read one table or page. Raises UnreadableDocument."""
    text = decode_utf8(data)
    acts = tuple(_participation(text))
    if not acts:
        raise UnreadableDocument("no participant stands in it")
    number = number_in(filename)
    return [
        ParsedDocument(
            kind="instrument",
            key=None,
            title=f"Status of treaty {number}" if number else "Status of a treaty",
            language="en",
            authority="unofficial",
            facts=InstrumentFacts(participation=acts, depositary="untc"),
            units=(),
            number=number,
            official_url=_PAGE.format(number) if number else "",
            publisher="United Nations Treaty Collection",
            notes=tuple(_notes(acts)),
        )
    ]


def number_in(filename: str) -> str:
    """The depositary's number in a file's name: ``18-12-a.csv`` gives ``XVIII-12-a``; else empty."""
    found = _CHAPTER.fullmatch(PurePath(filename).stem)
    if not found:
        return ""
    chapter = found["chapter"]
    return f"{_roman(int(chapter)) if chapter.isdigit() else chapter}-{found['rest']}"


def _participation(text: str) -> list[Participation]:
    if _TABLE.match(text):
        return list(read_table(text))
    if _LIST.match(text):
        raise UnreadableDocument("a list of treaties, and no status table of one")
    if not _STATEMENTS.match(text) or before_the_first(text):
        raise UnreadableDocument(f"neither a table with a column {FIRST!r} nor names after #")
    statements = list(read_statements(text))
    if not any(one.code for one in statements):
        raise UnreadableDocument("no name after # is that of a state")
    return statements


def _notes(acts: Sequence[Participation]) -> list[str]:
    """How much was read, and each doubt once with those it is about."""
    parties = dict.fromkeys(act.party for act in acts)
    sure = sum(1 for act in acts if act.act and act.on and not act.doubt)
    notes = [f"Participants: {len(parties)}. Acts whose party, kind and day are sure: {sure}."]
    doubts = Counter(act.doubt for act in acts if act.doubt)
    for doubt, count in doubts.most_common():
        names = list(dict.fromkeys(act.party for act in acts if act.doubt == doubt))
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        notes.append(f"Left open ({count}), {doubt}: {', '.join(names[:_NAMED])}{more}.")
    return notes


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
