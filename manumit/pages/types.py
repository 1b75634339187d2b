"""What the room hands to others."""

from dataclasses import dataclass

from manumit.pages.models import Page

__all__ = ["Page", "Shown"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as one reader gets it.

    ``original`` is the page it was translated from, itself where it was not; ``languages`` are those
    in which readers have it; ``is_wanted`` is whether this is the language they asked for, and
    ``is_marked`` whether a machine translated it and nobody has read it since.
    """

    page: Page
    original: Page
    languages: tuple[str, ...]
    is_wanted: bool
    is_marked: bool
