"""manumit languages"""

import click
from rich.console import Console
from rich.table import Table

from manumit.base.languages import SOURCE, languages
from manumit.cli.languages.catalogues import update as update_catalogues
from manumit.cli.languages.checking import counts, faults


@click.group("languages", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """The languages of the interface: how much of each is translated, and by whom."""
    if context.invoked_subcommand is None:
        _print()


@command.command("update")
def update() -> int:
    """Bring the catalogues up to the sources, and compile them. Run it after changing any message."""
    for language in update_catalogues():
        click.echo(f"{language.tag}: {len(faults(language))} faults")
    return 0


@command.command("check")
def check() -> int:
    """Say what is wrong with the catalogues; ends with 1 where anything is."""
    wrong = [
        f"{tag}: {one}"
        for tag, language in languages().items()
        if tag != SOURCE
        for one in faults(language)
    ]
    for line in wrong:
        click.echo(line)
    return 1 if wrong else 0


def _print() -> None:
    table = Table("language", "translated", "of", "state", "by", "reviewed by")
    for language in languages().values():
        if language.tag == SOURCE:
            continue
        done, total = counts(language)
        table.add_row(
            f"{language.tag} {language.name}", str(done), str(total), language.state,
            language.translated_by, ", ".join(language.reviewers) or "nobody yet",
        )  # fmt: skip
    Console().print(table)
