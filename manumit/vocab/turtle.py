"""Accepted changes as Turtle: what is to be written into ``reference/concepts/*.ttl``."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from manumit.vocab.models import Change

_HEAD = """\
# Changes to the vocabularies that were accepted here and are not in their files yet.
# What each does to the file stands above it; a statement that it replaces is to be taken out.
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix dct: <http://purl.org/dc/terms/> .
"""
_DOES = {
    Change.What.NAME: "replaces the prefLabel of this language, and ends its needsConfirmation",
    Change.What.ALSO: "is added",
    Change.What.DROP: "take this label out; nothing replaces it",
    Change.What.WORD: "is added",
    Change.What.DEFINITION: "replaces the definition",
    Change.What.BROADER: "replaces every broader",
}


def turtle_of(changes: Iterable[Change]) -> str:
    """The changes by file and concept, each with what it does, its source, its day and no person."""
    parts = [_HEAD]
    for scheme, rows in groupby(changes, key=lambda change: change.concept.scheme):
        parts.append(f"\n# {scheme}.ttl\n@prefix : <urn:manumit:concept:{scheme}:> .\n")
        parts += [line for change in rows for line in _lines(change)]
    return "".join(parts)


def _lines(change: Change) -> Iterator[str]:
    day = f"{change.decided_at:%Y-%m-%d}"
    yield f"\n# {_DOES[Change.What(change.what)]}; accepted {day}; source: {change.source}\n"
    said = _statement(change)
    out = change.what == Change.What.DROP or not change.text
    yield f"# :{change.concept.code} {said} .\n" if out else f":{change.concept.code} {said} .\n"


def _statement(change: Change) -> str:
    text, language = _quoted(change.text), change.language
    match change.what:
        case Change.What.NAME:
            return f"skos:prefLabel {text}@{language}"
        case Change.What.ALSO | Change.What.DROP:
            return f"skos:altLabel {text}@{language}"
        case Change.What.WORD:
            where = _quoted(change.instrument)
            said = f"xl:literalForm {text}@{language} ; dct:source {where}"
            return f"xl:altLabel [ a xl:Label ; {said} ]"
        case Change.What.DEFINITION:
            return f"skos:definition {text}@en"
        case _:
            return f"skos:broader :{change.text}" if change.text else "skos:broader (none)"


def _quoted(text: str) -> str:
    """A text as Turtle quotes it, which is how JSON does."""
    return json.dumps(text, ensure_ascii=False)
