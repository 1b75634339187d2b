"""The JSON of a statute, checked: a law and its provisions in the file's order."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from manumit.formats.safe_json import parse_json, texts_of
from manumit.formats.types import UnreadableDocument

Layout = Literal["lines", "running", "thai"]
_KEPT_CONTROLS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Provision:
    """One entry of ``provisions``; empty where the file says nothing.

    ``section`` is its number as the file gives it, which may be the word ``undefined``; ``chapter``
    the heading above it; ``language`` is BCP 47.
    """

    section: str
    title: str
    text: str
    chapter: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """A law as its file describes it.

    ``titles`` are by language; ``title_in_text`` is true where a provision's title is the beginning
    of its text. ``layout`` says how the provisions' text is laid out: a line for each
    paragraph, all in one line, or as Thai laws are. ``notes`` are for those who look at it.
    """

    key: str | None
    titles: Mapping[str, str]
    number: str
    doc_type: str
    status: str
    url: str
    publisher: str
    language: str
    layout: Layout
    provisions: tuple[Provision, ...]
    notes: tuple[str, ...] = ()
    title_in_text: bool = False


@dataclass(frozen=True, slots=True)
class Publisher:
    """One collection's way of writing: whether a file is its, and the law in it."""

    name: str
    owns: Callable[[Mapping[str, str]], bool]
    law: Callable[[Mapping[str, str], tuple[Provision, ...]], Law]


def read_object(data: bytes) -> tuple[dict[str, str], tuple[Provision, ...]]:
    """The object's own texts and its provisions. Raises UnreadableDocument."""
    value = parse_json(data)
    if not isinstance(value, dict) or not isinstance(value.get("provisions"), list):
        raise UnreadableDocument("not a statute: the JSON is no object with provisions")
    if not value["provisions"]:
        raise UnreadableDocument(
            "it has no provisions: the title was collected, the text was not: "
            "get it from its publisher"
        )
    return texts_of(value), tuple(_provision(one) for one in value["provisions"])


def host_of(values: Mapping[str, str]) -> str:
    """The host of the address the file gives; empty where it gives none that can be read."""
    try:
        return urlsplit(values.get("url", "")).hostname or ""
    except ValueError:
        return ""


def dates_note(values: Mapping[str, str]) -> list[str]:
    """What the file says of days, for a human: it often fills in what it does not know."""
    said = [
        f"{word} {values[name]}"
        for name, word in (("issued_date", "issued"), ("in_force_date", "in force"))
        if values.get(name)
    ]
    return [f"Days the file gives, not taken over: {', '.join(said)}."] if said else []


def _provision(value: Any) -> Provision:
    texts = texts_of(value)
    if "content" not in texts or "section" not in texts:
        raise UnreadableDocument("not a statute: a provision has no section or no content")
    return Provision(
        section=_tidy(texts["section"]),
        title=_tidy(texts.get("title", "")),
        text=_tidy(texts["content"]),
        chapter=_tidy(texts.get("chapter", "")),
        language=texts.get("language", ""),
    )


def _tidy(text: str) -> str:
    """Text with its lines kept and every other white space one space."""
    lines = (_KEPT_CONTROLS.sub(" ", line).strip() for line in text.splitlines())
    return "\n".join(lines).strip()
