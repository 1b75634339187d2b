"""The guide's words in the reader's language, where somebody has translated them."""

from datetime import date

from manumit.base.languages import SOURCE
from manumit.base.reader import Name, named, reader_language
from manumit.guide import selectors as guides


def guide_words(words: str) -> Name:
    """A text of the guide in the reader's language, else in one that they also read, else as it is."""
    return next(
        (
            named(guides.wordings(tag)[words], tag)
            for tag in _tags()
            if words in guides.wordings(tag)
        ),
        named(words, SOURCE),
    )


def machine_made_on() -> date | None:
    """The day a machine translated what this reader is shown, while nobody has reviewed it."""
    shown = next((tag for tag in _tags() if guides.wordings(tag)), SOURCE)
    return guides.machine_made_on(shown)


def _tags() -> tuple[str, ...]:
    language = reader_language()
    return (language.tag, *language.also_reads)
