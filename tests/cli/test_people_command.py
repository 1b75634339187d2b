"""The operator sees who has an account, and gives and takes what they may do."""

import json

import pytest
from click.testing import CliRunner

from manumit.cli.commands.people import command
from tests.staff import person_with, with_app

pytestmark = pytest.mark.django_db
EMAIL = "ada@example.org"


def run(*words: str, fails: bool = False) -> str:
    done = CliRunner().invoke(command, words)
    assert (done.exit_code != 0) is fails, done.output
    return done.output


def test_people_are_added_listed_given_roles_and_lose_them():
    assert f"{EMAIL}, password " in run("add", EMAIL, "--role", "editor")
    assert run("role", EMAIL, "reviewer") == f"{EMAIL}: editor, reviewer\n"
    assert run("role", EMAIL, "editor", "--take") == f"{EMAIL}: reviewer\n"
    assert run("list") == f"{EMAIL}: reviewer; no second factor\n"
    (told,) = json.loads(run("list", "--format", "json"))
    assert (told["email"], told["roles"], told["second_factor"]) == (EMAIL, ["reviewer"], False)


def test_a_lost_factor_is_reset_with_a_reason_and_not_without():
    with_app(person_with("editor"))
    assert "second factor" in run("list")
    run("reset-second-factor", EMAIL, fails=True)
    run("reset-second-factor", EMAIL, "--reason", "lost her phone; I rang her")
    assert "no second factor" in run("list")


def test_what_cannot_be_done_is_one_clear_line():
    assert "nobody here has the address" in run("role", EMAIL, "editor", fails=True)
    assert "is no e-mail address" in run("add", "ada", fails=True)
