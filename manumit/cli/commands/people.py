"""manumit people"""

import click
from django.utils import timezone

from manumit.accounts import selectors, services
from manumit.accounts.errors import AccountsError
from manumit.accounts.types import Role, User
from manumit.cli.ground import prepare_database
from manumit.cli.output import format_option, write_json

_ROLE = click.Choice([role.value for role in Role])


class _People(click.Group):
    """Commands in the order of their writing; what cannot be done is one clear line."""

    def invoke(self, ctx: click.Context) -> int:
        try:
            return int(super().invoke(ctx) or 0)
        except AccountsError as error:
            raise click.ClickException(str(error)) from error


@click.group("people", cls=_People)
def command() -> None:
    """Who has an account, and what they are here for (docs/roles.md)."""
    prepare_database()


@command.command("list")
@format_option
def list_people(as_json: bool) -> None:
    """Everybody with an account: address, roles, whether they have a second factor."""
    if as_json:
        write_json([_as_json(person) for person in selectors.people()])
        return
    for person in selectors.people():
        click.echo(_as_text(person))


def _as_text(person: User) -> str:
    factor = "second factor" if selectors.second_factors(person).exists() else "no second factor"
    return f"{person.email}: {_roles(person)}; {factor}"


def _as_json(person: User) -> dict[str, object]:
    return {
        "email": person.email,
        "roles": [role.value for role in selectors.roles_of(person)],
        "second_factor": selectors.second_factors(person).exists(),
        "last_login": person.last_login,
    }


def _roles(person: User) -> str:
    return ", ".join(selectors.roles_of(person)) or "no role"


@command.command("add")
@click.argument("email")
@click.option("--role", "roles", type=_ROLE, multiple=True, help="What they are here for.")
def add(email: str, roles: tuple[str, ...]) -> None:
    """Make an account; its password is shown once."""
    wanted = [Role(role) for role in dict.fromkeys(roles)]
    password = services.add_person(email=email, roles=wanted, by=None, at=timezone.now())
    click.echo(f"{email}, password {password}")
    click.echo("This password is shown once. They change it under /account/.")


@command.command("role")
@click.argument("email")
@click.argument("role", type=_ROLE)
@click.option("--take", is_flag=True, help="Take the role away instead of granting it.")
def change_role(email: str, role: str, take: bool) -> None:
    """Grant a role, or take it; they have to sign in again."""
    change = services.take_role if take else services.grant_role
    person = selectors.person_of(email)
    change(person=person, role=Role(role), by=None, at=timezone.now())
    click.echo(f"{person.email}: {_roles(person)}")


@command.command("reset-second-factor")
@click.argument("email")
@click.option("--reason", required=True, help="Why, and how you know that it is them.")
def reset(email: str, reason: str) -> None:
    """Take away the app, passkeys and recovery codes of somebody who lost them."""
    person = selectors.person_of(email)
    services.reset_second_factor(person=person, reason=reason, by=None, at=timezone.now())
    click.echo(f"{person.email} sets up a new second factor when they next sign in.")
