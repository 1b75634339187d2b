"""What the works of the benchmark are made of: paragraphs of real law, in several languages."""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from manumit.base.markup import plain_text
from manumit.formats import UnreadableDocument, recognise
from manumit.reference import concepts

# How many of a hundred thousand works are in a language, English being the rest.
SHARES = {
    "zh-Hant": 3000, "zh-Hans": 1000, "th": 2000, "vi": 800, "id": 600, "ms": 400, "km": 300,
    "my": 200, "lo": 200,
}  # fmt: skip
_SHORTEST = 120  # characters of a text
_LEVEL = re.compile(r"^#+ .*$\n?", re.MULTILINE)
_NUMBER = re.compile(r"^(?:§+ ?[\w.–-]+ |\([\w-]+\) |(?:Title|CHAPTER|SUBCHAPTER|Part) [\w–-]+— )")


@dataclass(frozen=True, slots=True)
class Stock:
    """``texts`` are (heading, text) in UTF-8; ``sentences`` those there are of other languages."""

    texts: list[tuple[bytes, bytes]]
    sentences: Mapping[str, tuple[str, ...]]

    def text(self, number: int) -> tuple[str, list[str]]:
        """The heading of a text and its paragraphs; numbers beyond the last begin anew."""
        heading, text = self.texts[number % len(self.texts)]
        return heading.decode(), text.decode().split("\n\n")


def read_stock(folder: Path) -> Stock:
    """All that the folder has.

    Texts are the lines of every ``*.jsonl.gz`` that gives ``text`` and ``headings``; at least one
    is required. Of the other languages there is the Universal Declaration, where the folder has its
    pages, and the labels of the vocabularies.
    """
    texts = [text for file in sorted(folder.rglob("*.jsonl.gz")) for text in _texts(file)]
    if not texts:
        raise click.ClickException(f"{folder} has no .jsonl.gz whose lines have headings and text")
    return Stock(texts, _sentences(folder))


def _texts(file: Path) -> Iterator[tuple[bytes, bytes]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            found = json.loads(line)
            text = _LEVEL.sub("", found.get("text", "")).strip()
            if found.get("headings") and len(text) >= _SHORTEST:
                yield _NUMBER.sub("", found["headings"][-1]).encode(), text.encode()


def _sentences(folder: Path) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for concept in concepts():
        for label in concept.labels:
            found[label.language].append(label.text)
    for file in sorted(folder.rglob("*.html")):
        for language, text in _read(file):
            found[language].append(text)
    return {language: tuple(found[language]) for language in SHARES if found[language]}


def _read(file: Path) -> Iterator[tuple[str, str]]:
    """Language and text of each unit of a file, where it is in one of the languages."""
    data = file.read_bytes()
    form = recognise(data)
    if form is None or form.name != "udhr":
        return
    try:
        documents = form.read(data, str(file))
    except UnreadableDocument:
        return
    for document in documents:
        if document.language in SHARES:
            yield from (
                (document.language, plain_text(unit.html)) for unit in document.units if unit.html
            )
