"""What depositaries' tables add to a record: the acts of parties that it says nothing of.

A record's own acts were chosen and sourced by an editor and stand. Where both speak of a party,
the comparison of the two is for the editor (``library.reconciliation``), not for an answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from manumit.library.selectors import ListedAct, TableSource
from manumit.treaties.types import ActOfState, Roll, Treaty

_PREFIX = "table-"  # no source of a record is named so: it has the table's own number behind it


def with_tables(treaty: Treaty, listed: Sequence[ListedAct]) -> Treaty:
    """The treaty with the sure acts of the tables, for parties of which the record has none."""
    ours = {act.party for act in treaty.acts}
    sure = [each for each in listed if each.act and each.code and each.on and not each.doubt]
    added = tuple(_act(each) for each in sure if each.code not in ours)
    tables = {_name(each.table): each.table for each in listed if each.table.holds == "acts"}
    sources = {name: _source(table) for name, table in tables.items()}
    return replace(
        treaty,
        acts=(*treaty.acts, *added),
        rolls=(*treaty.rolls, *_rolls(treaty, listed, tables, ours)),
        sources={**treaty.sources, **sources},
    )


def _rolls(
    treaty: Treaty, listed: Sequence[ListedAct], tables: Mapping[str, TableSource], ours: set[str]
) -> tuple[Roll, ...]:
    """A table's silence means something where it is the only one and nobody in it is unsure.

    Parties of which the record itself speaks are left to the record's own rolls.
    """
    if len(tables) != 1 or treaty.amended_by or any(not each.code for each in listed):
        return ()
    [(name, table)] = tables.items()
    if table.printed_on is None:
        return ()
    return (Roll(frozenset(), frozenset(), table.printed_on, name, other_than=frozenset(ours)),)


def _act(each: ListedAct) -> ActOfState:
    assert each.on is not None
    return ActOfState(
        party=each.code, act=each.act, on=each.on.isoformat(), gist=each.statement,
        source=_name(each.table), known_by=each.table.printed_on or date.max,
    )  # fmt: skip


def _name(table: TableSource) -> str:
    return f"{_PREFIX}{table.depositary}-{table.number}"


def _source(table: TableSource) -> dict[str, Any]:
    return {
        "id": _name(table),
        "publisher": table.name,
        "url": table.address or None,
        "on": table.printed_on.isoformat() if table.printed_on else None,
        "basis": "read",
    }
