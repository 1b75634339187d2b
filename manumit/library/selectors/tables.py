"""What depositaries' tables say, by the instruments they are about."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from manumit.formats import Participation
from manumit.library.models import Instrument, StatusTable, TableAct
from manumit.records import Source


@dataclass(frozen=True, slots=True)
class TableSource:
    """A depositary's page: whose it is, its number, where it stands and the day it tells of.

    ``holds`` is ``acts`` or ``statements``; ``printed_on`` is None where nobody said the day.
    """

    pk: int
    depositary: str
    number: str
    holds: str
    publisher: str
    address: str
    printed_on: date | None

    @property
    def name(self) -> str:
        """As it can be cited: publisher and number."""
        return f"{self.publisher or self.depositary} {self.number}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAct(Participation):
    """An act or a statement as a depositary's table has it, and that table; ``pk`` is its row."""

    pk: int
    table: TableSource


@dataclass(frozen=True, slots=True)
class HeldTable:
    """A table that is held: how many acts it tells, and the instrument it is about, if one is here."""

    table: TableSource
    acts: int
    key: str


def table_acts(
    keys: Collection[str] | None = None, *, parties: Collection[str] | None = None
) -> dict[str, tuple[ListedAct, ...]]:
    """What the tables say of each instrument, by its key, in their order; in three queries.

    Of every instrument with a table, drafts too; of ``keys`` alone where they are given, and of
    those who are surely ``parties`` (codes) where these are.
    """
    owners = _Owners()
    tables = {
        table.pk: (key, _source(table))
        for table in StatusTable.objects.all()
        if (key := owners.of(table)) and (keys is None or key in keys)
    }
    rows = TableAct.objects.filter(table__in=tables).order_by("table", "position")
    found: dict[str, list[ListedAct]] = defaultdict(list)
    for row in rows if parties is None else rows.filter(code__in=parties):
        key, source = tables[row.table_id]
        found[key].append(_listed(row, source))
    return {key: tuple(acts) for key, acts in found.items()}


def held_tables() -> tuple[HeldTable, ...]:
    """Every table that is held, by number; in two queries."""
    owners = _Owners()
    rows = StatusTable.objects.annotate(told=Count("acts"))
    return tuple(HeldTable(_source(row), row.told, owners.of(row)) for row in rows)


def tables_without_record() -> tuple[HeldTable, ...]:
    """Tables of treaties of which the Centre has no record."""
    return tuple(held for held in held_tables() if not held.key)


def source_of_table(table: TableSource, *, looked_on: date) -> Source:
    """The table as a source of a record's events."""
    day = table.printed_on
    name = (table.depositary, table.number.lower(), str(day or ""))
    as_of = f" as it stood on {day:%-d %B %Y}" if day else ", its day is not known"
    return Source.model_validate(
        {
            "id": "-".join(filter(None, name)),
            "url": table.address or None,
            "publisher": table.publisher or table.depositary,
            "for": ["events"],
            "on": looked_on.isoformat(),
            "note": f"status table{as_of}, read by a program from a copy",
        }
    )


class _Owners:
    """Which instrument a table is about: the one it was said to be, else the one with its number."""

    def __init__(self) -> None:
        rows = list(Instrument.objects.values_list("key", "identifiers"))
        self._keys = {key for key, _ in rows}
        self._numbers = _by_number(rows)

    def of(self, table: StatusTable) -> str:
        """The key; empty where no record, or more than one, answers."""
        if table.about:
            return table.about if table.about in self._keys else ""
        keys = self._numbers.get((table.depositary, table.number), [])
        return keys[0] if len(keys) == 1 else ""


def _by_number(
    rows: Iterable[tuple[str, Mapping[str, object]]],
) -> dict[tuple[str, str], list[str]]:
    numbers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, identifiers in rows:
        for name, number in identifiers.items():
            numbers[name, str(number)].append(key)
    return numbers


def _source(table: StatusTable) -> TableSource:
    return TableSource(
        table.pk,
        table.depositary,
        table.number,
        table.holds,
        table.publisher,
        table.address,
        table.printed_on,
    )


def _listed(row: TableAct, source: TableSource) -> ListedAct:
    return ListedAct(
        pk=row.pk,
        table=source,
        party=row.party,
        code=row.code,
        column=row.column,
        printed=row.printed,
        act=row.act,
        on=row.on,
        mark=row.mark,
        footnotes=tuple(row.footnotes),
        statement=row.statement,
        doubt=row.doubt,
    )
