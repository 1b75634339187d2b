"""Simplified Chinese out of Traditional, with the words that the mainland has otherwise."""

import tomllib
from functools import cache
from pathlib import Path

from opencc import OpenCC

from manumit.base.languages import Language

_SIGNS = OpenCC("hk2s")


def simplified(words: str, language: Language) -> str:
    """The words in simplified signs, each term of the language's ``terms.toml`` put in its place."""
    written = str(_SIGNS.convert(words))
    for term, instead in _terms(language.folder):
        written = written.replace(term, instead)
    return written


@cache
def _terms(folder: Path) -> list[tuple[str, str]]:
    """Pairs in simplified signs, longer ones first."""
    file = folder / "terms.toml"
    told: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))["terms"]
    return sorted(told.items(), key=lambda one: -len(one[0]))
