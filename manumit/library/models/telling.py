"""What the journal is told of a work: facts as they are, words by their digest.

The journal never forgets, and what it holds may have to go: a summary, a name, the title of a
judgment. So only codes, days and numbers are told as they are (``docs/adr/0021``).
"""

import json
from collections.abc import Mapping
from typing import Any

from manumit.base.digests import digest_of

# Of whom and when a row was saved, or computed from the rest: no facts of the work.
_BOOKKEEPING = frozenset(
    [
        "pk", "work_ptr", "kind", "system", "name", "dated", "live", "has_unpublished_changes",
        "first_published_at", "last_published_at", "go_live_at", "expire_at", "expired", "locked",
        "locked_at", "locked_by", "latest_revision", "live_revision", "withdrawn_at", "why",
        "loaded_digest",
    ]
)  # fmt: skip
_OF_A_ROW = frozenset(
    [
        "pk",
        "sort_order",
        "work",
        "judgment",
        "instrument",
        "publication",
        "finding",
        "target",
        "organisation",
    ]
)
_OPEN = frozenset(
    [
        "key", "title", "language", "confidence", "official_url", "instrument_type", "binding",
        "adopted_on", "opened_on", "in_force_on", "legislation_type", "number", "enacted_on",
        "commenced_on", "repealed_on", "forum", "neutral_citation", "decided_on", "final_on",
        "publication_type", "published_on", "release", "law_as_of", "licence", "organisation_type",
        "section", "position", "checked_on",
    ]
)  # fmt: skip
_NAMES_PEOPLE = {"judgment": frozenset(["title"])}


def facts_told(work: Any) -> dict[str, Any]:
    """Every fact of the work by its field, as the journal may keep it for ever."""
    closed = _NAMES_PEOPLE.get(work.kind, frozenset())
    facts = json.loads(work.to_json())
    return {
        name: value if name in _OPEN - closed else _digest(value)
        for name, value in facts.items()
        if name not in _BOOKKEEPING
    }


def _digest(value: Any) -> str:
    """The digest of a value, empty for what says nothing."""
    bare = _bare(value)
    return "" if bare in (None, "", [], {}) else digest_of(bare)


def _bare(value: Any) -> Any:
    """A value without the numbers of the rows that hold it, which a load gives anew."""
    if isinstance(value, Mapping):
        return {name: _bare(one) for name, one in value.items() if name not in _OF_A_ROW}
    return [_bare(one) for one in value] if isinstance(value, list) else value
