"""The versions of a work's text in time, and the readings of a passage through them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from manumit.library.errors import WorkNotFound
from manumit.library.models import Text, Wording, Work
from manumit.library.selectors.comparing import Comparison, change_between, compare_texts
from manumit.library.selectors.holding import began


@dataclass(frozen=True, slots=True)
class Reading:
    """What a passage said, and the versions that said so in these very words, oldest first.

    ``missing`` is the first later version that no longer has the passage.
    """

    wording: Wording
    texts: Sequence[Text]
    missing: Text | None = None


def versions(work: Work, language: str) -> list[Text]:
    """The texts of the work in one language, oldest first."""
    return sorted(work.texts.filter(language=language), key=began)


def languages_in_time(work: Work) -> list[str]:
    """The languages in which the Centre holds more than one version, the work's own first."""
    counted = Counter(text.language for text in work.texts.all())
    several = [language for language, number in counted.items() if number > 1]
    return sorted(several, key=lambda language: (language != work.language, language))


def compare_versions(
    work: Work, language: str, since: date | None, until: date | None
) -> Comparison:
    """What changed between the texts that held on two days; without days, the latest two versions.

    Raises WorkNotFound where the Centre does not hold two versions in this language.
    """
    held = versions(work, language)
    if len(held) < len(("before", "after")):
        raise WorkNotFound(f"{work.key} is held in one version only in {language}")
    after = _held_on(held, until) or held[-1]
    before = _held_on(held, since) if since else _previous(held, after)
    return compare_texts(before or held[0], after)


def readings(work: Work, eid: str, language: str) -> list[Reading]:
    """The different readings of a passage through all versions, oldest first.

    A passage that got another number is followed where the publisher names it lastingly.
    """
    found: list[Reading] = []
    for text, row in _through_time(work, eid, language):
        if row is None:
            if found and found[-1].missing is None:
                found[-1] = replace(found[-1], missing=text)
        elif found and found[-1].missing is None and _stayed(found[-1].wording, row):
            found[-1] = replace(found[-1], texts=[*found[-1].texts, text])
        else:
            found.append(Reading(row, [text]))
    return found


def _stayed(before: Wording, after: Wording) -> bool:
    return change_between(before, after).change == "same"


def _through_time(work: Work, eid: str, language: str) -> list[tuple[Text, Wording | None]]:
    """Each version, oldest first, with what the passage of today says there."""
    found: list[tuple[Text, Wording | None]] = []
    name = ""
    for text in reversed(versions(work, language)):
        rows = text.wordings.select_related("passage")
        named = rows.filter(lasting_id=name).first() if name else None
        row = named or rows.filter(passage__eid=eid).first()
        if row is not None:
            eid, name = row.passage.eid, row.lasting_id
        found.insert(0, (text, row))
    return found


def _held_on(held: Sequence[Text], day: date | None) -> Text | None:
    """The last version that had begun by the day."""
    begun = [text for text in held if day and began(text) <= day]
    return begun[-1] if begun else None


def _previous(held: Sequence[Text], text: Text) -> Text | None:
    at = next(number for number, one in enumerate(held) if one.pk == text.pk)
    return held[at - 1] if at else None
