"""The letter as plain text, for a telephone, a mail or a screen reader."""

import re
from collections.abc import Iterator
from textwrap import fill

from manumit.papers.labels import day_in, labels, names_of
from manumit.papers.types import Pack, Quoted, Source

_WIDTH = 78
_HAN = re.compile("[\u3400-\u9fff]")


def as_text(pack: Pack) -> str:
    """The whole letter. What has spaces between words is wrapped, quotations are set in."""
    return "\n".join(_lines(pack)) + "\n"


def source_as_text(source: Source, language: str) -> str:
    """One authority as a document of its own."""
    return "\n".join(_source(source, language)) + "\n"


def _lines(pack: Pack) -> Iterator[str]:
    said = labels(pack.language)
    yield from (said.title, pack.from_, day_in(pack.dated, pack.language), "")
    for paragraph in pack.words:
        yield from (fill(paragraph, _WIDTH, break_long_words=False), "")
    if pack.sources:
        yield from (said.authorities, "")
    for number, source in enumerate(pack.sources, 1):
        first, *rest = _source(source, pack.language)
        yield from (f"{number}. {first}", *rest, "")


def _source(source: Source, language: str) -> Iterator[str]:
    yield source.citation
    yield from notes(source, language)
    for quoted in source.quoted:
        yield from _quoted(quoted, language)
    yield from (f"{name}: {address}" for name, address in addresses(source, language))


def _quoted(quoted: Quoted, language: str) -> Iterator[str]:
    yield from ("", head_of(quoted, language))
    for paragraph in quoted.paragraphs:
        indent = "    "
        yield fill(
            paragraph,
            _WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    yield ""


def notes(source: Source, language: str) -> Iterator[str]:
    """What a reader must know before reading: the day, and which language is lacking."""
    said = labels(language)
    if source.as_of:
        yield said.as_of.format(day=day_in(source.as_of, language))
    given = tuple(dict.fromkeys(each.language for each in source.quoted))
    if not given:
        yield said.none
    elif source.lacking:
        yield said.lacking.format(
            languages=names_of(source.lacking, language), given=names_of(given, language)
        )


def heading_of(source: Source) -> str:
    """Which work and which place in it: 刑事罪行條例第 129 條 where the place is named in Han."""
    if not source.label:
        return source.title
    return source.title + ("" if _HAN.match(source.label) else ", ") + source.label


def head_of(quoted: Quoted, language: str) -> str:
    """Whose words these are, and in which language."""
    said = labels(language)
    kinds = {
        "authentic": said.authentic,
        "official-translation": said.translated,
        "unofficial": said.unofficial,
        "": said.summary,
    }
    return f"{names_of((quoted.language,), language)} · {kinds[quoted.authority]}"


def addresses(source: Source, language: str) -> Iterator[tuple[str, str]]:
    """Where it can be read, each with what that is."""
    said = labels(language)
    if source.address:
        yield said.read_here, source.address
    if source.official:
        yield said.official, source.official
