"""Fields: what Word computes and shows in the text."""

import re
from dataclasses import dataclass, field

from lxml import etree

from manumit.formats.docx.counting import Counter
from manumit.formats.docx.numbering import Level, List, Numbering
from manumit.formats.docx.symbols import symbol
from manumit.formats.docx.xml import W, switched, whole

_LEVEL = re.compile(r"\\l\s*(\d)")
_START = re.compile(r"\\s\s*(\d{1,5})")
_SYMBOL_FONT = re.compile(r'\\f\s*"?([^"\\]{1,60})')
_WORD = re.compile(r'"([^"]{0,200})"|(\S{1,200})')
_MOST_CODE = 2_000


@dataclass(slots=True)
class Field:
    """A field being read: its code until ``in_result``, then what Word last showed for it."""

    code: str = ""
    in_result: bool = False
    checked: bool | None = None


def _built_in(identity: str, *levels: tuple[str, str]) -> List:
    made = {
        place: Level(1, style, text, None, legal=False, hidden=False, font="", paragraph=None)
        for place, (style, text) in enumerate(levels)
    }
    return List(identity, identity, made, {})


# The lists that every Word has for LISTNUM fields.
_BUILT_IN = {
    "NumberDefault": _built_in(
        "NumberDefault",
        ("decimal", "%1)"), ("lowerLetter", "%2)"), ("lowerRoman", "%3)"),
        ("decimal", "(%4)"), ("lowerLetter", "(%5)"), ("lowerRoman", "(%6)"),
        ("decimal", "%7."), ("lowerLetter", "%8."), ("lowerRoman", "%9."),
    ),
    "OutlineDefault": _built_in(
        "OutlineDefault",
        ("upperRoman", "%1."), ("upperLetter", "%2."), ("decimal", "%3."),
        ("lowerLetter", "%4)"), ("decimal", "(%5)"), ("lowerLetter", "(%6)"),
        ("lowerRoman", "(%7)"), ("lowerLetter", "(%8)"), ("lowerRoman", "(%9)"),
    ),
    "LegalDefault": _built_in(
        "LegalDefault",
        *(("decimal", "".join(f"%{one}." for one in range(1, last + 1))) for last in range(1, 10)),
    ),
}  # fmt: skip


@dataclass(slots=True)
class Fields:
    """The fields that are open where the text is read; they may span paragraphs."""

    numbering: Numbering
    counter: Counter
    open: list[Field] = field(default_factory=list)
    _auto: int = 0

    def hides(self) -> bool:
        """Whether what is read now is code and not text."""
        return any(not one.in_result for one in self.open)

    def add_code(self, text: str) -> None:
        """Go on with the code of the innermost field."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].code = (self.open[-1].code + text)[:_MOST_CODE]

    def mark(self, kind: str, data: etree._Element) -> str:
        """Take a ``begin``, ``separate`` or ``end``; gives the text of a field without a result."""
        if kind == "begin":
            self.open.append(Field(checked=_checked(data)))
        elif kind == "separate" and self.open:
            self.open[-1].in_result = True
        elif kind == "end" and self.open:
            ended = self.open.pop()
            if not ended.in_result and not self.hides():
                return self.computed(ended)
        return ""

    def computed(self, ended: Field) -> str:
        """What a reader sees where Word keeps no result."""
        name, _, rest = ended.code.strip().partition(" ")
        match name.upper():
            case "FORMCHECKBOX":
                return "☒" if ended.checked else "☐"
            case "AUTONUM" | "AUTONUMLGL" | "AUTONUMOUT":
                self._auto += 1
                return f"{self._auto}."
            case "LISTNUM":
                return self._list_number(rest)
            case "SYMBOL":
                return _symbol(rest)
        return ""

    def _list_number(self, rest: str) -> str:
        name = _first_word(rest)
        if not name or name.startswith("\\"):
            name = "NumberDefault"
        one = self.numbering.named(name) or _BUILT_IN.get(name) or _BUILT_IN["NumberDefault"]
        level, start = _LEVEL.search(rest), _START.search(rest)
        place = max(0, int(level[1]) - 1) if level else 0
        if start:
            self.counter.set(one, place, int(start[1]))
        return self.counter.next(one, place)


def _checked(data: etree._Element) -> bool | None:
    """Whether a check box is ticked; None where the field is none."""
    box = data.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return None
    for name in ("checked", "default"):
        state = switched(box.find(f"{W}{name}"))
        if state is not None:
            return state
    return False


def _symbol(rest: str) -> str:
    written = _first_word(rest).lower()
    place = written.removeprefix("0x") if written.startswith("0x") else f"{whole(written) or 0:X}"
    font = _SYMBOL_FONT.search(rest)
    return symbol(font[1].strip() if font else "", place)


def _first_word(code: str) -> str:
    found = _WORD.search(code)
    return (found[1] or found[2] or "") if found else ""
