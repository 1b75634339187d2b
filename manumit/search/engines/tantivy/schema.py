"""The two indexes: one document a work, one document a passage (or a part of a long one).

Works carry what is filtered, counted and sorted; passages what is quoted. What is only shown is
one stored field, ``card``: JSON as bytes, since Tantivy indexes every text field. Tantivy cannot
change the fields of an index, so a new ``VERSION`` goes into a new folder.
"""

from collections.abc import Iterable

import tantivy

from manumit.search import analysis

VERSION = f"6.{analysis.VERSION}"
TOKENIZER = "spaced"
_BEFORE = "\x1f"  # each value of a set

# Facet -> field of a work.
FACET_FIELDS = {
    "kind": "kind",
    "jurisdiction": "jurisdiction",
    "forum": "forum",
    "topic": "topic",
    "year": "year",
    "language": "language",
    "practice_area": "practice_area",
    "act": "act",
    "means": "means",
    "purpose": "purpose",
    "outcome": "outcome",
}
# Facet -> field with all its values of a work as one. Counting a field that every work has exactly
# once is four to fifteen times as fast as counting one of which works have none or several.
SET_FIELDS = {
    facet: f"{FACET_FIELDS[facet]}_set"
    for facet in (
        "forum", "topic", "language", "practice_area", "act", "means", "purpose", "outcome",
    )
}  # fmt: skip
_WORK_TEXTS = (
    "words",  # all there is
    "clusters",
    "lasting_words",  # without what holds for some days only; for works that have such texts
    "lasting_clusters",
    "title_words",
    "title_clusters",
    "citations",
    "labels",
)
_NUMBERS = ("first_day", "last_day", "holds_from", "holds_to", "cited_order", "added")


def analyzer() -> tantivy.TextAnalyzer:
    """Our terms come joined by spaces; every index that is opened to write must be told."""
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


def as_set(values: Iterable[str]) -> str:
    """Values as one, in whatever order they come.

    Never empty, since a field without a value is none that a work has.
    """
    return "".join(f"{_BEFORE}{value}" for value in sorted(values)) or _BEFORE


def of_set(written: str) -> list[str]:
    """The values behind it."""
    return [value for value in written.split(_BEFORE) if value]


def works() -> tantivy.Schema:
    """The fields of a work. Days are numbers such as 20190531."""
    schema = tantivy.SchemaBuilder()
    schema.add_bytes_field("card", stored=True)
    schema.add_text_field("key", tokenizer_name="raw", index_option="basic")
    schema.add_unsigned_field("owner", indexed=True)  # the key as a number, as passages have it
    schema.add_text_field("whole_name", tokenizer_name="raw", index_option="basic")
    schema.add_text_field("sample", tokenizer_name="raw", index_option="basic")
    for name in FACET_FIELDS.values():
        schema.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in SET_FIELDS.values():
        schema.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in _WORK_TEXTS:
        schema.add_text_field(name, tokenizer_name=TOKENIZER)
    for name in _NUMBERS:
        schema.add_unsigned_field(name, indexed=True, fast=True)
    schema.add_boolean_field("dated_texts", indexed=True)
    return schema.build()


def passages() -> tantivy.Schema:
    """The fields of a passage."""
    schema = tantivy.SchemaBuilder()
    schema.add_bytes_field("card", stored=True)
    schema.add_text_field("key", tokenizer_name="raw", index_option="basic")
    schema.add_text_field("language", tokenizer_name="raw", index_option="basic")
    # In "sentences" every word of a sentence stands at the same place: its number in the passage.
    for name in ("words", "clusters", "sentences"):
        schema.add_text_field(name, tokenizer_name=TOKENIZER)
    for name in ("holds_from", "holds_to"):
        schema.add_unsigned_field(name, indexed=True, fast=True)
    schema.add_unsigned_field("owner", fast=True)  # the work's key as a number, quick to read
    schema.add_boolean_field("dated", indexed=True)
    return schema.build()
