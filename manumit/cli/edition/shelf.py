"""What belongs to an edition: which addresses are pages of it, and where all others lead."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from django.urls import resolve

from manumit.base.languages import SOURCE, Language
from manumit.cli.edition.addresses import Address
from manumit.directory import selectors as directory
from manumit.library import selectors as library
from manumit.pages import selectors as pages
from manumit.reference import is_eid, parent_of

# What each page of the site can be asked; a page that is not here is not in an edition.
_PAGES: dict[str, frozenset[str]] = {
    "": frozenset(),
    "about": frozenset({"read"}),
    "accessibility": frozenset({"read"}),
    "case-law": frozenset({"topic", "forum", "system", "page"}),
    "edition": frozenset(),
    "glossary": frozenset({"part"}),
    "guide": frozenset(),
    "help": frozenset({"in", "for"}),
    "law": frozenset({"system", "kind", "page"}),
    "learn": frozenset(),
    "legal-notice": frozenset({"read"}),
    "releases": frozenset({"series", "page"}),
    "resources": frozenset({"type", "page"}),
    "search": frozenset(),
    "status/matrix": frozenset(),
    "topics": frozenset(),
}
_FIRST = ("", "edition", "search", "guide", "help", "about", "topics", "case-law", "law")
# What a work's page can be asked, and with what else.
_WORK = {
    "read": frozenset({"read", "page"}),
    "cited-by": frozenset({"cited-by", "page"}),
    "cites": frozenset({"cites", "page"}),
    "terms": frozenset({"terms"}),
    "status": frozenset({"status"}),
}
_KEPT = 400  # works whose places are remembered: the laws that everybody cites


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link leads: a page of the edition, and a place in it."""

    address: Address
    fragment: str = ""


@dataclass(frozen=True)
class Shelf:
    """The works, organisations, lessons and languages of an edition, as of a day."""

    day: date
    languages: tuple[Language, ...]
    works: frozenset[str] = field(default_factory=lambda: frozenset(library.published_keys()))
    organisations: frozenset[str] = field(
        default_factory=lambda: frozenset(
            one.key for one in directory.published_organisations().only("key")
        )
    )
    lessons: frozenset[str] = field(
        default_factory=lambda: frozenset(one.page.name for one in pages.pages_in("learn", SOURCE))
    )

    def starts(self) -> Iterator[Address]:
        """The pages from which all others are reached, and each work and organisation."""
        paths = (*_FIRST, *sorted(self.works), *sorted(self.organisations))
        for prefix, language in self._by_prefix.items():
            yield from (Address(prefix, path) for path in paths if _has(language, path))

    def place(self, address: Address, fragment: str = "") -> Place | None:
        """The page that stands for an address in the edition; None where none does."""
        if address.is_file:
            return Place(address._replace(prefix="")) if self._is_attached(address) else None
        language = self._by_prefix.get(address.prefix)
        if language is None:
            return None
        if not _has(language, address.path):
            address = address._replace(prefix="")
        names = frozenset(name for name, _ in address.asked)
        if self._is_page(address.path, names):
            return Place(address, fragment)
        if address.path in self.works:
            return Place(address, fragment) if self._can_ask(address, names) else None
        if address.path in self.organisations:
            return None if names else Place(address, fragment)
        return None if names else self._passage(address, fragment)

    @cached_property
    def _by_prefix(self) -> dict[str, Language]:
        return {f"/{each.prefix}".rstrip("/"): each for each in self.languages}

    def _is_attached(self, address: Address) -> bool:
        key, _, name = address.path.removeprefix("files/").rpartition("/")
        return key in self.works and name in library.names_of_files(key)

    def _is_page(self, path: str, names: frozenset[str]) -> bool:
        page, _, rest = path.partition("/")
        if page == "learn" and rest:
            return rest in self.lessons and names <= {"read"}
        if page in {"topics", "cite"} and rest:
            return not names and (page == "topics" or rest in self.works)
        return path in _PAGES and names <= _PAGES[path]

    def _can_ask(self, address: Address, names: frozenset[str]) -> bool:
        if not names:
            return True
        if "read" in names and address.value("read") not in _places(address.path, self.day).pages:
            return False
        return any(first in names and names <= allowed for first, allowed in _WORK.items())

    def _passage(self, address: Address, fragment: str) -> Place | None:
        """A passage with a page of its own, else its place in the running text or on the work's page."""
        key, _, eid = address.path.rpartition("/")
        if key not in self.works or not is_eid(eid):
            return None
        found = _places(key, self.day)
        if eid in found.apart:
            return Place(address, fragment)
        above: str | None = eid
        while above and above not in found.read:
            above = parent_of(above)
        if not above:
            return Place(address._replace(path=key))
        language, number = found.read[above]
        asked = [("page", str(number))] if number > 1 else []
        return Place(Address(address.prefix, key, (*asked, ("read", language))), above)


def _has(language: Language, path: str) -> bool:
    """Whether the page can be had in the language: one that is complete has every page."""
    return not language.pages or resolve(f"/{path}").view_name in language.pages


@lru_cache(maxsize=_KEPT)
def _places(key: str, day: date) -> library.Places:
    return library.places(library.published_work(key), day)
