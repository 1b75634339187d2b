"""manumit bench"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from manumit.cli.bench import citations, connection, desk, imports, relevance, search, site
from manumit.cli.bench.search import Scale
from manumit.cli.output import format_option, write_json

_BENCHES: dict[str, Callable[[Path | None], dict[str, Any]]] = {
    "citations": citations.run,
    "desk": desk.run,
    "import": imports.run,
    "relevance": relevance.run,
}


@click.command("bench")
@click.argument("name", type=click.Choice(sorted([*_BENCHES, "connection", "search", "site"])))
@click.option("--misses", is_flag=True, help="Print every single miss as well.")
@click.option(
    "--over",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Measure speed over the files below this folder as well; search and site make works of them.",
)
@click.option("--docs", multiple=True, type=click.IntRange(1), default=(10_000,), show_default=True,
              help="Search, site: over how many works; may be given several times.")  # fmt: skip
@click.option(
    "--seed", default=1, show_default=True, help="Search, site: other works and questions."
)
@click.option("--each", type=click.IntRange(1), default=40, show_default=True,
              help="Search: questions of each class.")  # fmt: skip
@click.option("--seconds", type=click.IntRange(1), default=300, show_default=True,
              help="Search: the longest that one engine is asked by so many clients.")  # fmt: skip
@click.option("--keep", type=click.Path(path_type=Path, file_okay=False),
              help="Connection, search, site: keep what is made in this folder, and use what is there.")  # fmt: skip
@click.option("--database", envvar="MANUMIT_TEST_DATABASE", default="", show_envvar=True,
              help="Search: a PostgreSQL to measure as well; it gets a schema of its own.")  # fmt: skip
@click.option("--part", "parts", multiple=True, type=click.Choice(search.PARTS), default=search.PARTS,
              show_default=True, help="Search: what to measure; may be given several times.")  # fmt: skip
@format_option
def command(name: str, misses: bool, over: Path | None, as_json: bool, **scale: Any) -> int:
    """Run the benchmark NAME and print its figures, those of its peers beside them."""
    asked = {each: scale[each] for each in ("docs", "seed", "keep")}
    benches = _BENCHES | {
        "connection": partial(connection.run, keep=scale["keep"]),
        "search": partial(search.run, scale=Scale(**scale)),
        "site": partial(site.run, **asked),
    }
    figures = benches[name](over)
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
