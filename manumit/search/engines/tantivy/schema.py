"""The two indexes: one document a work, one document a passage (or a part of a long one).

Works carry what is filtered, counted and sorted; passages what is quoted. What is only shown is
one stored field, ``card``: JSON as bytes, since Tantivy indexes every text field. Tantivy cannot
change the fields of an index, so a new ``VERSION`` goes into a new folder.
"""

import tantivy

from manumit.search import analysis

VERSION = f"8.{analysis.VERSION}"
TOKENIZER = "spaced"

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
_WORK_TEXTS = (
    "words",  # all there is
    "pairs",  # each two words that follow one another, as ``pairs`` writes them
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


def works() -> tantivy.Schema:
    """The fields of a work. Days are numbers such as 20190531."""
    schema = tantivy.SchemaBuilder()
    schema.add_bytes_field("card", stored=True)
    schema.add_text_field("key", tokenizer_name="raw", index_option="basic")
    schema.add_unsigned_field("owner", indexed=True)  # the key as a number, as passages have it
    for name in ("whole_name", "sample", "cited_step"):
        schema.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACET_FIELDS.values():
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
