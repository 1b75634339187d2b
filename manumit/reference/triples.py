"""A Turtle file as plain facts: the only place that knows the RDF library."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from manumit.reference.errors import BadReference

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@dataclass(frozen=True, slots=True)
class Value:
    """The object of a triple: an address, a node's name or a text, with the text's language."""

    text: str
    language: str


@dataclass(slots=True)
class Facts:
    """The triples of one file; subjects and predicates are full addresses."""

    values: dict[tuple[str, str], list[Value]] = field(default_factory=dict)

    def of(self, subject: str, predicate: str) -> list[Value]:
        """Every value of a property, in a stable order."""
        return self.values.get((subject, predicate), [])

    def subjects(self, predicate: str, text: str) -> Iterator[str]:
        """The subjects that have this value."""
        for (subject, name), values in self.values.items():
            if name == predicate and any(value.text == text for value in values):
                yield subject

    def items(self, head: str) -> Iterator[str]:
        """The members of an RDF list, in order."""
        node = head
        while node != _RDF + "nil":
            yield self.of(node, _RDF + "first")[0].text
            node = self.of(node, _RDF + "rest")[0].text


def read_turtle(path: Path) -> Facts:
    """One file. Raises BadReference when it is not Turtle."""
    # rdflib takes a quarter of a second to import, and most commands never read a concept.
    from rdflib import Graph, Literal  # noqa: PLC0415 (see above)
    from rdflib.plugins.parsers.notation3 import BadSyntax  # noqa: PLC0415

    try:
        graph = Graph().parse(path, format="turtle")
    except BadSyntax as error:
        reason = " ".join(str(error).split())[:200]
        raise BadReference(path.name, "", f"is not Turtle: {reason}") from error
    facts = Facts()
    for subject, predicate, value in graph:
        language = (value.language if isinstance(value, Literal) else None) or ""
        facts.values.setdefault((str(subject), str(predicate)), []).append(
            Value(str(value), language)
        )
    for values in facts.values.values():
        values.sort(key=lambda value: (value.language, value.text))
    return facts
