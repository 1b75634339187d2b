"""manumit stats"""

import click
from rich.console import Console
from rich.table import Table

from manumit.cli.ground import prepare_database
from manumit.cli.output import format_option, write_json
from manumit.library import selectors as library


@click.command("stats")
@format_option
def command(as_json: bool) -> int:
    """What is on the shelves, by kind, jurisdiction, topic and confidence."""
    prepare_database()
    counts = library.statistics()
    if as_json:
        write_json(counts)
        return 0
    console = Console()
    for name, value in counts.items():
        if isinstance(value, dict):
            table = Table("", "works", title=name.replace("_", " "), title_justify="left")
            for row, count in value.items():
                table.add_row(row, str(count))
            console.print(table)
        else:
            console.print(f"{name}: {value}")
    return 0
