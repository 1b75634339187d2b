"""What the library refuses, each in one clear line."""

from collections.abc import Sequence

from pydantic import ValidationError


class LibraryError(Exception):
    """Base of all refusals; the message is for people."""


class KindConflict(LibraryError):
    """A key is taken by a work of another kind."""

    def __init__(self, key: str, held: str, given: str) -> None:
        super().__init__(f"{key} is already on the shelves as {held}; it cannot become {given}")


class NotAWork(LibraryError):
    """A record that does not belong on the library's shelves."""

    def __init__(self, key: str, kind: str) -> None:
        super().__init__(f"{key} is an {kind}: the library keeps works only")


class EditedHere(LibraryError):
    """A record changed in the Centre after it was loaded: loading would undo that."""

    def __init__(self, key: str, differing: Sequence[str], *, draft: bool) -> None:
        told = f", and the file differs in {', '.join(differing)}" if differing else ""
        waits = "; a draft of it waits here" if draft else ""
        super().__init__(
            f"{key} was edited in this Centre since it was last loaded{told}{waits}: export it and "
            "merge, or load with --force to let the file win"
        )


class IncompleteRecord(LibraryError):
    """A draft lacks what every record must have, so it cannot stand as a file yet."""

    def __init__(self, key: str, fields: list[str]) -> None:
        super().__init__(f"{key} is not complete yet: {', '.join(fields)} must be filled in")

    @classmethod
    def lacking(cls, key: str, error: ValidationError) -> "IncompleteRecord":
        """What a record's type refused, by its fields."""
        faults = error.errors()
        paths = [".".join(str(step) for step in fault["loc"][1:]) for fault in faults]
        return cls(key, [path or fault["msg"] for path, fault in zip(paths, faults, strict=True)])


class WasPublished(LibraryError):
    """Readers have seen the record: it can be withdrawn, and its name stays."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} was before readers: withdraw it instead")


class WorkNotFound(LibraryError):
    """Nothing on the shelves answers to what was asked for."""


class AmbiguousTitle(LibraryError):
    """More than one work has the title."""


class OlderTable(LibraryError):
    """A depositary's table of a later day is held, so one of that day says nothing new."""


class NoSuchDifference(LibraryError):
    """A difference between a table and a record that is there no more, or cannot be acted on."""


class NotToBePublished(LibraryError):
    """Something stands before the publication of a work; the message says what."""

    def __init__(self, key: str, why: str) -> None:
        super().__init__(f"{key} is not published: {why}")
        self.key = key


class TakenDown(LibraryError):
    """A work was taken down on request: nothing brings it back but an editor's own hand."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} was taken down on request: it is not taken in again")
