"""The manumit program."""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured


def main() -> None:
    """Run one command: 0 when done, 1 when problems were found, 2 for wrong use."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "manumit.config.settings")
    try:
        django.setup()
    except (ImproperlyConfigured, ValueError, OSError) as error:
        # What an operator can get wrong here is the environment: a database address, a home.
        sys.exit(f"manumit: the settings from the environment do not work: {error}")
    # Commands import rooms, and rooms import models, which need Django to be set up.
    from manumit.cli import program  # noqa: PLC0415

    sys.exit(program.run())


if __name__ == "__main__":
    main()
