"""The letter as a tagged PDF (PDF/UA-1), set by Typst in memory."""

import json
import re
from functools import cache
from importlib import resources
from typing import Any

import typst

from manumit.papers.errors import NoFont
from manumit.papers.labels import day_in, labels
from manumit.papers.plain import addresses, head_of, heading_of, notes
from manumit.papers.types import Pack, Quoted, Source

# Which fonts have the letters of which script, and the package of a Linux system that brings them.
_SCRIPTS = (
    (re.compile("[\u3400-\u9fff]"), "Noto Serif CJK TC", "fonts-noto-cjk"),
    (re.compile("[\u0e01-\u0e5b]"), "Noto Serif Thai", "fonts-noto-core"),
    (re.compile("[\u0e81-\u0edf]"), "Noto Serif Lao", "fonts-noto-core"),
    (re.compile("[\u1000-\u109f]"), "Noto Serif Myanmar", "fonts-noto-core"),
    (re.compile("[\u1780-\u17ff]"), "Noto Serif Khmer", "fonts-noto-core"),
)
_HAN = {"zh-Hans": "SC", "zh-Hant": "HK"}
_REGIONS = {"zh-Hant": "HK", "zh-Hans": "CN"}


def as_pdf(pack: Pack) -> bytes:
    """The letter with a cover, contents and page numbers. Raises NoFont.

    What is in the file beside its pages is the title (the same for everyone), the centre's name and the
    language: no name, no number, no time.
    """
    data = json.dumps(_data(pack), ensure_ascii=False)
    _check(data)
    made = typst.compile(
        resources.files(__package__).joinpath("letter.typ").read_bytes(),
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"pack": data},
        pdf_standards=["ua-1"],
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    """Those of the system and those that come with Typst: looked for once."""
    return typst.Fonts()


def _check(words: str) -> None:
    families = set(_fonts().families())
    for letters, family, package in _SCRIPTS:
        if letters.search(words) and family not in families:
            raise NoFont(f"The PDF needs the font {family}: install {package}, then ask again.")


def _data(pack: Pack) -> dict[str, Any]:
    said = labels(pack.language)
    return {
        "said": said._asdict(),
        "lang": said.language.partition("-")[0],
        "region": _REGIONS.get(said.language),
        "han": _HAN.get(pack.language, "TC"),
        "from": pack.from_,
        "day": day_in(pack.dated, pack.language),
        "words": list(pack.words),
        "words_lang": pack.language.partition("-")[0],
        "sources": [_source(each, pack.language) for each in pack.sources],
    }


def _source(source: Source, language: str) -> dict[str, Any]:
    return {
        "heading": heading_of(source),
        "citation": source.citation,
        "notes": list(notes(source, language)),
        "quoted": [_quoted(each, language) for each in source.quoted],
        "addresses": [
            {"name": name, "address": address} for name, address in addresses(source, language)
        ],
    }


def _quoted(quoted: Quoted, language: str) -> dict[str, Any]:
    return {
        "head": head_of(quoted, language),
        "lang": quoted.language.partition("-")[0],
        "paragraphs": list(quoted.paragraphs),
    }
