"""The text of a HUDOC page without what its conversion left behind.

In the cleaned text every run of white space is one character that says what it was: a TAB
where two or more no-break spaces stood (after a paragraph's number, between columns), one
no-break space where one stood, a space otherwise.
"""

import html
import re

TAB = "\t"
NBSP = "\xa0"

_STYLE_RULE = re.compile(r"\s*[.#@][^{}<>]{1,300}\{[^{}]{0,5000}\}")
_SPACES = re.compile(r"[\s\ufeff]+")


def clean(full_text: str) -> str:
    """The text without style sheet and entities, white space as described above."""
    text = html.unescape(full_text)
    return _SPACES.sub(_one_space, text[_end_of_styles(text) :]).strip()


def _end_of_styles(text: str) -> int:
    end = 0
    while rule := _STYLE_RULE.match(text, end):
        end = rule.end()
    return end


def _one_space(found: re.Match[str]) -> str:
    breaks = found[0].count(NBSP)
    return " " if not breaks else NBSP if breaks == 1 else TAB
