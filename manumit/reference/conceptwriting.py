"""Writing a scheme as Turtle: what ``conceptfiles`` reads back as it was."""

import json
from collections.abc import Iterable, Iterator

from manumit.reference.types import Concept, Label, Scheme

_HEAD = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix m: <urn:manumit:term:> .
"""
_KINDS = {"pref": "prefLabel", "alt": "altLabel"}


def turtle_of_scheme(scheme: Scheme) -> str:
    """The whole scheme as one file; narrower concepts are left to the reader, as in every file."""
    return "".join([_HEAD, *_scheme(scheme), *map(_concept, scheme.concepts)])


def quoted(text: str) -> str:
    """A text as Turtle quotes it, which is how JSON does."""
    return json.dumps(text, ensure_ascii=False)


def _scheme(scheme: Scheme) -> Iterator[str]:
    yield _statements(
        scheme.uri,
        [
            "a skos:ConceptScheme",
            f"dct:title {quoted(scheme.title)}@en",
            f"skos:definition {quoted(scheme.definition)}@en",
        ],
    )
    members = " ".join(f"<{concept.uri}>" for concept in scheme.concepts)
    ordered = ["a skos:OrderedCollection", f"skos:memberList ( {members} )"]
    yield _statements(f"{scheme.uri}-in-order", ordered)


def _concept(concept: Concept) -> str:
    scheme = concept.uri.removesuffix(f":{concept.code}")
    said = ["a skos:Concept", f"skos:inScheme <{scheme}>", *map(_label, concept.labels)]
    said += [
        f"m:needsConfirmation {quoted(label.text)}@{label.language}"
        for label in concept.labels
        if not label.confirmed
    ]
    said.append(f"skos:definition {quoted(concept.definition)}@en")
    if concept.note:
        said.append(f"skos:scopeNote {quoted(concept.note)}@en")
    said += [f"skos:broader <{scheme}:{code}>" for code in concept.broader]
    said += [f"skos:related <{scheme}:{code}>" for code in concept.related]
    said += [f"skos:closeMatch <{address}>" for address in concept.close_matches]
    return _statements(concept.uri, said)


def _label(label: Label) -> str:
    text = f"{quoted(label.text)}@{label.language}"
    if not label.source:
        return f"skos:{_KINDS[label.kind]} {text}"
    said = ["a xl:Label", f"xl:literalForm {text}", f"dct:source {quoted(label.source)}"]
    if label.at:
        said.append(f"m:at {quoted(label.at)}")
    return f"xl:{_KINDS[label.kind]} [ {' ; '.join(said)} ]"


def _statements(subject: str, said: Iterable[str]) -> str:
    return f"\n<{subject}> " + " ;\n    ".join(said) + " .\n"
