"""Which fields a collection record and a row of the library hold under one name.

Read in one direction by the services that set a record down, in the other by the selectors
that write it out again.
"""

# Held by every kind in one shape: a text, a list or a table.
COMMON = ("title", "language", "titles", "short_titles", "confidence", "identifiers")

# Held by one kind in one shape.
OWN: dict[str, tuple[str, ...]] = {
    "instrument": (
        "instrument_type", "binding", "adopted_by", "adopted_at", "in_force_on", "in_force_rule",
        "depositary", "authentic_languages",
    ),
    "legislation": ("legislation_type", "number", "versions"),
    "judgment": (
        "neutral_citation", "reports", "docket_nos", "decided_on", "final_on", "panel",
        "authentic_languages", "outcome", "procedural_history", "remedies",
    ),
    "publication": (
        "publication_type", "publisher", "authors", "edition", "release", "coverage", "series", "licence",
    ),
}  # fmt: skip

# What a record leaves out and a row holds as an empty text or table.
EMPTY_WHEN_UNKNOWN: dict[str, tuple[str, ...]] = {
    "instrument": ("adopted_on", "opened_on", "joining", "registration", "official_url"),
    "legislation": ("enacted_on", "commenced_on", "repealed_on", "official_url"),
    "judgment": ("anonymity", "official_url"),
    "publication": ("published_on", "law_as_of", "press_contact", "official_url"),
}

# The scheme from which each element of trafficking is named.
ELEMENT_SCHEMES = {"act": "act", "means": "means", "purpose": "exploitation"}
