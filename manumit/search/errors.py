"""What can go wrong in searching; every message says what to do."""


class SearchError(Exception):
    """Any failure of this room."""


class SearchUnavailable(SearchError):
    """There is no index, or none that can be read."""


class SearchUnreachable(SearchUnavailable):
    """The engine does not answer, or cannot do it just now: an index may well be there."""


class SearchElsewhere(SearchUnavailable):
    """The engine runs in another process, and what is asked must not leave this one."""


class IndexBusy(SearchError):
    """Another process is writing to the index."""
