"""manumit serve"""

import socket

import click
from django.core.management import call_command
from django.utils import timezone

from manumit.accounts.services import create_first_administrator, sync_roles
from manumit.cli.collection import count_records, load_collection
from manumit.cli.ground import link_texts, prepare_database, starter_collection, update_index
from manumit.cli.keeper import IndexKeeper
from manumit.cli.output import progress
from manumit.cli.web_server import web_server
from manumit.records import find_files
from manumit.vocab.services import sync_reference


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    envvar="MANUMIT_PORT",
    default=8000,
    show_default=True,
    show_envvar=True,
    help="Port to listen on.",
)
@click.option("--workers", default=1, show_default=True, help="Processes that answer.")
def command(host: str, port: int, workers: int) -> int:
    """Start the centre. The first time, prepare everything it needs."""
    _claim_port(host, port)
    _prepare()
    keeper = IndexKeeper()
    keeper.start()
    click.echo(f"Manumit is at http://{host}:{port}/ (stop it with Ctrl-C)")
    web_server(host, port, workers).serve()
    keeper.stop()
    return 0


def _claim_port(host: str, port: int) -> None:
    """Two servers on one port would answer in turn, each from its own library."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"port {port} of {host} is not free ({error.strerror}): stop what runs there, or "
                "name another with --port"
            ) from error


def _prepare() -> None:
    prepare_database()
    sync_reference()
    sync_roles()
    call_command("clearsessions")
    if count_records() == 0:
        _load_starter_collection()
    link_texts()
    update_index()
    call_command("collectstatic", verbosity=0, interactive=False)
    email = "editor@manumit.example"
    if password := create_first_administrator(email=email, at=timezone.now()):
        click.echo(f"Editors' house: /editorial/ as {email}, password {password}")
        click.echo("This password is shown once. Change it under /account/.")


def _load_starter_collection() -> None:
    places = find_files([starter_collection()])
    with progress("Loading the starter collection", len(places)) as done:
        load_collection(places=places, at=timezone.now(), progress=done)
