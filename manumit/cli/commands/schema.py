"""manumit schema"""

import json

import click

from manumit.guide import selectors as guides
from manumit.records import json_schema


@click.command("schema")
@click.option("--guide", "of_guides", is_flag=True, help="That of guides instead.")
def command(of_guides: bool) -> int:
    """Print the JSON Schema of collection files."""
    schema = guides.json_schema() if of_guides else json_schema()
    click.echo(json.dumps(schema, indent=2, ensure_ascii=False))
    return 0
