"""Depositaries' tables: kept as they say, the newest of each number alone."""

from datetime import date, datetime

from django.db import transaction

from manumit.accounts.types import User
from manumit.formats import InstrumentFacts, ParsedDocument, Participation
from manumit.journal import services as journal
from manumit.library.errors import OlderTable, WorkNotFound
from manumit.library.models import Instrument, StatusTable, TableAct
from manumit.library.types import Outcome


@transaction.atomic
def keep_table(
    *,
    document: ParsedDocument,
    digest: str,
    about: str | None,
    printed_on: date | None,
    by: User | None,
    at: datetime,
) -> Outcome:
    """Keep what a depositary's table says in place of what an older one of its number said.

    ``digest`` is of what was read; ``about`` the key of the instrument where it is not the one that
    bears the number; ``printed_on`` the day as of which the table tells. The same again changes
    nothing. Raises OlderTable, or WorkNotFound where nobody can know whose acts these are.
    """
    facts = document.facts
    if not isinstance(facts, InstrumentFacts) or not facts.participation:
        raise WorkNotFound(f"{document.title} tells of no acts of states")
    _refuse_nameless(document, about)
    acts = [act for act in facts.participation if act.tells_an_act]
    table = _place_of(document, facts, acts, about)
    if table.pk and _is_same(table, digest, about, printed_on):
        return Outcome.UNCHANGED
    _refuse_older(table, digest, printed_on)
    made = table.pk is None
    table.about = about or table.about
    table.publisher, table.address = document.publisher, document.official_url
    table.printed_on = printed_on or table.printed_on
    table.digest, table.imported_at = digest, at
    table.save()
    _write_acts(table, acts)
    _tell(table, len(acts), made=made, by=by, at=at)
    return Outcome.MADE if made else Outcome.CHANGED


def _refuse_nameless(document: ParsedDocument, about: str | None) -> None:
    if about and not Instrument.objects.filter(key=about).exists():
        raise WorkNotFound(f"{about} is no instrument: states take part in none of its kind")
    if not about and not document.number:
        raise WorkNotFound(
            "the file does not say which instrument it is about: say so with --work KEY"
        )


def _place_of(
    document: ParsedDocument, facts: InstrumentFacts, acts: list[Participation], about: str | None
) -> StatusTable:
    """The table held under that number, or a new one."""
    statements = any(act.is_statement for act in acts)
    holds = StatusTable.Holds.STATEMENTS if statements else StatusTable.Holds.ACTS
    place = {"depositary": facts.depositary, "number": document.number, "holds": holds}
    if not document.number:
        place["about"] = about or ""
    held = StatusTable.objects.select_for_update().filter(**place).first()
    return held or StatusTable(**place)


def _is_same(table: StatusTable, digest: str, about: str | None, printed_on: date | None) -> bool:
    new_day = printed_on is not None and printed_on != table.printed_on
    return table.digest == digest and about in {None, table.about} and not new_day


def _refuse_older(table: StatusTable, digest: str, printed_on: date | None) -> None:
    held = table.printed_on
    if held is None or table.digest == digest:
        return
    if printed_on is None:
        raise OlderTable(f"the table held is of {held}: say with --as-of of which day this one is")
    if printed_on < held:
        raise OlderTable(f"the table held is of {held}, this one of {printed_on}")


def _write_acts(table: StatusTable, acts: list[Participation]) -> None:
    table.acts.all().delete()
    rows = [
        TableAct(
            table=table,
            position=position,
            party=act.party,
            code=act.code,
            act=act.act,
            on=act.on,
            column=act.column,
            printed=act.printed,
            mark=act.mark,
            footnotes=list(act.footnotes),
            statement=act.statement,
            doubt=act.doubt,
        )
        for position, act in enumerate(acts)
    ]
    TableAct.objects.bulk_create(rows, batch_size=500)


def _tell(table: StatusTable, acts: int, *, made: bool, by: User | None, at: datetime) -> None:
    journal.append(
        action="table kept",
        subject=f"{table.depositary}:{table.number or table.about}",
        by=by,
        at=at,
        detail={"made": made, "holds": table.holds, "acts": acts, "digest": table.digest},
    )
