"""Reading the pages of the site. Nothing here changes anything."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from manumit.base.reader import Name, named
from manumit.library.errors import IncompleteRecord
from manumit.library.types import State
from manumit.pages.errors import PageNotFound
from manumit.pages.models import Page
from manumit.pages.types import Shown
from manumit.records import ANY_RECORD, Translation, links_in, write_text
from manumit.reference import kind_of, page_of

__all__ = [
    "as_shown",
    "count_pages",
    "every_record",
    "is_held",
    "leading_to",
    "page",
    "pages_in",
    "published_keys",
    "text_of",
    "text_of_key",
    "titles_of",
]

_FIRST = "en"  # the language in which pages are written
_OF_RECORD = (
    "title", "language", "section", "position", "gist", "checked_on", "translation", "questions",
    "confidence", "sources",
)  # fmt: skip


def page(name: str, language: str) -> Shown:
    """The page in this language, however it is written (``zh-hant``), else in English.

    Raises PageNotFound.
    """
    found = {row.language.lower(): row for row in Page.objects.published().filter(name=name)}
    if not found:
        raise PageNotFound(f"there is no page {name[:80]!r}")
    return _shown(found, language)


def as_shown(row: Page) -> Shown:
    """The page as a reader of its language would get it, whatever stands there now."""
    others = Page.objects.published().filter(name=row.name).exclude(key=row.key)
    found = {one.language.lower(): one for one in [*others, row]}
    return _shown(found, row.language)


def pages_in(section: str, language: str) -> list[Shown]:
    """Every page of a section in its order, each in this language or else in English."""
    by_name: dict[str, dict[str, Page]] = {}
    for row in Page.objects.published().filter(section=section):
        by_name.setdefault(row.name, {})[row.language.lower()] = row
    found = [_shown(rows, language) for rows in by_name.values()]
    return sorted(found, key=lambda one: (one.original.position, one.page.name))


def published_keys() -> Any:
    """The keys, to be asked for below another question, of the pages readers may see."""
    return Page.objects.published().order_by().values("key")


def titles_of(keys: Iterable[str]) -> dict[str, Name]:
    """The titles of the published pages with these keys, by key."""
    rows = Page.objects.published().filter(key__in=list(keys))
    told = rows.values_list("key", "title", "language")
    return {key: named(title, language) for key, title, language in told}


def is_held(key: str) -> bool:
    """Whether any page, published or not, has this key."""
    return bool(Page.objects.filter(key=key).exists())


def leading_to(key: str) -> list[Page]:
    """Every page, published or not, that links to the record with this key, or is translated from it."""
    return [row for row in Page.objects.exclude(key=key) if _leads_to(row, key)]


def count_pages() -> int:
    """How many there are in all languages, drafts included."""
    return int(Page.objects.count())


def every_record() -> Iterator[tuple[str, str | IncompleteRecord]]:
    """The key and canonical text of every page, by key; for an incomplete one, what it lacks."""
    for row in Page.objects.order_by("key").iterator(chunk_size=200):
        try:
            yield row.key, text_of(row)
        except IncompleteRecord as error:
            yield row.key, error


def text_of_key(key: str) -> str | None:
    """The canonical text of the page with this key, published or not; None without one.

    Raises IncompleteRecord for a draft that lacks something every record has.
    """
    row = Page.objects.filter(key=key).first()
    return text_of(row) if row else None


def text_of(row: Page, state: State | None = None) -> str:
    """The canonical text of the page's record, as ``export`` writes it.

    With ``state``, as it would be if the page stood there. Raises IncompleteRecord for a draft
    that lacks something every record has.
    """
    values: dict[str, Any] = {"kind": row.KIND, "status": str(state or row.state)}
    values |= {name: value for name in _OF_RECORD if (value := getattr(row, name))}
    try:
        return write_text(ANY_RECORD.validate_python(values), row.body)
    except ValidationError as error:
        raise IncompleteRecord.lacking(row.key, error) from error


def _shown(found: dict[str, Page], language: str) -> Shown:
    """The one of these rows, by language, that a reader of this language gets."""
    wanted = found.get(language.lower())
    row = wanted or found.get(_FIRST) or min(found.values(), key=lambda each: each.key)
    said = Translation.model_validate(row.translation) if row.translation else None
    return Shown(
        page=row,
        original=found.get(said.of.lower(), row) if said else row,
        languages=tuple(each.language for each in sorted(found.values(), key=_english_first)),
        is_wanted=wanted is not None,
        is_marked=said is not None and said.is_marked,
    )


def _leads_to(row: Page, key: str) -> bool:
    prose = [row.body, *(str(question.get("why", "")) for question in row.questions)]
    named = {target.partition("#")[0] for text in prose for target in links_in(text)}
    if kind_of(key) != Page.KIND:
        return key in named
    name, language = page_of(key)
    translated = row.name == name and row.translation.get("of", _FIRST).lower() == language
    return bool(row.translation and translated) or any(_is_address_of(name, one) for one in named)


def _is_address_of(name: str, target: str) -> bool:
    """Whether a link within the site is to the page of this name, in whatever language."""
    return target.startswith("/") and target.partition("?")[0].rpartition("/")[2] == name


def _english_first(row: Page) -> tuple[bool, str]:
    return row.language != _FIRST, row.language
