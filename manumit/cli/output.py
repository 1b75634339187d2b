"""How commands speak: to people by default, to programs with ``--format json``."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from manumit.records import Problem

_Function = TypeVar("_Function", bound=Callable[..., Any])


def format_option(function: _Function) -> _Function:
    """The ``--format`` option, passed to the command as ``as_json``."""
    option = click.option(
        "--format",
        "as_json",
        type=click.Choice(["text", "json"]),
        default="text",
        callback=lambda _context, _option, value: value == "json",
        help="What to print: text for people, json for programs.",
    )
    return option(function)


def write_json(value: Any) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(value, ensure_ascii=False, default=str))


def problem_as_json(problem: Problem) -> dict[str, object]:
    """A problem for programs."""
    return {
        "file": str(problem.file),
        "line": problem.line,
        "field": problem.field,
        "reason": problem.reason,
    }


def write_problems(problems: list[Problem]) -> None:
    """Print each problem as its one line, on stderr."""
    for problem in problems:
        click.echo(str(problem), err=True)


class Tell(Protocol):
    """Says how much is done, and of how much where that is known better by now."""

    def __call__(self, done: int, total: int | None = ...) -> None: ...


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Tell]:
    """A bar with an estimate on a terminal, nothing elsewhere; yields ``done`` to tell it."""
    console = Console(file=sys.stderr)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    ) as bar:
        task = bar.add_task(what, total=total)

        def tell(done: int, total: int | None = total) -> None:
            bar.update(task, completed=done, total=total)

        yield tell
