"""Files of words, one a purpose: data, that anyone can read and add to."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import product
from typing import Any

_FORMS = re.compile(r"\{([^{}]*)\}")


@cache
def words(name: str) -> dict[str, Any]:
    """The file of this name, read."""
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))


def written_for() -> Iterator[tuple[str, str]]:
    """Each line that somebody might write who needs a work, under the key of that work."""
    for file in resources.files(__name__).joinpath("askers").iterdir():
        if file.name.endswith(".toml"):
            for key, languages in tomllib.loads(file.read_text("utf-8")).items():
                yield from ((key, line) for lines in languages.values() for line in lines)


def spelled_out(phrase: str) -> Iterator[str]:
    """Every phrase that one with forms in braces stands for: ``paspor{|nya}`` for both of its forms."""
    parts = _FORMS.split(phrase)  # every other one is from between braces
    ways = (part.split("|") if number % 2 else [part] for number, part in enumerate(parts))
    return map("".join, product(*ways))
