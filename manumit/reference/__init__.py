"""Reference data: jurisdictions, courts, how they are cited, and the vocabularies.

All of it is files beside this one: ``systems/*.toml`` and ``concepts/*.ttl``. A file added is a
jurisdiction or a scheme added; see ``docs/how-to/add-a-jurisdiction.md``.
"""

from manumit.reference.addresses import (
    Address,
    BadAddress,
    NaturalKey,
    is_eid,
    is_nested,
    label_of,
    natural_key,
    parent_of,
    parse_address,
)
from manumit.reference.catalogue import (
    citation_formats,
    concept_codes,
    concepts,
    forum,
    forums,
    languages,
    scheme,
    schemes,
    system,
    system_codes,
    systems,
    topic_codes,
    topics,
    with_place,
)
from manumit.reference.errors import BadReference
from manumit.reference.folding import fold
from manumit.reference.formats import CitationFormat, Gives
from manumit.reference.keys import (
    SITE,
    BadKey,
    Key,
    kind_of,
    page_key,
    page_of,
    parse_key,
    shelves_of,
    slugify_segment,
    system_of,
)
from manumit.reference.parties import former_powers, party_codes, party_name, party_names
from manumit.reference.types import (
    Concept,
    FactSource,
    Forum,
    Label,
    Responsible,
    Scheme,
    System,
)

__all__ = [
    "SITE",
    "Address",
    "BadAddress",
    "BadKey",
    "BadReference",
    "CitationFormat",
    "Concept",
    "FactSource",
    "Forum",
    "Gives",
    "Key",
    "Label",
    "NaturalKey",
    "Responsible",
    "Scheme",
    "System",
    "citation_formats",
    "concept_codes",
    "concepts",
    "fold",
    "former_powers",
    "forum",
    "forums",
    "is_eid",
    "is_nested",
    "kind_of",
    "label_of",
    "languages",
    "natural_key",
    "page_key",
    "page_of",
    "parent_of",
    "parse_address",
    "parse_key",
    "party_codes",
    "party_name",
    "party_names",
    "scheme",
    "schemes",
    "shelves_of",
    "slugify_segment",
    "system",
    "system_codes",
    "system_of",
    "systems",
    "topic_codes",
    "topics",
    "with_place",
]
