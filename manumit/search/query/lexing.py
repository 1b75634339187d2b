"""Cutting a query into words, quotations, operators and brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

LONGEST_QUERY = 2_000  # characters
Kind = Literal["and", "or", "not", "near", "open", "close", "field", "words", "quoted"]

_QUOTES = dict.fromkeys(map(ord, "“”„‟«»「」『』〝〞＂"), '"')
_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"
  | (?P<near>(?<!\S)(?:/|w/|near/)(?P<within>[sp]|\d{1,3})(?=[\s()]|$))
  | (?P<and>(?<![^\s)])AND(?=[\s(]|$))
  | (?P<or>(?<![^\s)])OR(?=[\s(]|$))
  | (?P<not>(?<![^\s(])(?:NOT(?=[\s(]|$)|-(?=[^\s-])))
  | (?P<open>(?<![^\s(:"-])\()
  | (?P<close>\))
  | (?P<field>(?<![^\s("-])[A-Za-z_]{2,20}):(?=[^\s/])
  | (?P<words>[^\s"()]+(?:\([^\s()"]*\)[^\s()"]*)*)
  | (?P<other>\()
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query: its kind, what it says, and the same as it was typed."""

    kind: Kind
    text: str
    typed: str


def lex(query: str) -> tuple[list[Token], list[str]]:
    """The tokens of a query in order, and remarks on what was passed over."""
    remarks = []
    if len(query) > LONGEST_QUERY:
        remarks.append(
            _("Only the first %(most)s characters were used.") % {"most": f"{LONGEST_QUERY:,}"}
        )
    text = query[:LONGEST_QUERY].translate(_QUOTES)
    if text.count('"') % 2:
        remarks.append(_("A quotation mark without its partner was ignored."))
    return list(_tokens(text)), remarks


def _tokens(text: str) -> Iterator[Token]:
    """Operators are words in capitals: a reader's "and" is a word like any other."""
    for found in _TOKEN.finditer(text):
        kind, typed = found.lastgroup or "words", found.group()
        if kind == "within":
            kind = "near"
        if kind in ("and", "or", "not") and typed not in ("AND", "OR", "NOT", "-"):
            kind = "words"
        if kind == "other":  # a bracket inside a word opens nothing
            continue
        yield Token(kind, _said(found, kind), typed)  # type: ignore[arg-type]  # groups are kinds


def _said(found: re.Match[str], kind: str) -> str:
    if kind == "quoted":
        return found["quoted"]
    if kind == "near":
        return found["within"].lower()
    if kind == "field":
        return found["field"].lower()
    return found.group()
