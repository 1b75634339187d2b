"""manumit position"""

from datetime import date, datetime
from typing import Any

import click
from django.utils import timezone

from manumit.cli.ground import prepare_database
from manumit.cli.output import format_option, write_json
from manumit.library import selectors as library
from manumit.library.errors import LibraryError
from manumit.treaties import selectors as treaties


@click.command("position")
@click.argument("instrument")
@click.option("--territory", default="hk", show_default=True, help="Code, such as hk, th or gb.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day; today when left out.")
@format_option
def command(instrument: str, territory: str, on: datetime | None, as_json: bool) -> int:
    """Where a territory stands under INSTRUMENT (a key or a title) on a day, and why."""
    prepare_database()
    day = on.date() if on else timezone.localdate()
    found = treaties.position_of(_key(instrument), territory, day)
    document = treaties.as_document(found)
    if as_json:
        write_json(document)
    else:
        _tell(document, day)
    return 0


def _key(given: str) -> str:
    """The key itself, or that of the one instrument with the title; else left to be refused."""
    if library.is_held(given):
        return given
    try:
        return library.key_for_title(given, "instrument")
    except LibraryError:
        return given


def _tell(document: dict[str, Any], day: date) -> None:
    where = treaties.name_of(document["territory"])
    click.echo(f"{document['instrument']}, {where}, {day.isoformat()}")
    click.echo(document["reason"])
    click.echo(f"How sure: {document['sureness']}")
    _tell_acts("Acts", document["chain"])
    _tell_acts("Reservations and declarations", document["reservations"])
    for key in document["amended_by"]:
        click.echo(f"As amended by {key}")
    for source in document["sources"]:
        known = " (from knowledge)" if source["basis"] == "knowledge" else ""
        click.echo(f"Source: {source['publisher']}, {source['url'] or source['cite']}{known}")


def _tell_acts(heading: str, acts: list[dict[str, Any]]) -> None:
    if acts:
        click.echo(f"{heading}:")
    for act in acts:
        whose = treaties.name_of(act["party"])
        where = f" for {treaties.name_of(act['territory'])}" if act["territory"] else ""
        gist = f": {act['gist']}" if act["gist"] else ""
        click.echo(f"  {act['on'] or 'day unknown'}  {whose}{where}, {act['act']}{gist}")
