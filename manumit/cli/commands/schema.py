"""manumit schema"""

import json

import click

from manumit.records import json_schema


@click.command("schema")
def command() -> int:
    """Print the JSON Schema of collection files."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return 0
