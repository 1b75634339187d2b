"""The language of whoever reads the page that is being made."""

from django.utils.translation import get_language

from manumit.base.languages import Language, language_of


def reader_language() -> Language:
    """The language that this page is written in."""
    return language_of(get_language())
