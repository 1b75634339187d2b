"""The embedded search engine: Tantivy, in this process, on local files."""

from manumit.search.engines.tantivy.engine import TantivyEngine

__all__ = ["TantivyEngine"]
