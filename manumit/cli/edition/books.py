"""The works on a topic, or of a country, as one book."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

import click
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext

from manumit.base.edition import Edition
from manumit.cli.edition.addresses import Address
from manumit.cli.edition.chapters import chapter_of, ids_of
from manumit.cli.edition.container import Book, Chapter, write_epub
from manumit.cli.edition.rendering import Site
from manumit.cli.output import progress
from manumit.library import selectors as library

_KINDS = ("legislation", "instrument", "judgment", "publication")
_TITLE_PAGE = "title.xhtml"


def write_book(path: Path, edition: Edition, *, topic: str, country: str) -> dict[str, object]:
    """Write the book; gives what was written, by name.

    Raises UsageError where not one of topic and country is told, BadParameter for one without works.
    """
    if bool(topic) == bool(country):
        raise click.UsageError("a book is on a topic or of a country: name --topic or --country")
    name, found = _on_topic(topic) if topic else _of_country(country)
    works = sorted(found, key=_in_order)
    if not works:
        raise click.BadParameter(f"nothing is published under {topic or country!r}")
    title = gettext("%(name)s: the law and how we know it") % {"name": name[:1].upper() + name[1:]}
    chapters = [_title_page(title, works, edition), *_chapters(works, edition)]
    about = f"topic {topic}" if topic else f"country {country}"
    identifier = f"manumit {about} {edition.day.isoformat()} {edition.address}"
    write_epub(path, Book(identifier, title, "en", edition.day, edition.address, chapters))
    return {"file": str(path), "title": title, "works": len(works), "day": edition.day.isoformat()}


def _on_topic(code: str) -> tuple[str, Iterable[Any]]:
    concept = library.topic(code)
    if concept is None:
        raise click.BadParameter(f"there is no topic {code!r}")
    return str(concept), library.with_topics(library.with_narrower(concept))


def _of_country(code: str) -> tuple[str, Iterable[Any]]:
    system = library.system(code)
    if system is None:
        raise click.BadParameter(f"there is no country or body {code!r}")
    return str(system), library.of_system(code)


def _in_order(work: Any) -> tuple[int, str, str]:
    return _KINDS.index(work.kind), work.system_id, work.key


def _chapters(works: list[Any], edition: Edition) -> list[Chapter]:
    """Each work's own page: made twice, as a link must know which places the others have."""
    site = Site(edition)
    names = {work.key: f"work-{number:04}.xhtml" for number, work in enumerate(works, 1)}
    pages: dict[str, str] = {}
    places: dict[str, frozenset[str]] = {}

    def lead(address: Address, fragment: str) -> str:
        key, eid = _take_apart(address.path, names)
        if key in names:
            place = next((one for one in (eid, fragment) if one in places.get(key, ())), "")
            return f"{names[key]}#{place}" if place else names[key]
        return f"{edition.address}{address.url}" if edition.address else ""

    with progress("Pages", len(works)) as done:
        for number, work in enumerate(works, 1):
            address = Address("", work.key)
            pages[work.key] = site.page(address)
            places[work.key] = ids_of(chapter_of(pages[work.key], address, lambda *_: ""))
            done(number)
    return [
        Chapter(
            names[work.key],
            work.title,
            work.language,
            _GROUPS[work.kind](),
            chapter_of(pages[work.key], Address("", work.key), lead),
        )
        for work in works
    ]


def _take_apart(path: str, names: dict[str, str]) -> tuple[str, str]:
    """The key of a work of the book, and the passage, where the path is that of one."""
    if path in names:
        return path, ""
    key, _, eid = path.rpartition("/")
    return (key, eid) if key in names else ("", "")


_GROUPS = {
    "legislation": lambda: gettext("Legislation"),
    "instrument": lambda: gettext("Treaties and instruments"),
    "judgment": lambda: gettext("Judgments"),
    "publication": lambda: gettext("Publications"),
}


def _title_page(title: str, works: list[Any], edition: Edition) -> Chapter:
    """Title, day, what is in it, where today's law is, and on whose terms it may be given on."""
    day = date_format(edition.day, "j F Y")
    counts = [
        f"{_GROUPS[kind]()}: {len(list(some))}" for kind, some in groupby(works, lambda w: w.kind)
    ]
    lines = [
        gettext(
            "As it stood on %(day)s. Law changes: before you rely on anything here, look whether it still holds."
        )
        % {"day": day},
        "; ".join(counts) + ".",
        gettext(
            "Summaries, findings and gists are in our own words; only the official text is the law. Each chapter ends with where its facts were read and on which day. It is no legal advice."
        ),
        gettext("The records are published under CC BY 4.0."),
    ]
    if edition.address:
        lines.insert(
            1, gettext("The current library is at %(address)s.") % {"address": edition.address}
        )
    told = format_html("<section><h1>{}</h1>", title) + "".join(
        format_html("<p>{}</p>", one) for one in lines
    )
    page = f"<html><body><article>{told}</section></article></body></html>"
    return Chapter(_TITLE_PAGE, title, "en", "", chapter_of(page, Address("", ""), lambda *_: ""))
