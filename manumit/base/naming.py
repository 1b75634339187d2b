"""Choosing the name to show."""

from collections.abc import Mapping


def in_language(names: Mapping[str, str], language: str, otherwise: str) -> str:
    """The name in the language, else in its base language, else in English, else ``otherwise``."""
    for wanted in (language, language.split("-", maxsplit=1)[0], "en"):
        if wanted in names:
            return names[wanted]
    return otherwise
