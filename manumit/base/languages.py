"""The languages of the interface: one folder below ``manumit/locale`` each, read once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LOCALE = Path(__file__).resolve().parent.parent / "locale"
SOURCE = "en"

_REGION = re.compile(r"[a-z]{2}|\d{3}")


@dataclass(frozen=True, slots=True)
class Language:
    """A language as its ``language.toml`` describes it.

    ``tag`` is its BCP 47 tag, in addresses and in pages; ``name`` is its name in itself. ``state`` is
    ``source``, ``complete`` or ``begun``; of one that is begun, ``pages`` names the views that are
    whole in it. ``also_reads`` are languages that its readers read rather than English.
    ``dates`` are the shapes of a day, a month and a year (``manumit.base.day_words``). ``regions`` are
    countries, in small letters, whose way of writing this is where several languages begin alike:
    Chinese of ``hk``.
    """

    tag: str
    name: str
    state: str
    dates: Mapping[str, str]
    folder: Path
    translated_by: str = "people"
    reviewers: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    also_reads: tuple[str, ...] = ()
    derived_from: str = ""
    regions: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """As Django writes it: ``zh-hant``."""
        return self.tag.lower()

    @property
    def unreviewed(self) -> bool:
        """Whether a machine translated it and no person has put their name to it."""
        return self.translated_by == "machine" and not self.reviewers

    @property
    def prefix(self) -> str:
        """What addresses in this language have before them: ``lang/th/``; nothing for the source."""
        return "" if self.tag == SOURCE else f"lang/{self.tag}/"


@cache
def languages() -> Mapping[str, Language]:
    """Every language by its tag, the source first."""
    read = [_read(file) for file in sorted(LOCALE.glob("*/language.toml"))]
    read.sort(key=lambda one: (one.state != "source", one.state != "complete", one.tag))
    return {one.tag: one for one in read}


def language_of(code: str | None) -> Language:
    """The language that Django calls so; the source for any that is not ours."""
    return _by_code().get(code or SOURCE, languages()[SOURCE])


def language_meant(tag: str) -> Language | None:
    """The one language that this tag can mean, in any writing: ``zh-hant``, ``ZH-HK``, ``th_TH``.

    None where it is none of ours, or may be several: ``zh``.
    """
    parts = tag.lower().replace("_", "-").split("-")
    alike = {one.code: one for one in languages().values() if one.code.split("-")[0] == parts[0]}
    script = "-".join(parts[:2])
    if script in alike:
        return alike[script]
    if not all(map(_REGION.fullmatch, parts[1:])):
        return None
    if len(alike) > 1:
        alike = {one.code: one for one in alike.values() if parts[-1] in one.regions}
    return next(iter(alike.values())) if len(alike) == 1 else None


@cache
def _by_code() -> Mapping[str, Language]:
    return {one.code: one for one in languages().values()}


def _read(file: Path) -> Language:
    told: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    lists = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return Language(**{**told, **lists}, folder=file.parent)
