"""Which lines head what follows them, and how high they rank."""

import re

from manumit.formats.docx.types import Line

_LONGEST = 200
_LETTERED = re.compile(r"(?:[A-Z]|[IVX]{1,5})[.)]|\([A-Z]\)")
_ENDS_A_SENTENCE = re.compile(r"[.;,:][”\"’')\]]?$")
_STYLED = re.compile(r"heading|title|\bhead\b")
_OF_CONTENTS = re.compile(r"toc\b|table of")
_EMPHASIS = (("caps", 1), ("strong", 2), ("underlined", 3), ("em", 4))
_PLAIN_LEVEL = 5
_RULE = re.compile(r"[\s._\-–—*=]+")
_ANNEX = re.compile(
    r"-? ?(?:ANNEX(?:URE)?|APPENDIX|SCHEDULE|Annex(?:ure)?|Appendix|Schedule)"
    r"(?: (?:[A-Z]|\d{1,2}|[IVX]{1,4}|ONE|TWO|THREE|One|Two|Three))?(?:[:.–-].{0,120}| -)?"
)


def is_heading(line: Line) -> bool:
    """Whether a line that is no paragraph of the judgment's own is set like a heading.

    Short, no sentence, and bold, underlined, in capitals, in the middle or in a heading's style.
    """
    if not line.text or len(line.text) > _LONGEST or is_quoted(line) or _RULE.fullmatch(line.text):
        return False
    if line.text[0].islower() or _OF_CONTENTS.match(line.style):
        return False
    styled = bool(_STYLED.search(line.style)) and line.outline is not None
    if line.number and not _LETTERED.fullmatch(line.number):
        return bool(line.looks or styled) and _is_title(line.text)
    if _ENDS_A_SENTENCE.search(line.text) and not ({"strong", "underlined"} & line.looks or styled):
        return False
    return styled or bool(line.looks) or line.alignment == "center"


def _is_title(text: str) -> bool:
    return not text[0].islower() and not _ENDS_A_SENTENCE.search(text)


def level_of(line: Line) -> int:
    """How high a heading ranks, 0 the highest; by its style, its number or its emphasis."""
    if line.outline is not None and _STYLED.search(line.style):
        return line.outline
    if _LETTERED.fullmatch(line.number):
        return 1
    return next((level for look, level in _EMPHASIS if look in line.looks), _PLAIN_LEVEL)


def is_annex(line: Line) -> bool:
    """Whether a line is the title of an annex, appendix or schedule."""
    return not line.number and bool(_ANNEX.fullmatch(line.text))


def is_quoted(line: Line) -> bool:
    """Whether a line is a quotation, or begins one."""
    return line.text.startswith(("“", '"', "‘", "…", "[")) or "quot" in line.style
