"""Which text of a work holds on a day. Every page and every other selector asks here.

A text holds from its first to its last day, both counted; an open end has no bound. The database
sees to it that no two texts of a work in one language hold on the same day.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import prefetch_related_objects

from manumit.library.models import Text, Work


def began(text: Text) -> date:
    """The text's first day; one without a first day began before all others."""
    return text.valid_from or date.min


def ended(text: Text) -> date:
    """The text's last day; one that still holds ends after all others."""
    return text.valid_to or date.max


def holding(texts: Iterable[Text], day: date) -> Text | None:
    """The text among those of one language that holds on the day."""
    return next((text for text in texts if began(text) <= day <= ended(text)), None)


def last_before(texts: Iterable[Text], day: date) -> Text | None:
    """The text that ended last before the day."""
    return max((text for text in texts if ended(text) < day), key=ended, default=None)


def first_after(texts: Iterable[Text], day: date) -> Text | None:
    """The text that is the first to begin after the day."""
    return min((text for text in texts if began(text) > day), key=began, default=None)


def by_language(texts: Iterable[Text], own: str) -> dict[str, list[Text]]:
    """The texts of each language, oldest first; the language ``own`` stands first."""
    found: dict[str, list[Text]] = {}
    for text in sorted(texts, key=lambda each: (each.language != own, each.language, began(each))):
        found.setdefault(text.language, []).append(text)
    return found


def take_texts(work: Work) -> None:
    """Fetch the texts of the work once for all that will be asked of them."""
    prefetch_related_objects([work], "texts")


def texts_on(work: Work, on: date) -> list[Text]:
    """Every text that holds on the day, one a language, the work's own language first."""
    own = work.language
    held = [text for text in work.texts.all() if began(text) <= on <= ended(text)]
    return sorted(held, key=lambda text: (text.language != own, text.language))


def text_on(work: Work, language: str, on: date) -> Text | None:
    """The text that holds on the day: in the language, else in the work's own, else in any."""
    held = texts_on(work, on)
    return next((text for text in held if text.language == language), next(iter(held), None))


def has_text(work: Work) -> bool:
    """Whether the Centre holds any text of the work, of whatever day."""
    return bool(work.texts.exists())
