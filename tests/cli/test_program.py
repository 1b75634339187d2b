"""The program as a whole: help for everything, and the right exit code for every mistake."""

import subprocess
import sys

import pytest
from django.db import DatabaseError

from manumit.library.errors import LibraryError

COMMANDS = ["check", "export", "import", "index", "load", "schema", "serve", "stats"]


def test_help_lists_every_command(manumit):
    answer = manumit("--help")
    assert answer.code == 0
    listed = answer.out.partition("Commands:")[2]
    assert set(COMMANDS) <= {line.split()[0] for line in listed.strip().splitlines()}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(manumit, command):
    answer = manumit(command, "--help")
    assert answer.code == 0
    assert f" {command} " in answer.out.splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["fly"], "No such command 'fly'"),
        (["load"], "Missing argument 'PATHS...'"),
        (["load", "--fast", "x"], "No such option"),
        (["stats", "--format", "yaml"], "'yaml' is not one of 'text', 'json'"),
        (["import", "pigeon", "x"], "'pigeon' is not one of"),
        (["serve", "--port", "0"], "0 is not in the range"),
    ],
)
def test_wrong_use_ends_with_two_and_says_why(manumit, arguments, reason):
    answer = manumit(*arguments)
    assert answer.code == 2
    assert reason in answer.err
    assert answer.out == ""


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (LibraryError("no"), "manumit: no\n"),
        (DatabaseError("locked\nHINT: wait"), "manumit: the database answered: locked\n"),
        (
            OSError(28, "No space left on device", "x.md"),
            "manumit: x.md: No space left on device\n",
        ),
        (OSError("odd"), "manumit: odd\n"),
    ],
)
def test_what_goes_wrong_is_one_line_and_ends_with_one(manumit, monkeypatch, error, line):
    def fail():
        raise error

    monkeypatch.setattr("manumit.cli.commands.stats.prepare_database", fail)
    assert manumit("stats") == (1, "", line)


def test_the_schema_is_printed(manumit):
    answer = manumit("schema")
    assert answer.code == 0
    assert answer.json["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_process_ends_with_the_commands_exit_code(tmp_path):
    run = [sys.executable, "-m", "manumit", "check", str(tmp_path / "nowhere")]
    ended = subprocess.run(run, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr == f"manumit: {tmp_path}/nowhere:1: there is no such file or folder\n"
