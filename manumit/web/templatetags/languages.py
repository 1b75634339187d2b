"""What every page says of languages: its own, the others, and how sure its words are."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from manumit.base.languages import Language, chosen
from manumit.base.reader import reader_language
from manumit.web import languages
from manumit.web.addresses import absolute

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
def named(thing: Any) -> SafeString:
    """The name of a topic, court or place in the reader's language, marked where it is in another."""
    words, tag = named_in(thing)
    if tag in ("", reader_language().tag):
        return SafeString(conditional_escape(words))
    return format_html('<span lang="{}">{}</span>', tag, words)


@register.filter
def named_plain(thing: Any) -> str:
    """The same name where no markup may stand."""
    return named_in(thing)[0]


def named_in(thing: Any) -> tuple[str, str]:
    """A name and the tag of its language."""
    return chosen(thing.names_by_language(), reader_language())
