"""manumit publish"""

import click
from django.utils import timezone

from manumit.cli.ground import prepare_database, update_index
from manumit.cli.output import format_option, write_json
from manumit.library.services import publish_due


@click.command("publish")
@format_option
def command(as_json: bool) -> int:
    """Publish what was approved for an hour that has come, and withdraw what was to end by now.

    A running server does so every minute by itself.
    """
    prepare_database()
    due = publish_due(at=timezone.now())
    update_index()
    if as_json:
        write_json([{"key": one.key, "became": one.became, "refused": one.refused} for one in due])
    else:
        for one in due:
            click.echo(f"{one.key}: {one.became or one.refused}")
        click.echo(f"{sum(bool(one.became) for one in due)} records.")
    return 1 if any(one.refused for one in due) else 0
