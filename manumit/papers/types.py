"""What a letter is made of. All of it is plain text: nothing in it is read as markup."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage as it stood on the day: its paragraphs in one language.

    ``authority`` says what kind of text it is: ``authentic``, ``official-translation`` or ``unofficial``;
    it is empty for the project's own summary, given where no text is held.
    """

    language: str
    paragraphs: tuple[str, ...]
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """An authority: its citation with the pinpoint, where to read it, and what is quoted of it.

    ``as_of`` is the day for which the text was chosen, None for what no day changes. ``lacking`` are
    languages in which no text of it is held.
    """

    title: str
    label: str
    citation: str
    address: str
    official: str
    quoted: tuple[Quoted, ...]
    as_of: date | None = None
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A letter to an asker and the authorities in it, in their order.

    ``language`` is the asker's. ``words`` are the adviser's paragraphs; ``from_`` is the name of the
    centre. There is no field for a name, a receipt or a number of a case, so none gets anywhere.
    """

    language: str
    dated: date
    from_: str
    words: tuple[str, ...]
    sources: tuple[Source, ...]
