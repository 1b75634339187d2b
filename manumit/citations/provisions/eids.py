"""Provisions as passages: what a unit is called in an eid depends on the work it belongs to."""

from manumit.citations.provisions.types import Pin
from manumit.reference import is_eid

_STEPS = {
    "section": "sec",
    "article": "art",
    "regulation": "reg",
    "rule": "rule",
    "schedule": "sched",
    "part": "part",
    "division": "div",
    "title": "title",
    "chapter": "chp",
    "principle": "principle",
    "guideline": "guideline",
    "annex": "annex",
    "recital": "recital",
    "paragraph": "para",
    "subsection": "subsec",
    "subparagraph": "subpara",
    "point": "point",
}
_WORDS = {step: unit for unit, step in _STEPS.items()}
# What stands in brackets after the number, level by level: first a figure, or at once a letter.
_BELOW = {
    "section": ("subsec", "para", "subpara", "item"),
    "schedule": ("para", "subpara", "item", "item"),
}
_BELOW_OTHERS = ("para", "subpara", "item", "item")
# Where statutes are divided into sections; a 條 of theirs is one, elsewhere an article.
_IN_SECTIONS = frozenset({"au", "ca", "gb", "hk", "in", "my", "nz", "sg", "us", "za"})


def eid_of(pin: Pin, kind: str, system: str, unit: str = "") -> str:
    """The eid of a provision of a work of this kind and system; empty where it can have none.

    ``unit`` is the step by which the work is known to be divided (``reg``), where it is known: it
    decides where a language has one word for all of them.
    """
    own = _own(_unit(pin.unit, kind, system, unit), pin.steps)
    eid = f"{eid_of(pin.under, kind, system, unit)}__{own}" if pin.under else own
    return eid if is_eid(eid) else ""


def _unit(unit: str, kind: str, system: str, known: str) -> str:
    if unit == "sign":  # § is a section of a statute and a paragraph of everything else
        return "section" if kind == "legislation" else "paragraph"
    if unit == "tiao":
        if known in _WORDS:
            return _WORDS[known]
        return "section" if kind == "legislation" and system in _IN_SECTIONS else "article"
    return unit


def _own(unit: str, steps: tuple[str, ...]) -> str:
    number, *inner = steps
    levels: tuple[str, ...] = _BELOW.get(unit, _BELOW_OTHERS)
    if unit == "section" and inner and not inner[0][0].isdigit() and ":" not in inner[0]:
        levels = levels[1:]  # section 2(a) has no subsections
    # A step may say its own level, where the language names it: para:1, point:1.
    below = [
        step.replace(":", "_") if ":" in step else f"{level}_{step}"
        for level, step in zip(levels, inner, strict=False)
    ]
    return "__".join([f"{_STEPS[unit]}_{number}", *below])
