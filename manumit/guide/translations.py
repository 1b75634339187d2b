"""What is wrong with a translation of a guide: it says all that the guide says, and no more."""

import re
from collections.abc import Collection, Iterator

from manumit.guide.parts import texts
from manumit.guide.reading import GuideFile
from manumit.guide.types import Guide, Overlay, Translated, Wording
from manumit.records import Problem

_FIGURE = re.compile(r"\d+(?:/\d+)?")


def check_translation(
    file: GuideFile, content: Translated, files: Collection[GuideFile]
) -> Iterator[Problem]:
    """Every fault of one translation; what it translates is looked up among the files."""
    original = next((each.content for each in files if _is_of(content, each.content)), None)
    if original is None:
        told = f"{content.translates} {content.jurisdiction}".rstrip()
        yield file.problem("translates", f"nothing beside it is {told}")
        return
    wanted, seen = texts(original), set[str]()
    for number, wording in enumerate(content.words):
        if reason := _why_not(wording, wanted, seen):
            yield file.problem(f"words.{number}", reason)
        seen.add(wording.original)
    for text in wanted:
        if text not in seen:
            yield file.problem("words", f"does not say in its language: {text}")


def _is_of(content: Translated, other: Guide | Overlay | Translated) -> bool:
    if isinstance(other, Guide):
        return other.code == content.translates and not content.jurisdiction
    return isinstance(other, Overlay) and (other.adds_to, other.jurisdiction) == (
        content.translates,
        content.jurisdiction,
    )


def _why_not(wording: Wording, wanted: Collection[str], seen: Collection[str]) -> str:
    """Why this wording is none; empty where it is one."""
    if wording.original not in wanted:
        return f"the guide does not say (any more): {wording.original}"
    if wording.original in seen:
        return f"is translated twice: {wording.original}"
    lost = set(_FIGURE.findall(wording.original)) - set(_FIGURE.findall(wording.says))
    return f"has lost {', '.join(sorted(lost))}" if lost else ""
