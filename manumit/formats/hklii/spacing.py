"""White space around tags: HKLII's pages have it everywhere, the law only between words."""

from dataclasses import dataclass

from lxml import etree

from manumit.formats.safe_html import name_of

_BLOCKS = frozenset(
    {"div", "section", "schedule", "def", "table", "tr", "td", "th", "p", "text", "note", "notes"}
    | {"proviso", "editorialnote", "statutorynote", "crossheading", "quotedstructure", "leadin"}
    | {"continued", "br"}
)
_NEVER_BEFORE = frozenset(",.;:)]’”」》）】，。；：、！？")
_NEVER_AFTER = frozenset("([‘“「《（【")
_FULL_WIDTH_FROM = "\u2e80"


@dataclass
class _Seen:
    """The last character and whether white space came after it."""

    last: str = ""
    gap: bool = False


def tidy(root: etree._Element) -> None:
    """Leave one space between words and none where the law has none; change nothing else."""
    seen = _Seen()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if name_of(element) in _BLOCKS:
            seen.last, seen.gap = "", False
        if event == "start":
            element.text = _tidied(element.text, seen)
        else:
            element.tail = _tidied(element.tail, seen)


def _tidied(text: str | None, seen: _Seen) -> str:
    words = " ".join((text or "").split())
    if not text or not words:
        seen.gap = seen.gap or bool(text)
        return ""
    space = " " if (seen.gap or text[0].isspace()) and _parted(seen.last, words[0]) else ""
    seen.last, seen.gap = words[-1], text[-1].isspace()
    return space + words


def _parted(before: str, after: str) -> bool:
    """Whether a space belongs between the two characters."""
    if not before or after in _NEVER_BEFORE or before in _NEVER_AFTER:
        return False
    chinese = before >= _FULL_WIDTH_FROM or after >= _FULL_WIDTH_FROM
    return not (chinese and _joins(before) and _joins(after))


def _joins(character: str) -> bool:
    return character >= _FULL_WIDTH_FROM or character.isdigit() or character in "()"
