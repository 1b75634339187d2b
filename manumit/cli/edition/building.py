"""Making an edition: page after page, each with the pages it leads to, then the search."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connections

from manumit.base.edition import Edition
from manumit.cli.edition import words
from manumit.cli.edition.addresses import Address
from manumit.cli.edition.finding import FOLDER, make_index
from manumit.cli.edition.links import Rewriter
from manumit.cli.edition.rendering import Site
from manumit.cli.edition.shelf import Shelf
from manumit.cli.edition.writing import whole_or_nothing, write_file, write_marker, write_sums
from manumit.cli.output import progress
from manumit.cli.workers import done_apart


@dataclass(frozen=True, slots=True)
class _Written:
    """What came of one page."""

    leads_to: set[Address]
    assets: set[str]
    han: set[str]


def write_edition(
    folder: Path, edition: Edition, shelf: Shelf, *, processes: int
) -> dict[str, object]:
    """Write the edition into the folder, or leave the folder as it is; gives what was written.

    Raises PageFailed for a page that the site could not make, ClickException without search.
    """
    with whole_or_nothing(folder) as part, tempfile.TemporaryDirectory() as kept:
        indexed = Path(kept)
        press = _Press(part, indexed, Site(edition), Rewriter(edition, shelf.place))
        pages, assets, han = _print_all(press, shelf, processes)
        for name in sorted(assets):
            write_file(part, f"static/{name}", _asset(name))
        with progress("Indexing", None):
            make_index(indexed, part / FOLDER, han)
        write_marker(part, _about(edition, shelf))
        with progress("Checksums", None):
            files = write_sums(part)
    return {
        "folder": str(folder),
        "day": edition.day.isoformat(),
        "pages": pages,
        "files": files,
        "works": len(shelf.works),
        "organisations": len(shelf.organisations),
    }


@dataclass(frozen=True, slots=True)
class _Press:
    """Makes one page and writes it where it belongs."""

    folder: Path
    indexed: Path
    site: Site
    rewriter: Rewriter

    def print_page(self, address: Address) -> _Written:
        if address.is_file:
            write_file(self.folder, address.file, self.site.content(address))
            return _Written(set(), set(), set())
        made, tree = self.rewriter.rewrite(self.site.page(address), address)
        write_file(self.folder, address.file, made.text.encode())
        han: set[str] = set()
        if words.is_looked_for(address, tree):
            page, han = words.for_index(tree, address)
            write_file(self.indexed, address.file, page.encode())
        return _Written(made.leads_to, made.assets, han)


def _print_all(press: _Press, shelf: Shelf, processes: int) -> tuple[int, set[str], set[str]]:
    """Print round after round: the pages that the last round led to and that are not printed yet.

    Gives how many pages there are, attached files left out, the static files that they need and their
    characters of Han.
    """
    known = dict.fromkeys(shelf.starts())
    waiting = list(known)
    assets: set[str] = set()
    han: set[str] = set()
    done = 0
    with progress("Pages", len(known)) as tell:
        while waiting:
            found: dict[Address, None] = {}
            for written in _printed(press, waiting, processes):
                found |= dict.fromkeys(sorted(written.leads_to - known.keys()))
                assets |= written.assets
                han |= written.han
                done += 1
                tell(done, len(known) + len(found))
            known |= found
            waiting = list(found)
    return sum(not each.is_file for each in known), assets, han


def _printed(press: _Press, waiting: Iterable[Address], processes: int) -> Iterator[_Written]:
    if processes > 1:
        connections.close_all()  # a worker that shared ours would read what is not its own
    for done in done_apart(press.print_page, waiting, processes=processes):
        yield done.get()


def _asset(name: str) -> bytes:
    """A static file, as it was collected or as it stands in the program."""
    if staticfiles_storage.exists(name):
        with staticfiles_storage.open(name) as file:
            content: bytes = file.read()
            return content
    return Path(str(finders.find(name))).read_bytes()


def _about(edition: Edition, shelf: Shelf) -> dict[str, str]:
    return {
        "Day": edition.day.isoformat(),
        "Languages": ", ".join(edition.languages),
        "Works": str(len(shelf.works)),
        "Organisations": str(len(shelf.organisations)),
        "Made by": f"manumit {edition.version}",
        "Current edition": edition.address or "ask whoever gave you this one",
        "Licence of the records": "CC BY 4.0",
        "Begin at": "index.html",
        "Check with": "sha256sum -c SHA256SUMS",
    }
