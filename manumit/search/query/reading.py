"""Reading a query as typed: words, "phrases" and -exclusions. Never refuses anything."""

import re
from dataclasses import dataclass
from typing import Literal

from manumit.search import analysis

LONGEST_QUERY = 2_000  # characters
_QUOTES = dict.fromkeys(map(ord, "“”„‟«»「」『』〝〞＂"), '"')
_CLAUSE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<quoted>[^"]*)"|(?P<words>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing asked for. ``role`` is ``excluded`` for what must not be there."""

    text: str
    role: Literal["word", "quoted", "excluded"] = "word"


@dataclass(frozen=True, slots=True)
class Reading:
    """The clauses of a query in order, and remarks on what was ignored."""

    clauses: tuple[Clause, ...]
    remarks: tuple[str, ...] = ()


def read(query: str) -> Reading:
    """Cut the query into clauses that each have something to look for."""
    remarks = []
    if len(query) > LONGEST_QUERY:
        remarks.append(f"Only the first {LONGEST_QUERY:,} characters were used.")
    text = query[:LONGEST_QUERY].translate(_QUOTES)
    if text.count('"') % 2:
        remarks.append("A quotation mark without its partner was ignored.")
    clauses = [clause for found in _CLAUSE.finditer(text) for clause in _clauses(found)]
    wanted = tuple(clause for clause in clauses if analysis.sought(clause.text))
    if text.strip() and not wanted:
        remarks.append("There is no word in the query to look for.")
    return Reading(wanted, tuple(remarks))


def _clauses(found: re.Match[str]) -> list[Clause]:
    quoted = found["quoted"]
    if found["minus"]:
        return [Clause(found["words"] if quoted is None else quoted, "excluded")]
    if quoted is not None:
        return [Clause(quoted, "quoted")]
    return [Clause(part) for part in analysis.split_southeast(found["words"])]
