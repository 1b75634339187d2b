"""The distributed search engine: an OpenSearch cluster, reached over HTTP."""

from manumit.search.engines.opensearch.engine import OpenSearchEngine

__all__ = ["OpenSearchEngine"]
