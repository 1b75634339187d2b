"""What pages of the guide say of its words."""

from datetime import date

from django import template

from manumit.base.reader import Name, named
from manumit.web import guide_words as words_of_guide

register = template.Library()


@register.filter
def guide_words(words: str) -> Name:
    """A text of the guide, in the reader's language where somebody has translated it."""
    return words_of_guide.guide_words(words)


@register.filter
def as_heading(name: Name) -> Name:
    """A name that stands by itself, with a capital where its script has them."""
    return named(name.plain[:1].upper() + name.plain[1:], name.tag)


@register.simple_tag
def guide_machine_made_on() -> date | None:
    """The day a machine translated the guide, while nobody has reviewed it; None otherwise."""
    return words_of_guide.machine_made_on()
