"""The engine that the settings name, made once a process."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from manumit.search.errors import SearchUnavailable
from manumit.search.port import Engine


def engine() -> Engine:
    """The engine in use. Raises SearchUnavailable when its library is not installed."""
    return _made(settings.MANUMIT_SEARCH_ENGINE, settings.MANUMIT_INDEX)


@cache
def _made(name: str, index: Path | str) -> Engine:
    try:
        made: Engine = import_string(name)(index)
    except ModuleNotFoundError as error:
        raise SearchUnavailable(
            f"The search engine that MANUMIT_INDEX names needs {error.name}, which is not installed."
        ) from error
    return made
