"""A status table: one row a participant, one column a kind of act, a day in the cell."""

import csv
import io
import re
from collections.abc import Iterator

from manumit.formats.dates import read_day
from manumit.formats.types import Participation, UnreadableDocument
from manumit.formats.untc.columns import Column, read_column
from manumit.formats.untc.participants import Participant, read_participant, split_footnotes

FIRST = "Participant"
_CELL = re.compile(
    r"(?P<day>\d{1,2} [A-Za-z]{3,9}\.? \d{4})(?:\s*,?\s*(?P<mark>[A-Za-z]{1,2}))?", re.ASCII
)
_TAKEN_BACK = "in brackets: it no longer has effect, see the depositary's note"


def read_table(text: str) -> Iterator[Participation]:
    """Every cell that is not empty, row by row; a row of empty ones once. Raises UnreadableDocument."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        _, *headings = next(rows)
        columns = [read_column(heading) for heading in headings]
        for row in rows:
            if any(row):
                yield from _row(row, columns)
    except csv.Error as error:
        raise UnreadableDocument(f"not CSV (line {rows.line_num}: {error})") from error
    except StopIteration:
        raise UnreadableDocument("no line of headings") from None


def _row(row: list[str], columns: list[Column]) -> Iterator[Participation]:
    party = read_participant(row[0])
    cells = [cell.strip() for cell in row[1:]]
    # A cell beyond the last heading is kept: nobody says what it is.
    known = columns + [read_column("")] * (len(cells) - len(columns))
    filled = [(column, cell) for column, cell in zip(known, cells, strict=False) if cell]
    for column, cell in filled:
        yield _cell(party, column, cell)
    if not filled:
        yield Participation(party.name, party.code, footnotes=party.footnotes, doubt=party.doubt)


def _cell(party: Participant, column: Column, cell: str) -> Participation:
    if column.aside:
        return Participation(
            party.name, column=column.heading, printed=cell, aside=True, footnotes=party.footnotes
        )
    bare, footnotes = _split(cell)
    found = _CELL.fullmatch(bare.strip("[] "))
    day = read_day(found["day"]) if found else None
    mark = (found["mark"] or "") if found else ""
    act, open_act = column.act(mark) if day else ("", "no day was read in it")
    code, open_code = party.on(day)
    taken_back = _TAKEN_BACK if bare.startswith("[") else ""
    return Participation(
        party=party.name,
        code=code,
        column=column.heading,
        printed=cell,
        act=act,
        on=day,
        mark=mark,
        footnotes=(*party.footnotes, *footnotes),
        doubt="; ".join(filter(None, (open_code, open_act, taken_back))),
    )


def _split(cell: str) -> tuple[str, tuple[str, ...]]:
    """A cell and its footnotes: figures after a day, not the year it ends with."""
    bare, footnotes = split_footnotes(cell)
    return (bare, footnotes) if _CELL.fullmatch(bare.strip("[] ")) else (cell, ())
