"""Reading a table of a TOML file: every complaint names the file and the table."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from manumit.reference.errors import BadReference


class Table:
    """A table of a TOML file. Each reader takes a field out; ``finish`` refuses what is left."""

    def __init__(self, file: str, name: str, values: Mapping[str, Any]) -> None:
        self.file = file
        self.name = name
        self._left = dict(values)

    def bad(self, reason: str) -> BadReference:
        """The complaint, for the caller to raise."""
        return BadReference(self.file, self.name, reason)

    def text(self, field: str, default: str | None = None) -> str:
        """A string; required unless a default is given."""
        value = self._take(field, default)
        if not isinstance(value, str) or (not value.strip() and default is None):
            raise self.bad(f"{field} must be a text")
        return value

    def one_of(self, field: str, allowed: Iterable[str], default: str | None = None) -> Any:
        """A string out of a few."""
        value, known = self.text(field, default), sorted(allowed)
        if value not in known:
            raise self.bad(f"{field} is {value!r}: use {', '.join(known)}")
        return value

    def texts(self, field: str, *, optional: bool = False) -> tuple[str, ...]:
        """A list of at least one string; none at all only where it is optional."""
        values = self._take(field, [] if optional else None)
        if optional and values == []:
            return ()
        if not isinstance(values, list) or not values or not _all_texts(values):
            raise self.bad(f"{field} must be a list of texts")
        return tuple(values)

    def names(self, field: str) -> Mapping[str, str]:
        """Names by language; English is required, since every other falls back to it."""
        values = self._take(field, None)
        if not isinstance(values, dict) or not _all_texts(values.values()):
            raise self.bad(f'{field} must be texts by language, such as {{ en = "…" }}')
        if "en" not in values:
            raise self.bad(f"{field} has no English")
        return values

    def parts(self, field: str) -> Mapping[str, str]:
        """Texts by name, for other fields to be put together from; may be absent."""
        values = self._take(field, {})
        if not isinstance(values, dict) or not _all_texts(values.values()):
            raise self.bad(f"{field} must be texts by name")
        return values

    def number(self, field: str) -> int:
        """A whole number."""
        value = self._take(field, None)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.bad(f"{field} must be a whole number")
        return value

    def flag(self, field: str) -> bool:
        """True or false; false when absent."""
        value = self._take(field, False)
        if not isinstance(value, bool):
            raise self.bad(f"{field} must be true or false")
        return value

    def day(self, field: str, *, required: bool = False) -> date | None:
        """A day, written without quotes; None when absent and not required."""
        value = self._left.pop(field, None)
        if (value is None and required) or not isinstance(value, date | None):
            raise self.bad(f"{field} must be a day such as 1997-07-01, without quotes")
        return value

    def tables(self, field: str) -> list["Table"]:
        """The tables written ``[[field]]`` below this one; none is fine."""
        values = self._left.pop(field, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.bad(f"{field} must be written as [[{field}]]")
        below = f"{self.name}." if self.name else ""
        return [
            Table(self.file, f"{below}{field}[{_title(value, place)}]", value)
            for place, value in enumerate(cast(list[dict[str, Any]], values), start=1)
        ]

    def finish(self) -> None:
        """Refuse fields nobody asked for: most are misspelt."""
        if self._left:
            raise self.bad(f"unknown field {', '.join(sorted(self._left))}")

    def _take(self, field: str, default: object) -> object:
        value = self._left.pop(field, default)
        if value is None:
            raise self.bad(f"{field} is missing")
        return value


def _title(value: Mapping[str, Any], place: int) -> str:
    """A table's code where it has one, else its place, counted from 1."""
    return str(value.get("code", place))


def _all_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) and value.strip() for value in values)
