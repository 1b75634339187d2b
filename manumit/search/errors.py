"""What can go wrong in searching; every message says what to do."""


class SearchError(Exception):
    """Any failure of this room."""


class SearchUnavailable(SearchError):
    """There is no index, or none that can be read."""


class IndexBusy(SearchError):
    """Another process is writing to the index."""
