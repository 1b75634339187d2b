"""The protocols that can be harvested: one module each, found by discovery.

Whatever module here exposes ``KIND`` is one. How to add one: ``docs/how-to/add-a-source-kind.md``.
"""

import importlib
import pkgutil
from functools import cache
from typing import Any

from manumit.harvest.errors import BadSource
from manumit.harvest.kinds.types import Kind


@cache
def kinds() -> tuple[Kind[Any], ...]:
    """Every kind of source, sorted by name."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    found = (module.KIND for module in modules if hasattr(module, "KIND"))
    return tuple(sorted(found, key=lambda one: one.name))


def kind_named(name: str) -> Kind[Any]:
    """The kind of that name. Raises BadSource."""
    for one in kinds():
        if one.name == name:
            return one
    known = ", ".join(one.name for one in kinds())
    raise BadSource(f"{name!r} is no kind of source; there are {known}")
