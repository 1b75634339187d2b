"""How each language names provisions: one module a language, found by being here."""

from importlib import import_module
from pkgutil import iter_modules

from manumit.citations.provisions.types import Grammar, Phrase, Pin

_OWN = {"types", "eids"}
GRAMMARS: dict[str, Grammar] = {
    module.name: import_module(f"{__name__}.{module.name}").GRAMMAR
    for module in iter_modules(__path__)
    if module.name not in _OWN
}

__all__ = ["GRAMMARS", "Grammar", "Phrase", "Pin"]
