"""manumit bench"""

from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from manumit.cli.bench import citations, imports, relevance
from manumit.cli.output import format_option, write_json

_BENCHES = {"citations": citations.run, "import": imports.run, "relevance": relevance.run}


@click.command("bench")
@click.argument("name", type=click.Choice(sorted(_BENCHES)))
@click.option("--misses", is_flag=True, help="Print every single miss as well.")
@click.option(
    "--over",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Measure speed over the .txt and .md files below this folder as well.",
)
@format_option
def command(name: str, misses: bool, over: Path | None, as_json: bool) -> int:
    """Run the benchmark NAME and print its figures, those of its peers beside them."""
    figures = _BENCHES[name](over)
    if not misses:
        figures.pop("misses", None)
    if as_json:
        write_json(figures)
    else:
        _print(figures)
    return 0


def _print(figures: dict[str, Any]) -> None:
    console = Console()
    for name, value in figures.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            console.print(_table(name, value))
        elif isinstance(value, list):
            for line in value:
                click.echo(line)
        else:
            console.print(f"{name.replace('_', ' ')}: {value}")


def _table(name: str, rows: list[dict[str, Any]]) -> Table:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    table = Table(*columns, title=name, title_justify="left")
    for row in rows:
        table.add_row(*(str(row.get(column, "")) for column in columns))
    return table
