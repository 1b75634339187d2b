"""Running text: pieces with their emphasis, and their HTML."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from manumit.formats.markup import escape, plain, tag

BREAK = "\n"
# From the outermost; what is not here (an underline) shows only in how a line is understood.
_TAGS = {"strong": "strong", "em": "em", "sup": "sup", "sub": "sub"}
_SPACES = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; ``marks`` say how it is set: strong, em, sup, sub, underlined, image.

    Where ``page`` is set the page of that number begins here; such a run has no text.
    """

    text: str
    marks: frozenset[str] = frozenset()
    page: str = ""


def tidy_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """One space between words, no break at either end, as a browser would show it."""
    tidied: list[Run] = []
    last = BREAK
    for run in runs:
        text = run.text if run.text == BREAK else _SPACES.sub(" ", run.text.replace("\n", " "))
        if text.startswith(" ") and last in (" ", BREAK):
            text = text[1:]
        if text == BREAK and last == BREAK:
            continue
        if text or run.page:
            tidied.append(Run(text, run.marks, run.page))
        last = text[-1:] or last
    return _without_end(tidied)


def _without_end(runs: list[Run]) -> tuple[Run, ...]:
    """The runs without white space after the last word."""
    at = len(runs)
    while at and not runs[at - 1].text.strip():
        at -= 1
    return (*runs[:at], *(run for run in runs[at:] if run.page))


def text_of(runs: tuple[Run, ...]) -> str:
    """The words on one line."""
    return plain("".join(run.text for run in runs))


def without_start(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """The runs without their first ``length`` characters, as ``text_of`` counts them."""
    left = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        left.append(Run(run.text[cut:], run.marks, run.page))
    return tidy_runs(left)


def html_of(runs: tuple[Run, ...]) -> str:
    """The runs as HTML."""
    return "".join(_html(run) for run in runs).strip()


def all_marked(runs: tuple[Run, ...], *marks: str) -> bool:
    """Whether every word is set in one of these ways."""
    words = [run for run in runs if any(one.isalnum() for one in run.text)]
    return bool(words) and all(not run.marks.isdisjoint(marks) for run in words)


def _html(run: Run) -> str:
    if run.page:
        return tag("span", "", class_="page", title=run.page)
    if run.text == BREAK:
        return "<br>"
    content = escape(run.text)
    if not run.text.strip():
        return content
    for mark in reversed(_TAGS):
        if mark in run.marks:
            content = tag(_TAGS[mark], content)
    return tag("span", content, class_="image") if "image" in run.marks else content
