"""The catalogue of a language: its .po file, which people write, and the .mo that is read."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from manumit.base.languages import SOURCE, Language, languages
from manumit.cli.languages.extracting import Message, messages
from manumit.cli.languages.simplifying import simplified
from manumit.cli.languages.vocabulary import vocabulary

_HEADER = """\
# Manumit: the words of its pages. Licensed as Manumit is.
# Written by `manumit languages update`; the translations are edited by hand."""
# One date for all, so that files differ only where their words do.
_DATED = datetime(2026, 11, 23, tzinfo=UTC)


def po_file(language: Language) -> Path:
    """Where the translations stand."""
    return language.folder / "LC_MESSAGES" / "django.po"


def read(language: Language) -> Catalog:
    """The catalogue as it stands; an empty one where there is no file yet."""
    file = po_file(language)
    if not file.exists():
        return _empty(language)
    with file.open("rb") as source:
        return read_po(source, locale=_locale(language), domain="django")


def update() -> list[Language]:
    """Bring every catalogue up to the sources; what is no longer said anywhere is dropped."""
    done = []
    for language, catalog in brought_up():
        file = po_file(language)
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(written(catalog))
        file.with_suffix(".mo").write_bytes(compiled(catalog))
        done.append(language)
    return done


def brought_up() -> Iterator[tuple[Language, Catalog]]:
    """Every language with its catalogue as the sources want it; nothing is written.

    A derived one comes after that which it is made of, and is made of what stands in its file then.
    """
    found = [*messages(), *vocabulary()]
    translated = [one for one in languages().values() if one.tag != SOURCE]
    for language in sorted(translated, key=lambda one: bool(one.derived_from)):
        made = _derived if language.derived_from else _merged
        yield language, made(language, found)


def written(catalog: Catalog) -> bytes:
    """The catalogue as people edit it."""
    file = BytesIO()
    write_po(file, catalog, width=98, sort_output=True, include_lineno=False)
    return file.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as programs read it."""
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def _merged(language: Language, found: Iterable[Message]) -> Catalog:
    known, made = read(language), _template(language, found)
    for message in made:
        held = known.get(message.id, message.context) if message.id else None
        if held is not None and type(held.id) is type(message.id):
            message.string, message.flags = held.string, message.flags | (held.flags & {"fuzzy"})
    return made


def _derived(language: Language, found: Iterable[Message]) -> Catalog:
    source, made = read(languages()[language.derived_from]), _template(language, found)
    for message in made:
        held = source.get(message.id, message.context) if message.id else None
        if held is None or not held.string:
            continue
        said = (held.string,) if isinstance(held.string, str) else tuple(held.string)
        simple = tuple(simplified(one, language) for one in said)
        message.string = simple[0] if isinstance(held.string, str) else simple
    return made


def _template(language: Language, found: Iterable[Message]) -> Catalog:
    made = _empty(language)
    for message in found:
        made.add(message.words, locations=[(message.file, 0)], context=message.context or None)
    return made


def _empty(language: Language) -> Catalog:
    return Catalog(
        locale=_locale(language),
        domain="django",
        header_comment=_HEADER,
        project="Manumit",
        version="1",
        creation_date=_DATED,
        revision_date=_DATED,
        fuzzy=False,
    )


def _locale(language: Language) -> str:
    return language.tag.replace("-", "_")
