"""From what an operator says to an edition on the disk."""

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

import click
from django.utils import timezone

from manumit.base.edition import Edition
from manumit.base.languages import SOURCE, languages
from manumit.cli.edition.building import write_edition
from manumit.cli.edition.shelf import Shelf
from manumit.cli.edition.writing import claim


def the_edition(address: str, tags: Iterable[str] = ()) -> Edition:
    """The edition of today, in English and these languages.

    Raises BadParameter for an address that is none of the web and a language that is none of ours.
    """
    parts = urlsplit(address)
    if address and (parts.scheme not in {"http", "https"} or not parts.netloc):
        raise click.BadParameter(f"{address!r} is no address such as https://law.example.org")
    told = (SOURCE, *_known(tags))
    return Edition(timezone.localdate(), address.rstrip("/"), version("manumit"), told)


def make_site(folder: Path, edition: Edition, processes: int) -> dict[str, object]:
    """Write the edition into the folder; gives what was written, by name. Raises ClickException."""
    claim(folder)
    shelf = Shelf(edition.day, tuple(languages()[tag] for tag in edition.languages))
    return write_edition(folder, edition, shelf, processes=processes)


def _known(tags: Iterable[str]) -> list[str]:
    """The languages as addresses have them, less English, which is always there. Raises BadParameter."""
    there = {tag.lower(): tag for tag in languages()}
    for tag in tags:
        if tag.lower() not in there:
            known = ", ".join(there.values())
            raise click.BadParameter(f"no interface in {tag!r}; there are {known}")
    return [tag for tag in dict.fromkeys(there[tag.lower()] for tag in tags) if tag != SOURCE]
