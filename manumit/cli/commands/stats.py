"""manumit stats"""

from typing import Any

import click
from django.utils import timezone
from rich.console import Console
from rich.table import Table

from manumit.cli.ground import prepare_database
from manumit.cli.output import format_option, write_json
from manumit.directory import selectors as directory
from manumit.library import selectors as library


@click.command("stats")
@format_option
def command(as_json: bool) -> int:
    """What is on the shelves, by kind, jurisdiction, topic and confidence.

    Stale are findings and gists that rest on text which has changed since.
    """
    prepare_database()
    counts = _counts()
    if as_json:
        write_json(counts)
        return 0
    _print(counts)
    return 0


def _counts() -> dict[str, Any]:
    """What the rooms hold, under the names other programs lean on."""
    services = directory.count_services(timezone.localdate())
    shelves = library.statistics()
    return {
        "works": shelves.pop("works"),
        "services": services["current"],
        "services_expired": services["expired"],
        "passages": shelves.pop("passages"),
        "citations": shelves.pop("citations"),
        "stale": len(library.stale(timezone.localdate())),
        **shelves,
    }


def _print(counts: dict[str, Any]) -> None:
    console = Console()
    for name, value in counts.items():
        if isinstance(value, dict):
            table = Table("", "works", title=name.replace("_", " "), title_justify="left")
            for row, count in value.items():
                table.add_row(row, str(count))
            console.print(table)
        else:
            console.print(f"{name.replace('_', ' ')}: {value}")
