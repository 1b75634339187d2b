"""Which passage is meant, as citations write it: ``s 129(1)``, ``art 3(a)``, ``sch 1, para 2``."""

from typing import NamedTuple

# The name of each kind of step: whole, as reference managers want it, and as styles shorten it.
_NAMES = {
    "annex": ("annex", "annex"),
    "art": ("article", "art"),
    "chp": ("chapter", "ch"),
    "cl": ("clause", "cl"),
    "dec": ("decision", "decision"),
    "div": ("division", "div"),
    "form": ("form", "form"),
    "front": ("opening", "opening"),
    "guideline": ("guideline", "guideline"),
    "hdg": ("heading", "heading"),
    "op": ("operative point", "operative point"),
    "para": ("paragraph", "para"),
    "part": ("part", "pt"),
    "point": ("point", "point"),
    "preamble": ("preamble", "preamble"),
    "principle": ("principle", "principle"),
    "recital": ("recital", "recital"),
    "reg": ("regulation", "reg"),
    "rule": ("rule", "r"),
    "sched": ("schedule", "sch"),
    "sec": ("section", "s"),
    "sep": ("separate opinion", "separate opinion"),
    "tbl": ("table", "table"),
    "title": ("title", "title"),
}
_SHORT = dict(_NAMES.values())
# Below a section or an article these are a number in brackets.
_BRACKETED = {"subsec", "para", "subpara", "point", "item", "cl"}
# What holds whole provisions, so that a paragraph in it is written out.
_HOLDERS = {"sched", "annex", "sep"}


class Pinpoint(NamedTuple):
    """A passage: what is counted (``section``), and its number (``129(1)``)."""

    label: str
    locator: str


def pinpoint(eid: str) -> Pinpoint:
    """The passage that an eid names: ``sec_129__subsec_1`` is section 129(1)."""
    head, *rest = eid.split("__")
    kind, _, locator = head.partition("_")
    for step in rest:
        inner, _, number = step.partition("_")
        bracketed = inner in _BRACKETED and kind not in _HOLDERS
        locator += f"({number})" if bracketed else f", {_names(inner)[1]} {number}".rstrip()
    return Pinpoint(_names(kind)[0], locator.removeprefix(", "))


def shortened(label: str, locator: str) -> str:
    """``s 129(1)`` for section 129(1)."""
    return f"{_SHORT.get(label, label)} {locator}".strip()


def _names(kind: str) -> tuple[str, str]:
    return _NAMES.get(kind, (kind, kind))
