"""The command line as a whole."""

import importlib
import pkgutil
import sys

import click
from django.db import DatabaseError

from manumit.cli import commands
from manumit.library.errors import LibraryError
from manumit.records import BadRecord
from manumit.research.errors import ResearchError
from manumit.search.errors import SearchError
from manumit.treaties.errors import TreatiesError

_REFUSALS = (BadRecord, LibraryError, ResearchError, SearchError, TreatiesError)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="manumit", message="%(prog)s %(version)s")
def program() -> None:
    """Manumit: a legal resource centre against human trafficking and modern slavery."""


for _module in pkgutil.iter_modules(commands.__path__):
    program.add_command(importlib.import_module(f"{commands.__name__}.{_module.name}").command)


def run() -> int:
    """Run the program on this process's arguments; every error is one clear line on stderr."""
    try:
        return program.main(standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Abort:
        return _fail("stopped; what was finished is kept")
    except _REFUSALS as error:
        return _fail(str(error))
    except DatabaseError as error:
        return _fail(f"the database answered: {str(error).splitlines()[0]}")
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        return _fail(f"{name}{error.strerror or error}")


def _fail(reason: str) -> int:
    print(f"manumit: {reason}", file=sys.stderr)
    return 1
