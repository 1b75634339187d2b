"""The language of whoever reads the page that is being made, and names in it."""

from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

from manumit.base.languages import SOURCE, Language, language_of

_Given = ParamSpec("_Given")
_Told = TypeVar("_Told")
_MOST_KEPT = 10_000


class Name(str):
    """A name for people, which knows its language: a page marks it where it is not the page's own.

    Where no markup may stand (a title, an attribute, a picture) take it through ``plain``.
    """

    __slots__ = ("tag",)
    tag: str

    def __html__(self) -> SafeString:
        """The name, in an element that tells its language where that is not the reader's."""
        if self.tag == reader_language().tag:
            return format_html("{}", self.plain)
        return format_html('<span lang="{}">{}</span>', self.tag, self.plain)

    @property
    def plain(self) -> str:
        """The bare words."""
        return str.__str__(self)


def reader_language() -> Language:
    """The language that this page is written in."""
    return language_of(get_language())


def kept_by_language(tell: Callable[_Given, _Told]) -> Callable[_Given, _Told]:
    """What ``tell`` says, once for each language and what it is given: a list says the same often."""

    @lru_cache(maxsize=_MOST_KEPT)
    def told_in(language: str, *given: _Given.args, **named: _Given.kwargs) -> _Told:
        return tell(*given, **named)

    @wraps(tell)
    def told(*given: _Given.args, **named: _Given.kwargs) -> _Told:
        return told_in(reader_language().tag, *given, **named)  # type: ignore[arg-type]  # all that is told of can be hashed

    return told


def name_for_reader(names: Mapping[str, str], otherwise: str = "") -> Name:
    """Of names by language tag, the reader's; else what they also read; else translated, or English.

    What is translated stands in the catalogue (``pgettext("name", …)``). Without any name it is
    ``otherwise``.
    """
    language = reader_language()
    for tag in (language.tag, *language.also_reads):
        if tag in names:
            return named(names[tag], tag)
    english = names.get(SOURCE) or next(iter(names.values()), otherwise)
    translated = pgettext("name", english) if english else ""
    return named(translated, SOURCE if translated == english else language.tag)


def named(words: str, tag: str) -> Name:
    """Words as a name in that language."""
    name = Name(words)
    name.tag = tag
    return name
