"""A format in which something is cited, and what a match of it means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from manumit.reference.folding import fold
from manumit.reference.keys import parse_key, slugify_segment

Gives = Literal["judgment", "legislation", "instrument", "publication"]
# What a regular expression captured, by group; None where an optional group took no part.
Groups = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """One way of citing, with the examples it must and must not match.

    ``pattern`` is a regular expression with named groups, written for folded text (``fold``);
    ``cite`` and ``key`` are templates over those groups. ``key`` is empty where the citation alone
    cannot give one (a law report's volume and page): the Work is then looked up by what its
    record says. Where ``is_stem`` is true the number names a case and not yet a decision in it:
    the Works are those whose keys lie below (``hk/case/hcal-15-2015`` / ``2016-12-23``).
    ``since`` is the day from which the court gives such citations; publishers have often numbered
    older decisions in the same way.
    """

    system: str
    forum: str | None
    gives: Gives
    kind: str
    pattern: str
    cite: str
    key: str
    is_stem: bool
    since: date | None
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]

    def regex(self) -> re.Pattern[str]:
        """The compiled pattern, for a text already folded. Raises re.error."""
        return _compiled(self.pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first citation in a text of any script; its offsets are the text's own."""
        return self.regex().search(fold(text))

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The text read as this citation and nothing else."""
        return self.regex().fullmatch(fold(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every citation in a text of any script; their offsets are the text's own."""
        return self.regex().finditer(fold(text))

    def cite_for(self, groups: Groups) -> str:
        """The citation as the court writes it, whatever spaces the text had."""
        values = {name: text or "" for name, text in groups.items()}
        return " ".join(self.cite.format_map(values).split())

    def key_for(self, groups: Groups) -> str:
        """The key of the Work cited, or its stem; empty without a template. Raises BadKey."""
        if not self.key:
            return ""
        values = {name: slugify_segment(text or "") for name, text in groups.items()}
        return str(parse_key(self.key.format_map(values)))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """ASCII, so that a word of another script ends where Latin letters begin (``院FACV``)."""
    return re.compile(pattern, re.ASCII)
