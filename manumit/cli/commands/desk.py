"""manumit desk"""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import TextIO

import click
from django.conf import settings
from django.utils import timezone
from django.utils.timezone import localdate

from manumit.accounts import selectors as accounts
from manumit.accounts.errors import AccountsError
from manumit.cli import practice_notes
from manumit.cli.ground import prepare_database
from manumit.cli.output import write_json
from manumit.desk import selectors, services
from manumit.desk.errors import DeskError
from manumit.desk.types import Role
from manumit.library import services as library
from manumit.library.errors import LibraryError

_STAFF = [role.value for role in (Role.TRIAGER, Role.ADVISER, Role.CUSTODIAN)]
_FILE = click.Path(path_type=Path, dir_okay=False)


class _Desk(click.Group):
    """What cannot be done is one clear line."""

    def invoke(self, ctx: click.Context) -> int:
        try:
            return int(super().invoke(ctx) or 0)
        except (AccountsError, DeskError, LibraryError) as error:
            raise click.ClickException(str(error)) from error


@click.group("desk", cls=_Desk)
def command() -> None:
    """The confidential desk: its keys and people (docs/desk-operations.md)."""


@command.command("init")
@click.argument("desk_key", type=_FILE)
def init(desk_key: Path) -> None:
    """Make the desk's keys; the one that certifies people goes to DESK_KEY, to be taken offline."""
    services.make_keys(offline=desk_key, on=timezone.localdate())
    click.echo(f"{desk_key} certifies people. Move it to a medium that is kept offline, twice.")


@command.command("requests")
def requests() -> None:
    """Members who wait for a certificate, one JSON document a line."""
    prepare_database()
    for member in selectors.uncertified(on=timezone.localdate()):
        write_json(services.request_of(member=member))


@command.command("certify")
@click.argument("request", type=click.File())
@click.option("--key", type=_FILE, required=True, help="The desk key.")
@click.option("--role", "roles", type=click.Choice(_STAFF), multiple=True, required=True)
@click.option("--days", default=365, show_default=True, help="For how long.")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="First day; today.")
def certify(
    request: TextIO, key: Path, roles: tuple[str, ...], days: int, first: datetime | None
) -> None:
    """Sign one request, where the desk key is: no network or database is needed.

    Compare the fingerprint with what the member sees, by voice, before.
    """
    asked = _document(request)
    day = first.date() if first else timezone.localdate()
    signed = services.certify(
        request=asked,
        key=key,
        roles=[Role(role) for role in roles],
        first_day=day,
        last_day=day + timedelta(days=days),
    )
    click.echo(f"{signed['shown_as']}: {signed['fingerprint']}", err=True)
    write_json(signed)


@command.command("accept")
@click.argument("certificate", type=click.File())
def accept(certificate: TextIO) -> None:
    """Take in a certificate that was signed."""
    prepare_database()
    member = services.accept(signed=_document(certificate))
    click.echo(f"{member} is certified.")


@command.command("remove")
@click.argument("email")
def remove(email: str) -> None:
    """Take somebody off the desk: their certificates, grants and sessions."""
    prepare_database()
    member = selectors.member_of(accounts.person_of(email))
    if member is None:
        raise click.ClickException(f"{email} has no keys at the desk")
    cases = services.remove_member(member=member, by=None, at=timezone.now())
    click.echo(f"{member} has left; the key of {cases} cases changes before anything is written.")


@command.command("notes")
def notes() -> None:
    """Hand the practice notes of months that are over to the editors, as drafts. For a daily timer."""
    prepare_database()
    at = timezone.now()

    def shelve(parts: Mapping[str, str]) -> None:
        file = practice_notes.record_for(parts, centre=settings.WAGTAIL_SITE_NAME, on=localdate(at))
        # By nobody: who of the desk wrote or read it would narrow down the case.
        library.record_work(file=file, by=None, at=at)

    handed = services.hand_over(to=shelve, on=localdate(at))
    click.echo(f"Handed to the editors: {handed}.")


@command.command("purge")
def purge() -> None:
    """Destroy what is over, begin the month's epoch, destroy old ones. For a daily timer."""
    prepare_database()
    done = services.purge(at=timezone.now())
    click.echo(
        f"Cases destroyed: {done.cases}. Stray files: {done.strays}. "
        f"Carried to this month's key: {done.carried}. Epoch keys destroyed: {done.epochs}."
    )


@command.command("tell")
def tell() -> None:
    """Mail those for whom there is something new: only that there is. For an hourly timer."""
    prepare_database()
    click.echo(f"Told: {services.tell(at=timezone.now())}.")


def _document(file: TextIO) -> services.Signed:
    try:
        found: services.Signed = json.load(file)
    except ValueError as error:
        raise DeskError("this file is not JSON") from error
    return found
