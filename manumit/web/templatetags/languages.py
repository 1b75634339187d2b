"""What every page says of languages: its own, the others, and how sure its words are."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.http import HttpRequest

from manumit.base.addresses import absolute
from manumit.base.languages import SOURCE, Language
from manumit.base.reader import Name, name_for_reader, named, reader_language
from manumit.web import languages

register = template.Library()


@register.simple_tag
def page_language() -> Language:
    """The language of the page."""
    return reader_language()


@register.simple_tag(takes_context=True)
def page_languages(context: Mapping[str, Any]) -> list[languages.Choice]:
    """Where the page is to be had in each language; empty where it is in English alone."""
    request = context.get("request")
    return languages.choices(request) if isinstance(request, HttpRequest) else []


@register.simple_tag(takes_context=True)
def alternates(context: Mapping[str, Any], found: list[languages.Choice]) -> list[tuple[str, str]]:
    """For the head: language tags and whole addresses of this very page, English for any other."""
    request = context["request"]
    told = [(one.language.tag, absolute(request, one.href)) for one in found if one.whole]
    return [*told, ("x-default", told[0][1])] if told else []


@register.filter
def plain(name: Any) -> str:
    """A name where no markup may stand: in a title, an attribute, an option, a picture."""
    words = str(name)  # of a model it may be a Name as well
    return words.plain if isinstance(words, Name) else words


@register.filter
def spoken(words: str, tag: str) -> Name:
    """Words in a known language, marked as such where the page is in another."""
    return named(words, tag)


@register.filter
def in_english(words: str) -> Name:
    """What the Centre wrote itself, which it writes in English."""
    return named(str(words), SOURCE)


@register.filter
def name_of(english: str) -> Name:
    """What the reference names in English alone, translated where the catalogue has it."""
    return name_for_reader({SOURCE: english})
