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
# What stands in brackets after the number, level by level: first a figure, or at once a letter.
_BELOW = {
    "section": ("subsec", "para", "subpara", "item"),
    "schedule": ("para", "subpara", "item", "item"),
}
_BELOW_OTHERS = ("para", "subpara", "item", "item")
# In Hong Kong's ordinances a 條 is a section, elsewhere an article.
_SECTIONS_IN_CHINESE = "hk"


def eid_of(pin: Pin, kind: str, system: str) -> str:
    """The eid of a provision of a work of this kind and system; empty where it can have none."""
    unit = _unit(pin.unit, kind, system)
    own = _own(unit, pin.steps)
    eid = f"{eid_of(pin.under, kind, system)}__{own}" if pin.under else own
    return eid if is_eid(eid) else ""


def _unit(unit: str, kind: str, system: str) -> str:
    if unit == "tiao":
        in_sections = kind == "legislation" and system == _SECTIONS_IN_CHINESE
        return "section" if in_sections else "article"
    return unit


def _own(unit: str, steps: tuple[str, ...]) -> str:
    number, *inner = steps
    levels: tuple[str, ...] = _BELOW.get(unit, _BELOW_OTHERS)
    if unit == "section" and inner and not inner[0][0].isdigit():
        levels = levels[1:]  # section 2(a) has no subsections
    below = [f"{level}_{step}" for level, step in zip(levels, inner, strict=False)]
    return "__".join([f"{_STEPS[unit]}_{number}", *below])
