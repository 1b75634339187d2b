"""A format in which something is cited, and what a match of it means."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from manumit.reference.keys import parse_key, slugify_segment

Gives = Literal["judgment", "legislation", "instrument", "publication"]
# What a regular expression captured, by group; None where an optional group took no part.
Groups = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """One way of citing, with the examples it must and must not match.

    ``pattern`` is a regular expression with named groups; ``cite`` and ``key`` are templates
    over those groups. ``key`` is empty where the citation alone cannot give one (a law report's
    volume and page): the Work is then looked up by what its record says. Where ``is_stem`` is
    true the number names a case and not yet a decision in it: the Works are those whose keys lie
    below (``hk/case/hcal-15-2015`` / ``2016-12-23``). ``since`` is the day from which the court
    gives such citations; publishers have often numbered older decisions in the same way.
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
        """The compiled pattern."""
        return re.compile(self.pattern)

    def cite_for(self, groups: Groups) -> str:
        """The citation as the court writes it, whatever digits and spaces the text had."""
        values = {name: _plain_digits(text or "") for name, text in groups.items()}
        return " ".join(self.cite.format_map(values).split())

    def key_for(self, groups: Groups) -> str:
        """The key of the Work cited, or its stem; empty without a template. Raises BadKey."""
        if not self.key:
            return ""
        values = {name: slugify_segment(_plain_digits(text or "")) for name, text in groups.items()}
        return str(parse_key(self.key.format_map(values)))


def _plain_digits(text: str) -> str:
    """Thai, Khmer, Lao and Burmese digits as 0 to 9, since keys are ASCII."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
