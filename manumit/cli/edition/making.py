"""From what an operator says to an edition on the disk."""

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

import click
from django.conf import settings
from django.utils import timezone

from manumit.base.edition import Edition
from manumit.cli.edition.building import write_edition
from manumit.cli.edition.shelf import Shelf
from manumit.cli.edition.writing import claim


def the_edition(address: str) -> Edition:
    """The edition of today. Raises BadParameter for an address that is none of the web."""
    parts = urlsplit(address)
    if address and (parts.scheme not in {"http", "https"} or not parts.netloc):
        raise click.BadParameter(f"{address!r} is no address such as https://law.example.org")
    return Edition(timezone.localdate(), address.rstrip("/"), version("manumit"))


def make_site(
    folder: Path, edition: Edition, languages: Iterable[str], processes: int
) -> dict[str, object]:
    """Write the edition into the folder; gives what was written, by name. Raises ClickException."""
    prefixes = ("", *(f"/lang/{code}" for code in _known(languages)))
    claim(folder)
    return write_edition(folder, edition, Shelf(edition.day, prefixes), processes=processes)


def _known(languages: Iterable[str]) -> list[str]:
    """The languages, English left out: it is always there. Raises BadParameter."""
    there = [code for code, _ in settings.LANGUAGES]
    for code in languages:
        if code not in there:
            raise click.BadParameter(f"no interface in {code!r}; there are {', '.join(there)}")
    return [code for code in dict.fromkeys(languages) if code != "en"]
