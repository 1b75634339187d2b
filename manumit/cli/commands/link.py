"""manumit link"""

import click

from manumit.cli.ground import link_texts, prepare_database, update_index
from manumit.cli.output import format_option, write_json
from manumit.library.services import link_open_targets


@click.command("link")
@click.option("--all", "every", is_flag=True, help="Read every text again, not only new ones.")
@format_option
def command(every: bool, as_json: bool) -> int:
    """Find the citations in imported texts and link them with what is on the shelves.

    Importing does this for what it imports, and a work that is loaded is joined with the citations
    that name its key or number. New names, and works made by editors, are found in older texts by
    --all.
    """
    prepare_database()
    link_open_targets()
    report = link_texts(every=every)
    update_index()
    if as_json:
        write_json(
            {"texts": report.texts, "citations": report.citations, "changed": report.changed}
        )
    else:
        click.echo(
            f"{report.texts} texts read, {report.citations} citations in them; "
            f"{report.changed} texts changed."
        )
    return 0
