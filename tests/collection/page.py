"""Writes docs/reconciliation.md: what the UN's tables say, and how our records stand beside them.

Facts alone, from the tables in the folder of real material beside the repository and from the
collection. Write it anew with ``python -m tests.collection > docs/reconciliation.md``.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from manumit.formats import Participation
from manumit.formats.untc.participants import NOBODY
from manumit.records import Act, TreatyEvent
from manumit.reference import party_name
from tests.collection.depositary import FOLDER, LAST_DAY, Held, acts_in, held_against_tables
from tests.paths import REPOSITORY, SHARED

PAGE = REPOSITORY / "docs" / "reconciliation.md"
_RECORDED = frozenset(get_args(Act))


@dataclass
class ReadTables:
    """What became of the cells of all tables; ``unread`` are those without party, act or day."""

    tables: int = 0
    aside: int = 0
    empty: int = 0
    acts: int = 0
    whole: int = 0
    sure: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    unread: list[tuple[str, Participation]] = field(default_factory=list)


def page() -> str:
    """The whole page."""
    assert SHARED is not None, "no shared material: set MANUMIT_SHARED to its folder"
    folder = SHARED / FOLDER
    held = list(held_against_tables(folder))
    read = count_acts(folder / "treaties")
    statements = len(list((folder / "declarations").glob("*.txt")))
    parts = [
        _head(read, statements),
        _what_was_read(read),
        _unread(read),
        _instruments(held),
        _disagreements(held),
        _absent(held),
        _open(held),
        _unsaid(held),
    ]
    return "\n".join(parts)


def count_acts(folder: Path) -> ReadTables:
    """Every cell of every table in the folder, counted."""
    read = ReadTables()
    for path in sorted(folder.glob("*.csv")):
        read.tables += 1
        for act in acts_in(path):
            _count(read, path.name, act)
    return read


def _count(read: ReadTables, name: str, act: Participation) -> None:
    if not act.tells_an_act:
        read.aside += act.aside
        read.empty += not act.aside
        return
    read.acts += 1
    if not act.act or act.on is None or NOBODY in act.doubt:
        read.unread.append((name, act))
        return
    read.whole += 1
    read.sure += not act.doubt
    read.kinds[act.act] += 1
    read.doubts.update({_kind_of_doubt(one) for one in act.doubt.split("; ") if one})


def _kind_of_doubt(doubt: str) -> str:
    """A doubt without what it is about, so that its like are counted together."""
    for kind in ("several acts stand in one column", "no act of a treaty event", "in brackets"):
        if doubt.startswith(kind):
            return kind
    return "before a day the name may be another state's" if doubt.startswith("before") else doubt


def _head(read: ReadTables, statements: int) -> str:
    part = 100 * read.whole / read.acts
    return (
        "# Reconciliation\n\n"
        "Written by a program (`python -m tests.collection > docs/reconciliation.md`) and held true "
        "by `tests/collection/test_untc_status.py`: change the records or the reader, not this page. "
        f"It holds {read.tables} status tables and {statements} pages of statements of the UN Treaty "
        f"Collection, as of {LAST_DAY:%-d %B %Y}, against the records of the starter collection, as "
        "`manumit import untc` does ([how](how-to/import-status-tables.md), "
        "[why](adr/0017-facts-are-kept-apart-by-who-says-them.md)).\n\n"
        + _table(
            ["what stands in the tables", "cells"],
            [
                ["acts of states", f"{read.acts:,}"],
                ["of them read to a party, an act and a day", f"{read.whole:,} ({part:.2f} %)"],
                ["of them an act of a treaty event, without any doubt", f"{read.sure:,}"],
                ["not read to all three", f"{len(read.unread):,}"],
                ["particulars that tell of no act (a resolution's number)", f"{read.aside:,}"],
                ["names without any cell", f"{read.empty:,}"],
            ],
        )
    )


def _what_was_read(read: ReadTables) -> str:
    kinds = [
        [f"`{kind}`", "yes" if kind in _RECORDED else "no", f"{count:,}"]
        for kind, count in read.kinds.most_common()
    ]
    doubts = [[doubt, f"{count:,}"] for doubt, count in read.doubts.most_common()]
    return (
        "## What was read\n\n"
        "An act that no record can hold is kept with a doubt: it may agree with an event, and is "
        "never proposed as one. Where one column stands for several acts that all bind, what the cell "
        "says is that the state consented to be bound, and not by which of them.\n\n"
        + _table(["act", "of treaty events", "cells"], kinds)
        + "\n"
        + _table(["why an editor must look first", "cells"], doubts)
    )


def _unread(read: ReadTables) -> str:
    rows = [[f"`{name}`", act.party, act.printed, _why(act)] for name, act in read.unread]
    return "## Not read\n\n" + _table(["table", "party", "printed", "why"], rows)


def _why(act: Participation) -> str:
    doubt = act.doubt
    return f"{doubt[:100]} …" if len(doubt) > 100 else doubt


def _instruments(held: Iterable[Held]) -> str:
    rows = [
        [
            one.record.title,
            one.number,
            *(
                str(len(side))
                for side in (
                    one.compared.agreed,
                    one.compared.missing,
                    one.compared.different,
                    one.compared.only_here,
                    one.compared.open,
                    one.compared.unsaid,
                )
            ),
            str(one.compared.elsewhere),
        ]
        for one in held
    ]
    names = ["record", "number", "agree", "missing", "different", "only here", "open"]
    return (
        "## The records\n\n"
        "*Missing* is an act that only the table has, of a party that records of the collection name; "
        "*open* one that nobody can be sure of; *statements* are those of parties for whom the record "
        "has none; *others* counts acts of those whom no record names.\n\n"
        + _table([*names, "statements", "others"], rows)
    )


def _disagreements(held: Iterable[Held]) -> str:
    lines = [
        f"{one.number}: the table has {_act(act)}, the record {_event(event)}"
        for one in held
        for act, event in one.compared.different
    ]
    missing = [f"{one.number}: {_act(act)}" for one in held for act in one.compared.missing]
    return (
        "## Told otherwise\n\n" + _list(lines) + "\n## Missing in our records\n\n" + _list(missing)
    )


def _absent(held: Iterable[Held]) -> str:
    lines = [
        f"{one.number}: {_event(event)}: {one.why_absent(event) or 'nobody has looked yet'}"
        for one in held
        for event in one.compared.only_here
    ]
    return "## In our records alone\n\n" + _list(lines)


def _open(held: Iterable[Held]) -> str:
    lines = [f"{one.number}: {_act(act)}: {_why(act)}" for one in held for act in one.compared.open]
    return "## Open\n\n" + _list(lines)


def _unsaid(held: Iterable[Held]) -> str:
    lines = [
        f"{one.number}: {', '.join(sorted({party_name(act.code) for act in one.compared.unsaid}))}"
        for one in held
        if one.compared.unsaid
    ]
    return "## Statements without counterpart\n\n" + _list(lines)


def _act(act: Participation) -> str:
    return f"{act.party}, {act.act or 'an act'} of {act.on}"


def _event(event: TreatyEvent) -> str:
    return f"{party_name(event.party)}, {event.act} of {event.on}"


def _list(lines: list[str]) -> str:
    return "".join(f"- {line}\n" for line in lines) or "Nothing.\n"


def _table(names: list[str], rows: Iterable[list[str]]) -> str:
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
