"""Addresses of Passages inside a Work: eids, and how people write them.

An eid follows Akoma Ntoso's naming: a kind and a number, joined to its parent by two
underscores (``art_3__para_a``, ``sec_129__subsec_1``, ``para_282``). A Passage is named by
``key#eid``. Numbers keep their case (``sec_38AA``).
"""

import re
from dataclasses import dataclass

from manumit.reference.keys import BadKey, parse_key

_NUMBER = r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*"
_KINDS = (
    "annex|art|chp|cl|dec|div|form|front|guideline|hdg|item|ol|op|para|part|point|preamble|principle|"
    "recital|reg|rule|sched|sec|sep|subdiv|subpara|subpart|subsec|tbl|title|unit"
)
_STEP = rf"(?:{_KINDS})(?:_{_NUMBER})?"
_EID = re.compile(rf"{_STEP}(?:__{_STEP})*")

MAX_LENGTH = 120


class BadAddress(ValueError):
    """The text is no address of a passage; the message says what one looks like."""


@dataclass(frozen=True, slots=True)
class Address:
    """A Passage of a Work: ``key#eid``."""

    key: str
    eid: str

    def __str__(self) -> str:
        return f"{self.key}#{self.eid}"


def is_eid(text: str) -> bool:
    """Whether the text is a well-formed eid."""
    return len(text) <= MAX_LENGTH and _EID.fullmatch(text) is not None


def is_nested(eid: str, other: str) -> bool:
    """Whether one of two passages of a work is the other or a part of it; never for a work as a whole."""
    return bool(eid and other) and (
        eid == other or eid.startswith(f"{other}__") or other.startswith(f"{eid}__")
    )


def parse_address(text: str) -> Address:
    """Read ``coe/treaty/echr#art_4``. Raises BadAddress."""
    key, mark, eid = text.partition("#")
    try:
        parse_key(key)
    except BadKey as error:
        raise BadAddress(str(error)) from error
    if not mark or not is_eid(eid):
        raise BadAddress(
            f"{text[:120]!r} is not an address: write the work's key, #, and the passage, "
            "such as coe/treaty/echr#art_4"
        )
    return Address(key, eid)


def parent_of(eid: str) -> str | None:
    """The eid one level up: ``art_3`` for ``art_3__para_a``; None at the top."""
    parent, mark, _ = eid.rpartition("__")
    return parent if mark else None


# Steps that stand before and after the numbered body of a work.
_BEFORE = {"front": 0, "preamble": 1, "recital": 2}
_AFTER = {"op": 6, "sched": 7, "annex": 8, "form": 9, "sep": 9}
_BODY = 4
_CHUNKS = re.compile(r"\d+|[A-Za-z]+")

NaturalKey = tuple[tuple[int, str, tuple[tuple[int, str], ...]], ...]


def natural_key(eid: str) -> NaturalKey:
    """Sorts eids as people count: sec_17 before sec_17A before sec_38, schedules at the end."""
    return tuple(_step_key(step) for step in eid.split("__"))


def _step_key(step: str) -> tuple[int, str, tuple[tuple[int, str], ...]]:
    kind, _, number = step.partition("_")
    group = _BEFORE.get(kind, _AFTER.get(kind, _BODY))
    chunks = tuple(
        (int(chunk), "") if chunk.isdigit() else (0, chunk) for chunk in _CHUNKS.findall(number)
    )
    return group, "" if group == _BODY else kind, chunks


# How each language names a top-level step, then how a step below it is appended.
_NAMES: dict[str, dict[str, str]] = {
    "en": {
        "annex": "Annex {}",
        "art": "Article {}",
        "chp": "Chapter {}",
        "dec": "Decision {}",
        "div": "Division {}",
        "form": "Form {}",
        "front": "Opening",
        "guideline": "Guideline {}",
        "hdg": "Heading {}",
        "op": "Operative point {}",
        "para": "Paragraph {}",
        "part": "Part {}",
        "point": "Point {}",
        "preamble": "Preamble",
        "principle": "Principle {}",
        "recital": "Recital {}",
        "reg": "Regulation {}",
        "rule": "Rule {}",
        "sched": "Schedule {}",
        "sec": "Section {}",
        "sep": "Separate opinion {}",
        "title": "Title {}",
    },
    "zh-Hant": {
        "annex": "附件{}",
        "art": "第{}條",
        "chp": "第{}章",
        "div": "第{}分部",
        "form": "表格{}",
        "front": "引言",
        "para": "第{}段",
        "part": "第{}部",
        "preamble": "序言",
        "principle": "原則{}",
        "reg": "第{}條",
        "rule": "第{}條規則",
        "sched": "附表{}",
        "sec": "第{}條",
        "title": "第{}編",
    },
    "zh-Hans": {
        "annex": "附件{}",
        "art": "第{}条",
        "chp": "第{}章",
        "form": "表格{}",
        "front": "引言",
        "para": "第{}段",
        "part": "第{}部",
        "preamble": "序言",
        "principle": "原则{}",
        "reg": "第{}条",
        "rule": "第{}条规则",
        "sched": "附表{}",
        "sec": "第{}条",
        "title": "第{}编",
    },
    "th": {
        "art": "ข้อ {}",
        "chp": "หมวด {}",
        "para": "ย่อหน้า {}",
        "part": "ภาค {}",
        "preamble": "อารัมภบท",
        "sec": "มาตรา {}",
        "sched": "บัญชี {}",
    },
    "vi": {
        "annex": "Phụ lục {}",
        "art": "Điều {}",
        "chp": "Chương {}",
        "form": "Mẫu {}",
        "para": "Đoạn {}",
        "part": "Phần {}",
        "preamble": "Lời nói đầu",
        "principle": "Nguyên tắc {}",
        "rule": "Quy tắc {}",
        "sched": "Phụ lục {}",
        "sec": "Điều {}",
    },
}
# Below the top these are written as a bare number in brackets: section 129(1)(a).
_BRACKETED = {"subsec", "para", "subpara", "point", "item", "cl"}


def label_of(eid: str, language: str = "en") -> str:
    """How a reader writes an eid: ``Section 129(1)``, ``第129條``, ``Article 3(a)``.

    Falls back to English names where the language has none of its own.
    """
    names = _NAMES["en"] | _NAMES.get(language, {})
    head, *rest = eid.split("__")
    written = _name(head, names)
    for step in rest:
        kind, _, number = step.partition("_")
        if kind in _BRACKETED and head.split("_")[0] != "sched":
            written += f"({number})"
        else:
            written += f", {_name(step, names)}"
    return written


def _name(step: str, names: dict[str, str]) -> str:
    kind, _, number = step.partition("_")
    pattern = names.get(kind, kind.capitalize() + " {}")
    return pattern.format(number).strip()
