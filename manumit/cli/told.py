"""Text that a command is given: a file, or what is piped in."""

import sys
from pathlib import Path

import click


def told(source: Path) -> str:
    """The text of the file, or of standard input for ``-``. Raises ClickException."""
    piped = str(source) == "-"
    try:
        data = sys.stdin.buffer.read() if piped else source.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        name = "standard input" if piped else str(source)
        raise click.ClickException(
            f"{name} is not UTF-8 text (byte {error.start}): save it as UTF-8, or as plain text"
        ) from error
