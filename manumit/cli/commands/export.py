"""manumit export"""

from pathlib import Path

import click

from manumit.cli.collection import (
    accepted_concepts,
    attached_files,
    count_records,
    every_record,
)
from manumit.cli.edition.books import write_book
from manumit.cli.edition.making import make_site, the_edition
from manumit.cli.ground import prepare_database
from manumit.cli.importing.files import (
    claim,
    write_attached,
    write_concepts,
    write_record,
)
from manumit.cli.output import format_option, progress, write_json
from manumit.cli.workers import cores
from manumit.library.errors import IncompleteRecord

_Figures = dict[str, object]


@click.command("export")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--site", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Write the public library as a static site with search into DIR.")  # fmt: skip
@click.option("--epub", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write the works on a --topic, or of a --country, as a book.")  # fmt: skip
@click.option("--topic", default="", metavar="CODE", help="Of a book: forced-labour, for one.")
@click.option("--country", default="", metavar="CODE", help="Of a book: hk, for one.")
@click.option("--language", "languages", multiple=True, metavar="CODE",
              help="Of a site: a language of the interface beside English; may be repeated.")  # fmt: skip
@click.option("--address", envvar="MANUMIT_BASE_URL", default="", show_envvar=True, metavar="URL",
              help="Where the centre itself is, for those who ask what holds today.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(1), default=cores,
              help="Of a site: processes that make pages, one a core by default.")  # fmt: skip
@format_option
def command(
    folder: Path | None,
    site: Path | None,
    epub: Path | None,
    languages: tuple[str, ...],
    address: str,
    jobs: int,
    as_json: bool,
    **about: str,
) -> int:
    """Write every record of the library, the directory and the site's pages as a collection file below FOLDER.

    The cover and files of a publication lie beside its own; what was accepted here of concepts is in
    concepts.ttl. What is loaded and not edited comes out byte for byte as it went in. A draft that lacks what
    every record has is left out and named. With --site or --epub: what readers see, to be read
    without the centre, and nothing of the desk, of drafts or of people.
    """
    if sum(each is not None for each in (folder, site, epub)) != 1:
        raise click.UsageError("name one of FOLDER, --site DIR and --epub FILE")
    if any(about.values()) and epub is None:
        raise click.UsageError("--topic and --country say what is in a book: add --epub FILE")
    if languages and site is None:
        raise click.UsageError("--language is of a site: add --site DIR")
    prepare_database()
    if folder is not None:
        return _export_records(folder, as_json=as_json)
    edition = the_edition(address, languages)
    if site is not None:
        figures = make_site(site, edition, jobs)
        _tell(figures, f"{figures['pages']} pages written to {site}.", as_json=as_json)
    elif epub is not None:
        figures = write_book(epub, edition, **about)
        _tell(figures, f"{figures['works']} works written to {epub}.", as_json=as_json)
    return 0


def _tell(figures: _Figures, line: str, *, as_json: bool) -> None:
    if as_json:
        write_json(figures)
    else:
        click.echo(line)


def _export_records(folder: Path, *, as_json: bool) -> int:
    claim(folder, name="Exported collection")
    total = count_records()
    problems: list[str] = []
    with progress("Exporting", total) as done:
        for number, (key, text) in enumerate(every_record(), start=1):
            if isinstance(text, IncompleteRecord):
                problems.append(str(text))
            else:
                write_attached(write_record(folder, key, text), attached_files(key))
            done(number)
    write_concepts(folder, accepted_concepts())
    for problem in problems:
        click.echo(problem, err=True)
    written = total - len(problems)
    figures = {"folder": str(folder), "records": written, "problems": problems}
    _tell(figures, f"{written} records written to {folder}.", as_json=as_json)
    return 1 if problems else 0
