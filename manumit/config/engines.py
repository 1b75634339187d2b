"""Which engine serves a port, by the address that the operator gives."""

from pathlib import Path

_EMBEDDED = "manumit.search.engines.tantivy.TantivyEngine"
# What an address begins with, before the plus sign.
_DISTRIBUTED = {"opensearch": "manumit.search.engines.opensearch.OpenSearchEngine"}


def search_engine(index: str | Path) -> str:
    """The engine of an index: an address such as ``opensearch+http://…`` names it, a folder is local.

    Raises ValueError for an address of nothing known.
    """
    named, address, _ = str(index).partition("://")
    if not address:
        return _EMBEDDED
    engine = _DISTRIBUTED.get(named.partition("+")[0])
    if engine is None:
        known = ", ".join(f"{name}+http://…" for name in _DISTRIBUTED)
        raise ValueError(f"MANUMIT_INDEX is a folder, or an address of these: {known}")
    return engine
