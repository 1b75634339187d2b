"""Simplified Chinese out of Traditional, with the words that the mainland has otherwise."""

import tomllib
from functools import cache
from pathlib import Path
from typing import TypeVar

from opencc import OpenCC

from manumit.base.languages import Language

_Words = TypeVar("_Words", str, tuple[str, ...])
_SIGNS = OpenCC("hk2s")


def simplified(words: _Words, language: Language) -> _Words:
    """The words in simplified signs, each term of the language's ``terms.toml`` put in its place."""
    if isinstance(words, tuple):
        return tuple(simplified(one, language) for one in words)
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
