"""The letter as one HTML page that needs nothing else: no script, no picture, no other address."""

from collections.abc import Iterator
from html import escape

from manumit.papers.labels import day_in, labels
from manumit.papers.plain import addresses, head_of, heading_of, notes
from manumit.papers.types import Pack, Quoted, Source

_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font:1.05rem/1.6 Georgia,'Noto Serif',"
    "'Noto Serif CJK TC','Noto Serif Thai',serif;color:#1b1b1b;background:#fff}"
    "h1,h2,h3{line-height:1.25}blockquote{margin:1em 0;padding-left:1em;border-left:3px solid #777}"
    ".note{color:#444;font-size:.95em}a{color:#1a4a7a;overflow-wrap:anywhere}"
    "@media(prefers-color-scheme:dark){body{color:#ddd;background:#161616}.note{color:#bbb}"
    "a{color:#9cc7f5}}"
)


def as_html(pack: Pack) -> str:
    """The whole letter; every word of it escaped."""
    said = labels(pack.language)
    return "".join(
        [
            f'<!doctype html>\n<html lang="{escape(said.language)}"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f'<meta name="referrer" content="no-referrer"><title>{escape(said.title)}</title>',
            f"<style>{_STYLE}</style></head><body><main><h1>{escape(said.title)}</h1>",
            f"<p>{escape(pack.from_)}<br>{escape(day_in(pack.dated, pack.language))}</p>",
            f'<section lang="{escape(pack.language)}"><h2>{escape(said.answer)}</h2>',
            *(f"<p>{escape(words)}</p>" for words in pack.words),
            "</section>",
            *_authorities(pack),
            "</main></body></html>\n",
        ]
    )


def _authorities(pack: Pack) -> Iterator[str]:
    if not pack.sources:
        return
    yield f"<section><h2>{escape(labels(pack.language).authorities)}</h2><ol>"
    for source in pack.sources:
        yield from _source(source, pack.language)
    yield "</ol></section>"


def _source(source: Source, language: str) -> Iterator[str]:
    yield f"<li><h3>{escape(heading_of(source))}</h3><p>{escape(source.citation)}</p>"
    yield from (f'<p class="note">{escape(note)}</p>' for note in notes(source, language))
    for quoted in source.quoted:
        yield from _quoted(quoted, language)
    for name, address in addresses(source, language):
        yield f'<p>{escape(name)}: <a href="{escape(address)}">{escape(address)}</a></p>'
    yield "</li>"


def _quoted(quoted: Quoted, language: str) -> Iterator[str]:
    yield f'<p class="note">{escape(head_of(quoted, language))}</p>'
    yield f'<blockquote lang="{escape(quoted.language)}">'
    yield from (f"<p>{escape(words)}</p>" for words in quoted.paragraphs)
    yield "</blockquote>"
