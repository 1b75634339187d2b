"""Accepted changes as Turtle: what is to be written into ``reference/concepts/*.ttl``."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from manumit.reference import quoted
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


def turtle_of(changes: Iterable[Change], *, new: Collection[tuple[str, str]] = ()) -> str:
    """The changes by file and concept, each with what it does, its source, its day and no person.

    ``new`` are the schemes and codes of the concepts that the files do not have.
    """
    parts = [_HEAD]
    for scheme, rows in groupby(changes, key=lambda change: change.concept.scheme):
        parts.append(f"\n# {scheme}.ttl\n@prefix : <urn:manumit:concept:{scheme}:> .\n")
        for code, said in groupby(rows, key=lambda change: change.concept.code):
            if (scheme, code) in new:
                parts.append(_new(scheme, code))
            parts += [line for change in said for line in _lines(change)]
    return "".join(parts)


def _new(scheme: str, code: str) -> str:
    there = f"skos:inScheme <urn:manumit:concept:{scheme}>"
    return f"\n# is new: :{code} goes into the memberList too\n:{code} a skos:Concept ; {there} .\n"


def _lines(change: Change) -> Iterator[str]:
    day = f"{change.decided_at:%Y-%m-%d}"
    yield f"\n# {_DOES[Change.What(change.what)]}; accepted {day}; source: {change.source}\n"
    said = _statement(change)
    out = change.what == Change.What.DROP or not change.text
    yield f"# :{change.concept.code} {said} .\n" if out else f":{change.concept.code} {said} .\n"


def _statement(change: Change) -> str:
    text, language = quoted(change.text), change.language
    match change.what:
        case Change.What.NAME:
            return f"skos:prefLabel {text}@{language}"
        case Change.What.ALSO | Change.What.DROP:
            return f"skos:altLabel {text}@{language}"
        case Change.What.WORD:
            where = quoted(change.instrument)
            said = f"xl:literalForm {text}@{language} ; dct:source {where}"
            return f"xl:altLabel [ a xl:Label ; {said} ]"
        case Change.What.DEFINITION:
            return f"skos:definition {text}@en"
        case _:
            return f"skos:broader :{change.text}" if change.text else "skos:broader (none)"
