"""Reading ``concepts/*.ttl``: one SKOS scheme a file.

Concepts are named ``urn:manumit:concept:<scheme>:<code>``. A name and not a web address: a
vocabulary outlives the host it was first published on, every Centre serves the same concepts
under its own address, and nobody can be led to a page that is not there. The namespace is not a
registered one; nothing looks it up.

A file writes ``skos:broader`` only; narrower is its inverse and worked out here. The scheme's
``skos:memberList`` gives the order of display and so names every concept once. A label one
instrument uses is a SKOS-XL label with ``dct:source``, the key of that Work: in Chinese the
Palermo Protocol and the Hong Kong Bill of Rights use one word for different things.
``m:needsConfirmation`` lists the languages of general labels that a lawyer has yet to confirm, or
such labels one by one; ``m:at`` is the passage a label stands in.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from manumit.reference.addresses import is_eid
from manumit.reference.errors import BadReference
from manumit.reference.keys import BadKey, parse_key
from manumit.reference.triples import Facts, Value, read_turtle
from manumit.reference.types import Concept, Label, LabelKind, Scheme

BASE = "urn:manumit:concept:"
_OWN = "urn:manumit:term:"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_XL = "http://www.w3.org/2008/05/skos-xl#"
_DCT = "http://purl.org/dc/terms/"
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_code(text: str) -> bool:
    """Whether a concept may have this as its code: words of small letters and digits, with hyphens."""
    return _CODE.fullmatch(text) is not None


def read_schemes(folder: Path) -> dict[str, Scheme]:
    """Every scheme of the folder by its code. Raises BadReference."""
    return {path.stem: read_scheme(path) for path in sorted(folder.glob("*.ttl"))}


def read_scheme(path: Path) -> Scheme:
    """One file, named after its scheme. Raises BadReference."""
    reader = _Reader(path)
    concepts = reader.concepts()
    _check_tree(path.name, concepts)
    _check_labels(path.name, concepts)
    return Scheme(
        code=path.stem,
        uri=reader.scheme,
        title=reader.text(reader.scheme, _DCT + "title"),
        definition=reader.text(reader.scheme, _SKOS + "definition"),
        concepts=tuple(concepts.values()),
    )


class _Reader:
    """One file's facts, asked in plain words."""

    def __init__(self, path: Path) -> None:
        self.file = path.name
        self.scheme = BASE + path.stem
        self.facts: Facts = read_turtle(path)
        self.codes = self._members()
        self.parents = {code: self._codes(code, "broader") for code in self.codes}

    def concepts(self) -> dict[str, Concept]:
        """The concepts in the order of the member list, by code."""
        found = set(map(self._code, self.facts.subjects(_SKOS + "inScheme", self.scheme)))
        if stray := found.symmetric_difference(self.codes):
            raise self._bad(min(stray), "is in the scheme or in its memberList, but not in both")
        return {code: self._concept(code) for code in self.codes}

    def text(self, subject: str, predicate: str, *, required: bool = True) -> str:
        """The English text of a property; empty when there is none and none is required."""
        for value in self.facts.of(subject, predicate):
            if value.language == "en":
                return value.text
        if required:
            name = re.split(r"[#/]", predicate)[-1]
            raise self._bad(subject.removeprefix(BASE), f"has no {name} in English")
        return ""

    def _concept(self, code: str) -> Concept:
        uri = self._uri(code)
        matches = self.facts.of(uri, _SKOS + "closeMatch")
        return Concept(
            code=code,
            scheme=self.scheme.removeprefix(BASE),
            uri=uri,
            labels=tuple(sorted(self._labels(code), key=label_order)),
            definition=self.text(uri, _SKOS + "definition"),
            note=self.text(uri, _SKOS + "scopeNote", required=False),
            broader=self.parents[code],
            narrower=tuple(each for each in self.codes if code in self.parents[each]),
            related=self._codes(code, "related"),
            close_matches=tuple(value.text for value in matches),
        )

    def _labels(self, code: str) -> Iterator[Label]:
        uri = self._uri(code)
        unsure = set(self.facts.of(uri, _OWN + "needsConfirmation"))
        kinds: tuple[tuple[LabelKind, str], ...] = (("pref", "prefLabel"), ("alt", "altLabel"))
        for kind, name in kinds:
            for value in self.facts.of(uri, _SKOS + name):
                sure = not unsure & {Value(value.language, ""), value}
                yield Label(value.text, value.language, kind, "", "", sure)
            for value in self.facts.of(uri, _XL + name):
                yield self._label_of_a_work(code, kind, value.text)

    def _label_of_a_work(self, code: str, kind: LabelKind, node: str) -> Label:
        form = self._first(node, _XL + "literalForm")
        source, at = self._first(node, _DCT + "source"), self._first(node, _OWN + "at")
        try:
            parse_key(source.text)
        except BadKey as error:
            raise self._bad(code, f"the dct:source of {form.text!r}: {error}") from error
        if at.text and not is_eid(at.text):
            raise self._bad(code, f"the label {form.text!r} is at {at.text!r}, which is no passage")
        return Label(form.text, form.language, kind, source.text, at.text, True)

    def _first(self, subject: str, predicate: str) -> Value:
        return next(iter(self.facts.of(subject, predicate)), Value("", ""))

    def _codes(self, code: str, name: str) -> tuple[str, ...]:
        found = {self._code(value.text) for value in self.facts.of(self._uri(code), _SKOS + name)}
        if stray := found.difference(self.codes):
            raise self._bad(code, f"{name} {min(stray)}: there is no such concept")
        return tuple(each for each in self.codes if each in found)

    def _members(self) -> tuple[str, ...]:
        lists = self.facts.of(self.scheme + "-in-order", _SKOS + "memberList")
        if len(lists) != 1:
            raise self._bad("", "needs one memberList: the concepts in their order")
        codes = tuple(map(self._code, self.facts.items(lists[0].text)))
        if len(set(codes)) != len(codes):
            raise self._bad("", "its memberList names a concept twice")
        return codes

    def _uri(self, code: str) -> str:
        return f"{self.scheme}:{code}"

    def _code(self, uri: str) -> str:
        code = uri.removeprefix(f"{self.scheme}:")
        if not is_code(code):
            raise self._bad("", f"{uri!r} is not {self.scheme}: and a code")
        return code

    def _bad(self, table: str, reason: str) -> BadReference:
        return BadReference(self.file, table, reason)


def _check_tree(file: str, concepts: dict[str, Concept]) -> None:
    """Refuse a concept that stands below itself."""
    for code, concept in concepts.items():
        above = list(concept.broader)
        seen: set[str] = set()
        while above:
            parent = above.pop()
            if parent == code:
                raise BadReference(file, code, "stands below itself: broader goes in a circle")
            if parent not in seen:
                seen.add(parent)
                above.extend(concepts[parent].broader)


def _check_labels(file: str, concepts: dict[str, Concept]) -> None:
    for code, concept in concepts.items():
        preferred = [label.language for label in concept.labels if label.kind == "pref"]
        if "en" not in preferred:
            raise BadReference(file, code, "has no prefLabel in English")
        if len(set(preferred)) != len(preferred):
            raise BadReference(file, code, "has two prefLabels in one language")
        if any(not (label.language and label.text) for label in concept.labels):
            raise BadReference(file, code, "has a label without a text or a language")


def label_order(label: Label) -> tuple[bool, str, str, str, str]:
    """The order in which a concept has its labels: preferred ones first, then by language."""
    return (label.kind != "pref", label.language, label.source, label.text, label.at)
