"""manumit index"""

import click

from manumit.cli.ground import prepare_database, update_index
from manumit.cli.output import format_option, progress, write_json
from manumit.search import services as search


@click.command("index")
@click.option("--rebuild", is_flag=True, help="Build the whole index anew and swap it in.")
@format_option
def command(rebuild: bool, as_json: bool) -> int:
    """Bring the search index up to date with the journal of changes."""
    prepare_database()
    if rebuild:
        with progress("Indexing", None) as done:
            report = search.rebuild(progress=lambda finished, _total: done(finished))
    else:
        report = update_index()
    if as_json:
        write_json({"changed": report.changed, "removed": report.removed, "number": report.number})
    else:
        click.echo(
            f"Index: {report.changed} works written, {report.removed} removed, "
            f"up to entry {report.number} of the journal."
        )
    return 0
