"""The manumit program."""

import os
import sys

import django


def main() -> None:
    """Run one command: 0 when done, 1 when problems were found, 2 for wrong use."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "manumit.config.settings")
    django.setup()
    # Commands import rooms, and rooms import models, which need Django to be set up.
    from manumit.cli import program  # noqa: PLC0415

    sys.exit(program.run())


if __name__ == "__main__":
    main()
